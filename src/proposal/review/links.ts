/** A link or an image, inline or as a definition (`[name]: target`). */
export interface Link {
  readonly line: number;
  /** Of the target, from 1; `endColumn` is the one after it. */
  readonly column: number;
  readonly endColumn: number;
  /** What a reader sees, cut; empty for a definition. */
  readonly text: string;
  /** As written. */
  readonly target: string;
  readonly image: boolean;
}

/** `](target)` with an optional title. Every part is bounded: a hostile line costs no more than any other. */
const INLINE =
  /(!?)(?:\[([^[\]]{0,200}))?\]\([ \t]{0,8}(?:<([^<>]{0,1000})>|((?:[^\s()<>]|\([^\s()]{0,200}\)){0,1000}))(?:[ \t]{1,8}(?:"[^"]{0,300}"|'[^']{0,300}'))?[ \t]{0,8}\)/g;
const DEFINITION = /^ {0,3}\[([^[\]]{1,200})\]:[ \t]{0,8}<?([^\s<>]{1,1000})>?/;
/** `<img src="…">`, `<a href='…'>`. */
const HTML = /<(img|a)\b[^<>]{0,300}?\b(?:src|href)=(?:"([^"<>]{0,1000})"|'([^'<>]{0,1000})')/gi;

/** The links on one line, whose comments and code are blanked. */
export function findLinks(text: string, line: number): Link[] {
  const found: Link[] = [];
  const add = (match: RegExpMatchArray, target: string, words: string, image: boolean): void => {
    const start = (match.index ?? 0) + match[0].lastIndexOf(target);
    found.push({ line, column: start + 1, endColumn: start + target.length + 1, text: words, target, image });
  };
  if (text.includes('](')) {
    for (const match of text.matchAll(INLINE)) {
      add(match, match[3] ?? match[4] ?? '', match[2] ?? '', match[1] === '!');
    }
  }
  const definition = DEFINITION.exec(text);
  // A footnote's text is no target.
  if (definition?.[2] !== undefined && !definition[1]?.startsWith('^')) add(definition, definition[2], '', false);
  if (text.includes('<')) {
    for (const match of text.matchAll(HTML)) {
      add(match, match[2] ?? match[3] ?? '', '', match[1]?.toLowerCase() === 'img');
    }
  }
  return found;
}
