import { htmlBlockNames } from 'micromark-util-html-tag-name';

/** Source: CommonMark, "HTML blocks", kind 7: a tag alone on its line, which ends no paragraph. */
export const ONE_TAG = /^(?:<[A-Za-z][A-Za-z0-9-]*(?:[ \t]+[^<>]*)?>|<\/[A-Za-z][A-Za-z0-9-]*[ \t]*>)[ \t]*$/;
/** Kinds 1, 3, 4 and 5, with their ends. */
const RAW: readonly (readonly [begins: RegExp, ends: RegExp])[] = [
  [/^<(?:pre|script|style|textarea)(?:[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];
const BLOCK_NAMES: ReadonlySet<string> = new Set(htmlBlockNames);

/** The block of HTML that a line begins, also below a paragraph: what ends it; null where it begins none. */
export function htmlBlock(rest: string): RegExp | 'comment' | 'until blank' | null {
  if (rest.startsWith('<!--')) return 'comment';
  const raw = RAW.find(([begins]) => begins.test(rest));
  if (raw) return raw[1];
  const name = /^<\/?([A-Za-z][A-Za-z0-9]{0,20})(?:[ \t>]|\/>|$)/.exec(rest)?.[1];
  return name !== undefined && BLOCK_NAMES.has(name.toLowerCase()) ? 'until blank' : null;
}
