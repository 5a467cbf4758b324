import { filesQuery, type RawFilesAt } from '../github/queries/files-at.js';
import type { RawPull } from '../github/queries/snapshot.js';
import { present, query } from '../github/read.js';
import { proposalFile } from '../proposal/index.js';
import { documentFrom, Moved } from './document.js';
import type { Amended, Library } from './facts.js';
import type { ChangedFile } from './files.js';
import type { LookRequest } from './gather.js';

/** More files than this are a change of form, such as a formatter's; the first of them tell what it is. */
const MOST_FILES = 50;

/** The merged proposals that a pull request changes, none of which it adds. */
export const changedProposals = (changed: readonly ChangedFile[], folder: string): ChangedFile[] =>
  changed.filter(
    ({ path, previousPath, status }) =>
      status !== 'added' &&
      status !== 'copied' &&
      [path, previousPath].some((each) => each !== null && proposalFile(each, { folder }) !== null),
  );

/**
 * Merged proposals as a pull request changes them, beside what the default branch has: one request.
 * @throws {Moved} where somebody pushed meanwhile
 */
export async function amendedFiles(
  { client, repository, number }: LookRequest,
  raw: RawPull,
  files: readonly ChangedFile[],
  library: Library,
): Promise<Amended[]> {
  const first = files.slice(0, MOST_FILES);
  const kept = first.filter(({ status }) => status !== 'removed');
  const { text, variables } = filesQuery(kept.map(({ path }) => path));
  const answer = await query<RawFilesAt>(client, text, { ...repository, number, ...variables });
  const commit = present(answer.repository?.pullRequest?.commits.nodes)[0]?.commit;
  if (commit?.oid !== raw.headRefOid) throw new Moved(`The head of #${number} moved while it was read.`);
  return first.map((file): Amended => {
    const base = library.texts.get(file.previousPath ?? file.path) ?? null;
    const index = kept.indexOf(file);
    const entry = index === -1 ? null : commit[`file${index}`];
    return { path: file.path, base, document: entry ? documentFrom(entry, file) : null };
  });
}
