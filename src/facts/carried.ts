import { carriedQuery, type RawCarried, type RawOther } from '../github/queries/carried.js';
import { filesQuery, type RawFilesAt } from '../github/queries/files-at.js';
import { present, query, whatIsThere } from '../github/read.js';
import { ledgerFolder } from '../ledger/layout.js';
import type { Line } from '../ledger/lines.js';
import { proposalFile } from '../proposal/index.js';
import type { Rules } from '../rules/schema.js';
import { documentFrom, Moved } from './document.js';
import type { Beside, PullFacts, RepositoryRef, Said } from './facts.js';
import { addedFiles, changedFiles, type ChangedFile } from './files.js';
import type { LookRequest } from './gather.js';
import { ownAmong, proposalsAmong, type Claimant } from './whose.js';
import type { SubjectMemory } from './memory.js';

/** What a pull request that adds SEP files, and none of its own, travels with. */
export interface Companionship {
  path: string;
  /** The open proposal whose number the file carries; null where there is none. */
  of: number | null;
  /** Whether another open pull request into the default branch has the same head: the checks there are that one's. */
  sharesHead: boolean;
}

/** The SEP files that a pull request adds: its own one at most, and why it has none, if it adds any. */
export interface Carried {
  own: ChangedFile | null;
  beside: readonly Beside[];
  companion: Companionship | null;
}

/** What is needed beside the request to tell whose the files are. */
export interface CarriedLook {
  request: LookRequest;
  subject: SubjectMemory;
  pull: PullFacts;
  changed: readonly ChangedFile[];
  rules: Rules;
  defaultBranch: string;
  /** Whether the pull request has a ledger: it stays a proposal then, whatever number its file carries. */
  begun: boolean;
  /** Whether the proposal that it was last found to travel with is still open. */
  isOtherOpen: boolean;
}

const NOTHING: Carried = { own: null, beside: [], companion: null };

/** More numbers than these are a strange pull request's; what is not asked belongs to nobody. */
const MOST_NUMBERS = 10;

/** More SEP files than these are a move of a whole folder; the others are taken for proposals unread. */
const MOST_READ = 50;

/** A SEP file that is added, with what tells whose it is. */
interface Candidate extends Claimant {
  file: ChangedFile;
}

/**
 * Whose the SEP files are that a pull request adds (DESIGN.md, Subjects). Its own is the one that carries its number,
 * else one without a number, else the first whose number no other open proposal has. A file that is some other open
 * proposal's, or that is brought into another branch, makes a companion of the pull request, if it brings nothing else.
 *
 * Once for a head: no request as a rule; one where a file carries another number or goes into another branch, and one
 * more to see which are proposals where there are several.
 * @throws {Moved} where somebody pushed meanwhile
 */
export async function carriedBy(look: CarriedLook): Promise<Carried> {
  const { subject, pull, rules, changed, begun } = look;
  const added = addedFiles(changed, rules.paths.proposals);
  // A proposal whose base was changed is not looked at in another branch; its document is gone.
  if (added.length === 0 || (begun && !pull.intoDefault)) return NOTHING;
  const key = [pull.head, pull.base, pull.intoDefault, rules.paths.proposals, begun].join(' ');
  const known = subject.carried;
  const isStillSo = known?.carried.companion?.of == null || look.isOtherOpen;
  if (known?.key === key && isStillSo) return known.carried;
  const carried = await find(look, await candidates(look, added));
  subject.carried = { key, carried };
  return carried;
}

async function find(look: CarriedLook, all: readonly Candidate[]): Promise<Carried> {
  const { request, pull, begun } = look;
  const [first] = proposalsAmong(all);
  if (!first) return NOTHING;
  const numbers = all.flatMap(({ number }) => (number === null || number === request.number ? [] : [number]));
  const isPlain = pull.intoDefault && (numbers.length === 0 || (begun && all.length === 1));
  const { open, sharesHead } = isPlain ? NOBODY : await askWhose(look, [...new Set(numbers)]);
  const of = ({ number }: Candidate): number | null => (number !== null && open.has(number) ? number : null);
  const own = ownAmong(all, request.number, open) ?? (begun ? first : null);
  const chosen = pull.intoDefault ? own : null;
  if (!chosen) return { ...NOTHING, companion: { path: first.file.path, of: of(first), sharesHead } };
  const beside = all
    .filter((candidate) => candidate !== chosen)
    .map((candidate) => ({ path: candidate.file.path, isProposal: candidate.isProposal, of: of(candidate) }));
  return { own: chosen.file, beside, companion: null };
}

/** The added files; where there are several, with whether each has a preamble, which is one request. */
async function candidates(look: CarriedLook, added: readonly ChangedFile[]): Promise<Candidate[]> {
  const { request, pull, rules } = look;
  const { client, repository, number } = request;
  const numbered = added.map((file) => ({
    file,
    number: proposalFile(file.path, { folder: rules.paths.proposals })?.number ?? null,
  }));
  if (numbered.length === 1) return numbered.map((one) => ({ ...one, isProposal: true }));
  const { text, variables } = filesQuery(added.slice(0, MOST_READ).map(({ path }) => path));
  const raw = await query<RawFilesAt>(client, text, { ...repository, number, ...variables });
  const commit = present(raw.repository?.pullRequest?.commits.nodes)[0]?.commit;
  if (commit?.oid !== pull.head) throw new Moved(`The head of #${number} moved while it was read.`);
  return numbered.map((one, index) => {
    const entry = commit[`file${index}`];
    if (index >= MOST_READ) return { ...one, isProposal: true };
    return { ...one, isProposal: entry != null && documentFrom(entry, one.file).proposal.form !== null };
  });
}

interface Whose {
  /** The numbers that are open proposals. */
  open: ReadonlySet<number>;
  sharesHead: boolean;
}

const NOBODY: Whose = { open: new Set(), sharesHead: false };

/** Which of these numbers are open proposals, and whether somebody else's pull request has the same head: one request. */
async function askWhose({ request, pull, rules, defaultBranch }: CarriedLook, all: number[]): Promise<Whose> {
  const { client, repository, number } = request;
  const numbers = all.slice(0, MOST_NUMBERS);
  const { text, variables } = carriedQuery(numbers);
  const answer = await query<unknown>(client, text, {
    ...repository,
    number,
    recordRef: `refs/heads/${rules.record.branch}`,
    ...variables,
    ...Object.fromEntries(numbers.map((each, index) => [`ledger${index}`, ledgerFolder(each)])),
  }).catch(whatIsThere);
  const found = (answer as RawCarried).repository;
  const commit = present(found?.pullRequest?.commits.nodes)[0]?.commit;
  if (!found || commit?.oid !== pull.head) throw new Moved(`The head of #${number} moved while it was read.`);
  const open = new Set<number>();
  for (const [index, each] of numbers.entries()) {
    const other = found[`issue${index}`];
    if (other?.state !== 'OPEN') continue;
    const begun = found.record?.target[`ledger${index}`] != null;
    if (begun || (other.baseRefName === defaultBranch && (await brings(request, repository, each, other, rules)))) {
      open.add(each);
    }
  }
  const sharesHead = present(commit.associatedPullRequests?.nodes).some(
    (other) =>
      other.number !== number &&
      other.state === 'OPEN' &&
      other.baseRefName === defaultBranch &&
      other.headRefOid === pull.head,
  );
  return { open, sharesHead };
}

/** Whether a pull request adds a SEP file that is its own: one that carries its number, or none yet. */
async function brings(
  { client }: LookRequest,
  repository: RepositoryRef,
  number: number,
  { files }: RawOther,
  rules: Rules,
): Promise<boolean> {
  const isOwn = (path: string): boolean => {
    const file = proposalFile(path, { folder: rules.paths.proposals });
    return file !== null && (file.number === null || file.number === number);
  };
  if (present(files?.nodes).some(({ path, changeType }) => changeType === 'ADDED' && isOwn(path))) return true;
  if (files?.pageInfo.hasNextPage !== true) return false;
  const all = await changedFiles(client, repository, number);
  return all.some(({ path, status }) => status === 'added' && isOwn(path));
}

/** The marker of the one reply that says where commands belong. */
export const ELSEWHERE = 'elsewhere';

/**
 * Whether a command was answered with where it belongs, while the pull request carried another's proposal: such a word
 * does not count later, when the pull request has become a proposal. A reaction of our own can only take away here.
 */
export const wasSentElsewhere = ({ source }: Said, subject: SubjectMemory, ledger: readonly Line[]): boolean =>
  subject.posts.has(ELSEWHERE) &&
  subject.reactions.get(source.id)?.has('CONFUSED') === true &&
  !ledger.some((line) => line.kind === 'act' && line.source.id === source.id);
