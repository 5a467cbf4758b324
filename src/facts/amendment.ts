import { filesQuery, type RawFilesAt } from '../github/queries/files-at.js';
import type { RawPull } from '../github/queries/snapshot.js';
import { present, query } from '../github/read.js';
import { companionBy } from '../judge/review.js';
import { companionPath, outsideNeeds, proposalFile, readProposal, type OutsideNeeds } from '../proposal/index.js';
import type { Rules } from '../rules/schema.js';
import { documentFrom, Moved } from './document.js';
import type { Amended, AmendmentFacts, Library } from './facts.js';
import type { ChangedFile } from './files.js';
import type { LookRequest } from './gather.js';
import type { SubjectMemory } from './memory.js';
import { findOut } from './surroundings.js';

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
    return {
      path: file.path,
      previousPath: file.previousPath ?? file.path,
      base,
      document: entry ? documentFrom(entry, file) : null,
    };
  });
}

/** No more files than this are looked for in one request; what is not asked is not spoken of. */
const MOST_PATHS = 100;

interface Around {
  request: LookRequest;
  raw: RawPull;
  subject: SubjectMemory;
  changed: readonly ChangedFile[];
  library: Library;
  rules: Rules;
}

/**
 * What the amended documents refer to, as far as the repository has it. Only what the change brings is asked for: a link
 * that stood there before is nobody's business here, unless the pull request takes away where it leads.
 */
export async function aroundAmended(
  files: readonly Amended[],
  { request, raw, subject, changed, library, rules }: Around,
): Promise<Pick<AmendmentFacts, 'missingPaths' | 'removedPaths' | 'knownNumbers'>> {
  const gone = changed.flatMap(({ path, previousPath, status }) =>
    status === 'removed' ? [path] : status === 'renamed' && previousPath !== null ? [previousPath] : [],
  );
  const removed = new Set(gone);
  const brought = new Set(changed.flatMap(({ path, status }) => (status === 'removed' ? [] : [path])));
  const pages = files.flatMap((file) => movedPage(file, rules));
  const isNew = files.flatMap((file) => {
    const before = new Set(needsBefore(file).paths);
    return needsNow(file).paths.filter((path) => !before.has(path));
  });
  const paths = [...isNew, ...pages.flatMap(({ from, to }) => [from, to])].filter(
    (path) => !brought.has(path) && !removed.has(path) && !library.texts.has(path),
  );
  const numbers = files.flatMap((file) => needsNow(file).numbers);
  const { missingPaths, knownNumbers } = await findOut(
    { request, raw, subject, library },
    { path: 'amendment', paths: [...new Set(paths)].slice(0, MOST_PATHS), numbers: [...new Set(numbers)] },
  );
  // A page that was never there is not missed under the new name either.
  const never = new Set(pages.flatMap(({ from, to }) => (missingPaths.has(from) ? [to] : [])));
  const removedPaths = new Set([...removed].filter((path) => !brought.has(path)));
  const missing = [...missingPaths].filter((path) => !never.has(path));
  return { missingPaths: new Set([...missing, ...removedPaths]), removedPaths, knownNumbers };
}

const NOTHING: OutsideNeeds = { paths: [], numbers: [] };

function needsNow({ document }: Amended): OutsideNeeds {
  if (!document || document.unreadable) return NOTHING;
  const { path, source, proposal } = document;
  return outsideNeeds(proposal, { path, source, pullRequest: null });
}

function needsBefore({ base, previousPath: path }: Amended): OutsideNeeds {
  if (base === null) return NOTHING;
  return outsideNeeds(readProposal(base, { path }), { path, source: base, pullRequest: null });
}

/** Where the rendered page of a file that moves was, and where it belongs then. */
function movedPage({ path, previousPath, document }: Amended, rules: Rules): { from: string; to: string }[] {
  const companion = companionBy(rules);
  if (!companion || !document || path === previousPath) return [];
  return [{ from: companionPath(companion, previousPath), to: companionPath(companion, path) }];
}
