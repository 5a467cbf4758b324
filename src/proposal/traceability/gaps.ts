import type { Statement } from '../review/statements.js';
import type { TracedRow } from './read.js';

/** Of the words of the shorter one, so many have to stand in the longer one, too. */
const ALIKE = 0.7;
/** Fewer words than this are alike by chance. */
const FEWEST = 3;

/**
 * The statements of a specification for which no row of a traceability file seems to stand. It is advice: what is
 * normative is the sponsor's word (SEP-2484), and rows say things in words of their own, split a sentence or join two.
 */
export function withoutRow(statements: readonly Statement[], rows: readonly TracedRow[]): Statement[] {
  const known = rows.map(({ text }) => wordsOf(text));
  return statements.filter(({ text }) => {
    const own = wordsOf(text);
    return !known.some((row) => isAlike(own, row));
  });
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size === 0) return false;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return few.size < FEWEST ? shared === few.size && many.size <= few.size + 1 : shared >= ALIKE * few.size;
}

/** What every such sentence has, and tells nothing of which one it is. */
const COMMON = new Set(
  'a an the and or of to in on for by with is are be it its that this which when if as any all must shall should not may required recommended'.split(
    ' ',
  ),
);

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)));
}
