import { sha256 } from '../ledger/chain.js';

/** GitHub may answer from a copy that is behind; only what is still missing after so long is gone. */
const PATIENCE = 60_000;

/** A part of the record that was there is not: perhaps only not yet again. The look is begun anew. */
export class RecordBehind extends Error {
  override readonly name = 'RecordBehind';
}

/**
 * How far a process has seen the record: one that was put back, or begun anew behind its back, has lost what people said.
 * It holds only that nothing has gone; nothing is counted from it.
 */
export class RecordSeen {
  private branch: string | null = null;
  private readonly ends = new Map<number, { lines: number; hash: string }>();
  /** Since when, in milliseconds, something that was seen is missing. */
  private readonly missing = new Map<string, number>();

  /**
   * Whether the branch, which is not there, was there before.
   * @throws {RecordBehind} as long as that may be because GitHub's answer is behind
   */
  hasLostBranch(branch: string, now: string): boolean {
    return this.branch === branch && this.isGone('branch', now);
  }

  /**
   * Whether the ledger has lost what it held, or holds something else in its place.
   * @param text of the ledger, whole
   * @throws {RecordBehind} as long as that may be because GitHub's answer is behind
   */
  hasLostLines(branch: string, number: number, text: string, now: string): boolean {
    if (this.branch !== branch) this.ends.clear();
    this.branch = branch;
    this.missing.delete('branch');
    const lines = text.split('\n').slice(0, -1);
    const end = this.ends.get(number);
    const still = end && lines[end.lines - 1];
    if (end && (still === undefined || sha256(still) !== end.hash)) return this.isGone(String(number), now);
    this.wrote(branch, number, text);
    return false;
  }

  /** Keeps what this process itself has written. @param text of the ledger, whole */
  wrote(branch: string, number: number, text: string): void {
    this.branch = branch;
    this.missing.delete(String(number));
    const lines = text.split('\n').slice(0, -1);
    const last = lines.at(-1);
    if (last !== undefined) this.ends.set(number, { lines: lines.length, hash: sha256(last) });
  }

  private isGone(what: string, now: string): boolean {
    const since = this.missing.get(what) ?? Date.parse(now);
    this.missing.set(what, since);
    if (Date.parse(now) - since >= PATIENCE) return true;
    throw new RecordBehind('GitHub does not show what the record held before. It is asked again.');
  }
}
