import { readEntry, type Entry } from '../dashboard/entry.js';
import type { RawBlob } from '../github/queries/fragments.js';
import {
  governanceChangeQuery,
  type RawGovernanceChange,
  type RawGoverningFiles,
} from '../github/queries/governance-change.js';
import { present, query, wholeText } from '../github/read.js';
import { readSources, type ReadSources } from '../people/index.js';
import { recordOf } from '../routing/index.js';
import { notOurs } from './record-maker.js';
import { loadRules, readTakenOver, type Listed, type RulesProblem } from '../rules/index.js';
import type { Rules } from '../rules/schema.js';
import { Moved } from './document.js';
import type { ChangedGoverning, GovernanceChangeFacts, OpenProposal } from './facts.js';
import type { ChangedFile } from './files.js';
import type { LookRequest } from './gather.js';
import { samePaths } from './governing.js';
import { chartersIn, fileOf, governedBy, textsOf } from './governing-texts.js';
import type { GoverningMemory, SubjectMemory } from './memory.js';
import { RULES_FILE, TAKEN_OVER_FILE, whyBroken, type FileText } from './readable.js';

/** More changed files than this are a change of form, such as a formatter's. */
const MOST_FILES = 100;

type Paths = Rules['paths'];
type Kind = ChangedGoverning['kind'];

/** What one reading found: a part of the facts. */
export type GovernanceRead = Pick<
  GovernanceChangeFacts,
  'files' | 'more' | 'taken' | 'before' | 'after' | 'broken' | 'proposals' | 'unreadProposals' | 'shown'
>;

/** What a file governs, by where it lies; null for one that governs nothing. Folders of charters are not read deeper. */
export function governingKind(path: string, paths: Paths): Kind | null {
  if (path === RULES_FILE) return 'rules';
  if (path === paths.roster) return 'roster';
  if (path === TAKEN_OVER_FILE) return 'taken-over';
  if (path === paths.maintainers) return 'maintainers';
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return /\.mdx?$/.test(path) && [paths.workingGroups, paths.interestGroups].includes(folder) ? 'charter' : null;
}

/** The governing files among those that a pull request changes; a renamed one leaves its old path and takes the new. */
export function changedGoverning(changed: readonly ChangedFile[], paths: Paths): ChangedGoverning[] {
  return changed.flatMap(({ path, previousPath, status }) => {
    const file = (at: string, isRemoved: boolean): ChangedGoverning[] => {
      const kind = governingKind(at, paths);
      return kind === null ? [] : [{ path: at, kind, isRemoved }];
    };
    const left = status === 'renamed' && previousPath !== null ? file(previousPath, true) : [];
    return [...left, ...file(path, status === 'removed')];
  });
}

/** What is needed beside the request to read a change of the governance. */
export interface GovernanceLook {
  request: LookRequest;
  head: string;
  /** The commit of the default branch that the snapshot saw. */
  base: string;
  changed: readonly ChangedFile[];
  subject: SubjectMemory;
  /** What counts now. */
  governing: GoverningMemory;
  /** The index of the record, by its name in Git; null where there is none. */
  record: string | null;
}

/**
 * What governs the repository as a pull request would leave it, and the proposals that are open: one request, and one
 * more where the change itself says that the files lie elsewhere. Read once for a head, a default branch and a record.
 * @throws {Moved} where somebody pushed meanwhile
 */
export async function governanceRead(look: GovernanceLook): Promise<GovernanceRead> {
  const { subject, governing, head, base, record, request } = look;
  const key = [head, base, governing.key, request.now.slice(0, 10), record ?? '-'].join(' ');
  if (subject.governance?.key !== key) {
    subject.governance = { key, read: await read(look, governing.loaded.rules.paths) };
  }
  return subject.governance.read;
}

async function read(look: GovernanceLook, paths: Paths): Promise<GovernanceRead> {
  const { governing, changed } = look;
  const files = changedGoverning(changed, paths);
  const { taken, more, texts, base, index } = await ask(look, paths, files);
  const changedPaths = new Set(files.map(({ path }) => path));
  const broken = texts.flatMap((file) => (file.isNoText && changedPaths.has(file.path) ? whyBroken(file, paths) : []));
  // What the pull request does not touch counts as it does now, whatever stands in the file.
  const rules = files.some(({ kind }) => kind === 'rules') ? rulesOf(texts, broken) : governing.loaded.rules;
  if (rules !== null && !samePaths(rules.paths, paths)) return read(look, rules.paths);
  const sources = readSources({ ...textsOf(texts), members: governing.sources.members }, paths);
  // Where earlier rules hold, what stands on the default branch is not what counts.
  const areHeld = governing.held.some(({ kind }) => kind === 'rules');
  const isElsewhere = !samePaths(paths, governing.loaded.rules.paths);
  return {
    files,
    more,
    taken,
    before: {
      rules: governing.loaded.rules,
      rulesText: areHeld ? null : base,
      sources: governing.sources,
      takenOver: governing.takenOver,
    },
    after: {
      rules,
      rulesText: texts.find(({ kind }) => kind === 'rules')?.text ?? null,
      sources: isElsewhere ? sources : untouched(sources, governing.sources, files),
      takenOver: files.some(({ kind }) => kind === 'taken-over') ? listOf(texts, broken) : governing.takenOver,
    },
    broken,
    ...openProposals(index),
    shown: shownBy(index, [governing.loaded.rules, rules]),
  };
}

/** Sources with what a pull request does not change as it counts now: a file that is broken may be held at an earlier version. */
function untouched(read: ReadSources, now: ReadSources, files: readonly ChangedGoverning[]): ReadSources {
  const has = (kind: Kind): boolean => files.some((file) => file.kind === kind);
  const changed = new Set(files.map(({ path }) => path));
  return {
    ...read,
    groups: read.groups.map((group) =>
      changed.has(group.source) ? group : (now.groups.find(({ source }) => source === group.source) ?? group),
    ),
    ...(has('maintainers') ? {} : { maintainers: now.maintainers }),
    ...(has('roster') ? {} : { roster: now.roster, rosterBroken: now.rosterBroken }),
  };
}

interface Asked extends Pick<GovernanceRead, 'taken' | 'more'> {
  texts: FileText[];
  /** The rules file of the default branch. */
  base: string | null;
  index: Index;
}

async function ask(
  { request, head, base: onto, governing }: GovernanceLook,
  paths: Paths,
  files: readonly ChangedGoverning[],
): Promise<Asked> {
  const { client, repository, number } = request;
  const there = files.filter(({ isRemoved }) => !isRemoved);
  const kept = there.slice(0, MOST_FILES);
  const { rulesFile, workingGroups, interestGroups, maintainers, roster, takenOver } = governedBy(paths);
  const { text, variables } = governanceChangeQuery(kept.map(({ path }) => path));
  const raw = await query<RawGovernanceChange>(client, text, {
    ...repository,
    number,
    recordRef: `refs/heads/${governing.loaded.rules.record.branch}`,
    ...{ rulesFile, workingGroups, interestGroups, maintainers, roster, takenOver },
    ...variables,
  });
  const base = raw.repository?.base?.target;
  const pull = raw.repository?.pullRequest;
  const commit = present(pull?.commits.nodes)[0]?.commit;
  if (base?.oid !== onto || commit?.oid !== head) {
    throw new Moved(`The head of #${number}, or what it would be merged into, moved while it was read.`);
  }
  const ours = filesIn(base, paths);
  const record = raw.repository?.index?.target;
  const index = indexIn(record?.index?.object, record !== undefined && notOurs(record, raw.viewer.login) === null);
  const rules = ours.find(({ kind }) => kind === 'rules')?.text ?? null;
  const trial = pull?.potentialMergeCommit;
  const [into, merged] = present(trial?.parents.nodes).map(({ oid }) => oid);
  // GitHub makes the merge when somebody asks, so one that is there can be of an older head or default branch.
  if (trial && into === onto && merged === head) {
    return { taken: 'merge', more: 0, texts: filesIn(trial, paths), base: rules, index };
  }
  const unread = new Set(there.slice(MOST_FILES).map(({ path }) => path));
  const changed = new Set(files.flatMap(({ path }) => (unread.has(path) ? [] : [path])));
  const theirs = kept.map(({ kind, path }, index) => fileOf(kind, path, commit[`file${index}`]?.object));
  const texts = [...ours.filter(({ path }) => !changed.has(path)), ...theirs];
  return { taken: 'head', more: unread.size, texts, base: rules, index };
}

const filesIn = (at: RawGoverningFiles, paths: Paths): FileText[] => [
  fileOf('rules', RULES_FILE, at.rules?.object),
  fileOf('maintainers', paths.maintainers, at.maintainers?.object),
  fileOf('roster', paths.roster, at.roster?.object),
  ...chartersIn(at.groups?.object, paths.workingGroups),
  ...chartersIn(at.interest?.object, paths.interestGroups),
  fileOf('taken-over', TAKEN_OVER_FILE, at.takenOver?.object),
];

/** The changed rules; null where they cannot be read, with what is wrong with them added to the problems. */
function rulesOf(texts: readonly FileText[], broken: RulesProblem[]): Rules | null {
  const file = texts.find(({ kind }) => kind === 'rules');
  if (file?.isNoText === true) return null;
  const result = loadRules(file?.text ?? null, RULES_FILE);
  if (result.ok) return result.loaded.rules;
  // A mistake that shows in a pack below is one of the file that names the pack.
  const place = { path: RULES_FILE, line: 1, column: 1 };
  broken.push(...result.problems.map((each) => (each.path === RULES_FILE ? each : { ...each, ...place })));
  return null;
}

/** The changed list of what was taken over; null where it cannot be read, with what is wrong with it added to the problems. */
function listOf(texts: readonly FileText[], broken: RulesProblem[]): readonly Listed[] | null {
  const file = texts.find(({ kind }) => kind === 'taken-over');
  if (file?.isNoText === true) return null;
  const result = readTakenOver(file?.text ?? 'version: 1\nproposals: []\n');
  if (result.ok) return result.listed;
  broken.push(...result.problems);
  return null;
}

interface Index {
  entries: Entry[];
  /** Entries that are not of their form, or not whole. */
  unread: number;
}

/** @param isOurs whether the app itself wrote it: nothing is known from what anybody else did */
function indexIn(folder: RawBlob | null | undefined, isOurs: boolean): Index {
  const all = (folder?.entries ?? []).map(({ object }) => {
    const text = isOurs ? wholeText(object) : null;
    return text === null ? null : readEntry(text);
  });
  const entries = all.filter((entry) => entry !== null);
  return { entries, unread: all.length - entries.length };
}

/** The proposals that the index calls open. What could not be read is counted, so that nobody takes it for nothing. */
const openProposals = ({ entries, unread }: Index): Pick<GovernanceRead, 'proposals' | 'unreadProposals'> => ({
  proposals: entries
    .filter(({ open }) => open)
    .map(({ pull, number, title, type, status, takenOver, group, decision }): OpenProposal => {
      return { pull, number, title, type, status, takenOver, group, decision };
    })
    .sort((a, b) => a.pull - b.pull),
  unreadProposals: unread,
});

/** What groups have shown, where a grant of either rules asks for it; nothing is known from a part of the index. */
function shownBy({ entries, unread }: Index, rules: readonly (Rules | null)[]): GovernanceRead['shown'] {
  const grants = rules.flatMap((each) => Object.entries(each?.delegation.grants ?? {}));
  const asked = new Set(grants.flatMap(([slug, { needs }]) => (needs ? [slug] : [])));
  return new Map(unread > 0 ? [] : [...asked].map((slug) => [slug, recordOf(entries, slug)] as const));
}
