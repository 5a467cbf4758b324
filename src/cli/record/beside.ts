import { indexIn, type Index } from '../../dashboard/read-index.js';
import { decode } from '../../proposal/source.js';
import { resolve } from 'node:path';
import type { Io } from '../io.js';
import { Git, UnreadableObject } from './git.js';
import { readSource } from './source.js';

/** What a record's index says; null where there is no record; or in a sentence why it cannot be read. */
export type Beside = { ok: true; index: Index | null } | { ok: false; problem: string };

/**
 * Reads the index of a record, from where a person said that it is, or else from the branch of a clone that may have one.
 * @param where `record` as the person wrote it, null where they did not; `clone` the clone's folder as they wrote it
 */
export async function indexBeside(
  where: { record: string | null; clone: string; branch: string },
  io: Io,
): Promise<Beside> {
  const { record, clone, branch } = where;
  if (record === null && !hasBranch(resolve(io.cwd, clone), branch)) return { ok: true, index: null };
  const place = record ?? clone;
  const source = await readSource(place, { branch, keys: [] }, io).catch((error: unknown) => {
    if (error instanceof UnreadableObject) return { ok: false as const, problem: error.message };
    throw error;
  });
  if (!source.ok) return source;
  source.close();
  const files = [...source.record.files].map(([path, bytes]) => {
    const { text, problem } = decode(bytes);
    return { path, text: problem === null ? text : null };
  });
  const read = indexIn(files);
  if (read.ok) return read;
  const what = `${read.path} in the record is not of its form, so what was decided is not known.`;
  return { ok: false, problem: `${what} See: convenor verify ${place}` };
}

function hasBranch(directory: string, branch: string): boolean {
  const git = Git.at(directory);
  if (typeof git === 'string') return false;
  try {
    return [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`].some((name) => git.commitOf(name) !== null);
  } finally {
    git.close();
  }
}
