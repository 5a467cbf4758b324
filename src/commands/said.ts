import type { SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import type { Place } from '../judge/state.js';

/** Where an act was said. */
export const placeOf = ({ source, head }: LineOf<'act'>): Place => ({
  source: source.id,
  url: source.url,
  commit: head?.commit ?? null,
  certain: head?.certain ?? false,
});

/**
 * Hash of the normative text that an act is about; null where none is known, as of a commit that was never a head of the
 * ledger: what stood there nobody has seen, and it is not taken for the present text.
 */
export const textOf = ({ head }: SubjectState, act: LineOf<'act'>): string | null =>
  head !== null && (act.head === null || act.head.commit === head.commit) ? head.normative : null;

/** The words behind a command and the lines below it as one text. */
export const wholeText = (words: readonly string[], text: string): string =>
  [words.join(' '), text]
    .filter((part) => part !== '')
    .join('\n')
    .trim();
