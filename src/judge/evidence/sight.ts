import type { DocumentFacts } from '../../facts/facts.js';
import type { Track } from '../../rules/schema.js';

/** What a look comes to about one thing that a step needs. */
export interface Sight {
  held: boolean;
  /** False where nobody could look: then it is neither there nor missing, and a step that is held to it waits. */
  known: boolean;
  /** What was seen, or what is missing, in sentences for people. Words of others in it stand as code. */
  says: string;
}

export const there = (says: string): Sight => ({ held: true, known: true, says });
export const missing = (says: string): Sight => ({ held: false, known: true, says });
export const unknown = (says: string): Sight => ({ held: false, known: false, says });

/** What stands for a need that is not asked of a proposal's kind; null where it is asked. A kind that cannot be read is asked all. */
export function exempt({ proposal }: Pick<DocumentFacts, 'proposal'>, tracks: readonly Track[]): Sight | null {
  const { type } = proposal;
  return type === null || tracks.includes(type) ? null : there(`Not asked of a proposal of the kind ${type}.`);
}

/** What stands for a need of the document where that cannot be read; null where it can. */
export function unread({ isGone, unreadable }: Pick<DocumentFacts, 'isGone' | 'unreadable'>): Sight | null {
  if (isGone) return missing('The document is gone from this pull request.');
  return unreadable ? missing('The document cannot be read.') : null;
}
