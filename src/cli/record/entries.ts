import { resolve } from 'node:path';
import { readEntry, type Entry } from '../../dashboard/entry.js';
import { decode } from '../../proposal/source.js';
import { Tree } from '../disk.js';

/** The index of a record, or why it is not known: one sentence with the next step. */
export type IndexResult = { ok: true; entries: Entry[] } | { ok: false; problem: string };

const FOLDER = 'index';

/**
 * Reads the index from a checkout of the record branch. A file that cannot be read leaves all of it unknown, since it may
 * be the one that tells against a group.
 * @param shown the folder as the person wrote it
 * @param cwd absolute
 */
export async function readIndex(shown: string, cwd: string): Promise<IndexResult> {
  const tree = await Tree.at(resolve(cwd, shown));
  if (!(tree instanceof Tree)) return { ok: false, problem: `"${shown}" ${tree.message}. ${tree.help}` };
  const listed = await tree.list(FOLDER);
  if (!listed.ok) {
    const way = 'git fetch origin convenor/record && git worktree add ../record FETCH_HEAD';
    const problem = `"${shown}" is no checkout of the record: it has no folder "${FOLDER}". One way to get it: ${way}`;
    return { ok: false, problem };
  }
  const entries: Entry[] = [];
  for (const name of listed.names) {
    const file = await tree.read(`${FOLDER}/${name}`);
    const decoded = file.ok ? decode(file.bytes) : null;
    const entry = decoded?.problem === null ? readEntry(decoded.text) : null;
    if (!entry) {
      const problem = `${FOLDER}/${name} in "${shown}" is not of its form, so what groups have decided is not known. Take the file as the branch has it, or a newer Convenor.`;
      return { ok: false, problem };
    }
    entries.push(entry);
  }
  return { ok: true, entries };
}
