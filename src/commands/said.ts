import type { LineOf } from '../ledger/lines.js';
import type { Place } from '../judge/state.js';

/** Where an act was said. */
export const placeOf = ({ source, head }: LineOf<'act'>): Place => ({
  source: source.id,
  url: source.url,
  commit: head?.commit ?? null,
  certain: head?.certain ?? false,
});

/** The words behind a command and the lines below it as one text. */
export const wholeText = (words: readonly string[], text: string): string =>
  [words.join(' '), text]
    .filter((part) => part !== '')
    .join('\n')
    .trim();
