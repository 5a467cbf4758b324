import type { GitHubClient } from '../github/clients.js';
import { versionsQuery, type RawVersions } from '../github/queries/versions.js';
import { query, wholeText } from '../github/read.js';
import type { PeoplePaths } from '../people/index.js';
import type { RulesProblem } from '../rules/index.js';
import type { RepositoryRef } from './facts.js';
import { branchStates, type BranchState } from './mainline.js';
import { whyBroken, type FileText, type GoverningFile } from './readable.js';

/** Versions of one file that are tried at most, the broken one counted in. */
const MOST_VERSIONS = 20;

/** A file that governs as it stood earlier, because it cannot be read as it stands on the default branch. */
export interface Held extends GoverningFile {
  /** The last commit of the default branch at which it could be read: its version counts. */
  commit: string;
  /** The text there; null where there was no file. */
  text: string | null;
  /** The commit of the default branch that broke it. */
  brokenBy: string;
  /** What that commit broke. */
  broke: readonly RulesProblem[];
}

/** Where to look for earlier versions. */
export interface Search {
  client: GitHubClient;
  repository: RepositoryRef;
  /** The commit of the default branch at which the files are broken. */
  commit: string;
  paths: PeoplePaths;
}

/** A version of a file, with the first and the last commit in the history of the branch that had it. */
interface Version {
  oid: string | null;
  newest: string;
  oldest: string;
}

/**
 * Finds for broken files what they said when they could last be read, in the history of the default branch and nowhere
 * else. Two requests as a rule; more where the branch has moved on by a hundred commits since.
 *
 * That there was no file is an answer as well: removing one is a change like any other. Only a charter has to have been
 * whole before: a group's first charter may be of any form.
 * @returns by path; a file without an entry could not be read in any of its last versions
 */
export async function lastGood(search: Search, broken: readonly GoverningFile[]): Promise<Map<string, Held>> {
  const { client, repository, commit } = search;
  const paths = broken.map(({ path }) => path);
  const states: BranchState[] = [];
  const texts = new Map<string, string | null>();
  const found = new Map<string, Held>();
  const open = new Set(broken);
  for await (const page of branchStates(client, repository, commit, paths)) {
    states.push(...page);
    await readVersions(
      search,
      [...open].flatMap(({ path }) => versionsOf(states, path)),
      texts,
    );
    for (const file of open) {
      const answer = answerFor(file, versionsOf(states, file.path), texts, search.paths);
      if (answer === 'open') continue;
      open.delete(file);
      if (answer !== null) found.set(file.path, answer);
    }
    if (open.size === 0) break;
  }
  return found;
}

/** The last versions of a file, newest first. */
function versionsOf(states: readonly BranchState[], path: string): Version[] {
  const versions: Version[] = [];
  for (const { commit, objects } of states) {
    const oid = objects.get(path) ?? null;
    const last = versions.at(-1);
    if (last?.oid === oid) last.oldest = commit;
    else if (versions.length === MOST_VERSIONS) break;
    else versions.push({ oid, newest: commit, oldest: commit });
  }
  return versions;
}

/** The version that counts; null where none does; `open` where older ones have to be seen. */
function answerFor(
  file: GoverningFile,
  versions: readonly Version[],
  texts: ReadonlyMap<string, string | null>,
  paths: PeoplePaths,
): Held | null | 'open' {
  let broke: RulesProblem[] = [];
  for (const [index, { oid, newest }] of versions.entries()) {
    const text = oid === null ? null : (texts.get(oid) ?? null);
    const version: FileText = { ...file, text, isNoText: oid !== null && text === null };
    const problems = whyBroken(version, paths);
    if (problems.length > 0) {
      broke = problems;
      continue;
    }
    const breaking = versions[index - 1];
    if (!breaking || (oid === null && file.kind === 'charter')) return null;
    return { kind: file.kind, path: file.path, commit: newest, text, brokenBy: breaking.oldest, broke };
  }
  return versions.length === MOST_VERSIONS ? null : 'open';
}

/** Reads the versions that have not been read yet, in one request. */
async function readVersions(
  { client, repository }: Search,
  versions: readonly Version[],
  texts: Map<string, string | null>,
): Promise<void> {
  const oids = [...new Set(versions.flatMap(({ oid }) => oid ?? []))].filter((oid) => !texts.has(oid));
  if (oids.length === 0) return;
  const { text, variables } = versionsQuery(oids);
  const raw = await query<RawVersions>(client, text, { ...repository, ...variables });
  for (const [index, oid] of oids.entries()) {
    texts.set(oid, wholeText(raw.repository?.[`blob${index}`]));
  }
}
