import type { Body } from './body.js';
import type { Proposal } from '../types.js';

/** The anchors of a page. */
export interface Anchors {
  /** As GitHub makes them, second ones with `-1`, and the ids that stand in HTML. */
  readonly exact: ReadonlySet<string>;
  /** By letters and digits alone: the anchor that somebody meant who put the hyphens elsewhere; null where two could be. */
  readonly near: ReadonlyMap<string, string | null>;
}

export function anchorsOf(proposal: Proposal, body: Body): Anchors {
  const exact = new Set<string>();
  const near = new Map<string, string | null>();
  const counts = new Map<string, number>();
  for (const { text } of proposal.headings) {
    const base = slug(text);
    const before = counts.get(base) ?? 0;
    counts.set(base, before + 1);
    const anchor = before === 0 ? base : `${base}-${before}`;
    exact.add(anchor);
    const key = bare(anchor);
    near.set(key, near.has(key) ? null : anchor);
  }
  for (const { kind, number } of body.lines) {
    const raw = kind === 'code' ? '' : (body.source.all[number - 1]?.text ?? '');
    if (!/\b(?:id|name)=/.test(raw)) continue;
    for (const [, id] of raw.matchAll(/\b(?:id|name)=["']([^"'<>]{1,200})["']/g))
      if (id !== undefined) exact.add(id.toLowerCase());
  }
  return { exact, near };
}

/** Letters and digits alone. */
export function bare(anchor: string): string {
  return anchor.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** An underscore that is a character and no mark of emphasis. */
const KEPT = '\uE000';

/** GitHub's rule: the heading's words in small letters without punctuation, spaces as hyphens. An underscore is kept. */
function slug(heading: string): string {
  return heading
    .slice(0, 1000)
    .replace(/\\_/g, KEPT)
    .replace(/`[^`]*`/g, (code) => code.replaceAll('_', KEPT).replace(/[<>[\]]/g, ''))
    .replace(/!?\[([^[\]]{0,300})\]\([^()]{0,300}\)/g, '$1')
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/(?<!\w)(_{1,3})(?=\S)([^_]{0,300}(?<=\S))\1(?!\w)/g, '$2')
    .replace(/[*`]/g, '')
    .replaceAll(KEPT, '_')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
