import { resolve } from 'node:path';
import { indexIn, type Index } from '../../dashboard/read-index.js';
import { decode } from '../../proposal/source.js';
import { Tree } from '../disk.js';

/** The index of a record, or why it is not known: one sentence with the next step. */
export type IndexResult = { ok: true; index: Index } | { ok: false; problem: string };

/** The folder that every record has, and the one that comes with the first nomination. */
const [FOLDER, NOMINATIONS] = ['index', 'nominations'];

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
  const nominated = await tree.list(NOMINATIONS);
  if (!nominated.ok && nominated.refusal.code !== 'file/missing') {
    const { message, help } = nominated.refusal;
    return { ok: false, problem: `The folder ${NOMINATIONS} in "${shown}" ${message}. ${help}` };
  }
  const paths = [
    ...listed.names.map((name) => `${FOLDER}/${name}`),
    ...(nominated.ok ? nominated.names.map((name) => `${NOMINATIONS}/${name}`) : []),
  ];
  const files = [];
  for (const path of paths) {
    const file = await tree.read(path);
    const decoded = file.ok ? decode(file.bytes) : null;
    files.push({ path, text: decoded?.problem === null ? decoded.text : null });
  }
  const read = indexIn(files);
  if (read.ok) return read;
  const problem = `${read.path} in "${shown}" is not of its form, so what was decided is not known. Take the file as the branch has it, or a newer Convenor.`;
  return { ok: false, problem };
}
