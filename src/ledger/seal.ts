import type { Line } from './lines.js';

/** By what a ledger is known: how long it is, the hash of its last line, and of those that end its decisions. */
export interface Seal {
  lines: number;
  /** SHA-256, hex, of the last line without its line break; null for an empty ledger. */
  last: string | null;
  /** The lines that end decisions, in order, or a nomination; `seq` counts from 0. */
  ends: { decision: string; seq: number; sha256: string }[];
}

/** As what the end of a nomination is sealed: an issue has one, without an id. */
const NOMINATION = 'nomination';

/**
 * The seal of a ledger. Each line holds the hash of the one before, so only that of the last has to be known beside it.
 * @param last hash of the last line; null for an empty ledger
 */
export function sealOf(lines: readonly Line[], last: string | null): Seal {
  const ends = lines.flatMap((line) => {
    const decision = line.kind === 'closes' ? line.decision : line.kind === 'settled' ? NOMINATION : null;
    return decision === null ? [] : [{ decision, seq: line.seq, sha256: lines[line.seq + 1]?.prev ?? last ?? '' }];
  });
  return { lines: lines.length, last, ends };
}
