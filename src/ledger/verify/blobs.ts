import { createHash } from 'node:crypto';

/** The name that Git gives a blob of these bytes, in the hash of another name of the same repository. */
export function blobName(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

const LINE_FEED = 10;

/**
 * The names of the blobs that these bytes begin with, each up to the end of a line, with its length. A blob is named by
 * its content, so whether an earlier version of a ledger is the beginning of a later one follows from the names alone.
 */
export function beginnings(bytes: Uint8Array, like: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let end = 0; end < bytes.length;) {
    const line = bytes.indexOf(LINE_FEED, end);
    end = line === -1 ? bytes.length : line + 1;
    found.set(blobName(bytes.subarray(0, end), like), end);
  }
  return found;
}

/** The line, from 1, in which one text first says something else than another; the one behind the shorter of two that agree. */
export function firstDifference(before: Uint8Array, after: Uint8Array): number {
  let line = 1;
  for (const [index, byte] of before.entries()) {
    if (byte !== after[index]) return line;
    if (byte === LINE_FEED) line += 1;
  }
  return line;
}
