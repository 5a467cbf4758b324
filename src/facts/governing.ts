import type { GitHubClient } from '../github/clients.js';
import { GOVERNING, type RawGoverning } from '../github/queries/governing.js';
import type { RawBlob, RawGoverned } from '../github/queries/fragments.js';
import { query } from '../github/read.js';
import { peopleOn, readSources, type PeopleTexts, type ReadSources } from '../people/index.js';
import type { Governance } from '../people/types.js';
import { loadRules, type RulesProblem } from '../rules/index.js';
import type { Rules } from '../rules/schema.js';
import type { Library, RepositoryRef } from './facts.js';
import { libraryOf } from './library.js';
import type { GoverningMemory, RepositoryMemory } from './memory.js';

/** Where the rules of a repository stand. */
export const RULES_FILE = '.github/convenor.yml';

/** The rules of a repository cannot be read: nothing is decided until they can. */
export class Ungoverned extends Error {
  override readonly name = 'Ungoverned';
  constructor(readonly problems: readonly RulesProblem[]) {
    super(problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`).join('\n'));
  }
}

/** The rules of the default pack: where to look before a repository's own rules have been read. */
export function packRules(): Rules {
  const result = loadRules(null);
  if (!result.ok) throw new Ungoverned(result.problems);
  return result.loaded.rules;
}

/** What a repository's governing files and merged proposals are made of, as one text: equal keys mean equal content. */
export const governingKey = (target: RawGoverned): string =>
  [target.rules, target.groups, target.interest, target.maintainers, target.roster, target.proposals, target.template]
    .map((file) => file?.oid ?? '-')
    .join(' ');

/** Where the governing files are, as the queries ask for them. */
export const governedBy = ({ workingGroups, interestGroups, maintainers, roster, ...paths }: Rules['paths']) => ({
  rulesFile: RULES_FILE,
  workingGroups,
  interestGroups,
  maintainers,
  roster,
  proposals: paths.proposals,
  template: paths.template ?? '',
  hasTemplate: paths.template !== null,
});

/** The texts that govern a repository: its rules, and who is who. A file that is not there is null. */
export interface GoverningTexts extends PeopleTexts {
  rules: string | null;
}

/**
 * Reads the sources of who is who.
 * @throws {Ungoverned} for a roster that cannot be read: without it somebody whom it stripped of a role would have it back
 */
function sourcesOf(texts: GoverningTexts, rules: Rules): ReadSources {
  const sources = readSources(texts, rules.paths);
  if (!sources.rosterBroken) return sources;
  const broken = sources.problems.filter(({ path }) => path === rules.paths.roster);
  throw new Ungoverned(broken.map((problem) => ({ ...problem, excerpt: '' })));
}

/**
 * Who is who by a repository's texts.
 * @param asOf the day, `YYYY-MM-DD`, on which roles and terms have to hold
 * @throws {Ungoverned} for a roster that cannot be read
 */
export const governanceOf = (texts: GoverningTexts, rules: Rules, asOf: string): Governance =>
  peopleOn(sourcesOf(texts, rules), asOf);

/**
 * Reads what governs a repository from a commit of its default branch: one request, or two where its rules name other
 * paths than those assumed.
 */
export async function readGoverning(
  client: GitHubClient,
  repository: RepositoryRef,
  commit: string,
  key: string,
  assumed: Rules['paths'],
  asOf: string,
): Promise<GoverningMemory> {
  const first = await readTexts(client, repository, commit, assumed);
  const result = loadRules(first.texts.rules, RULES_FILE);
  if (!result.ok) throw new Ungoverned(result.problems);
  const { rules } = result.loaded;
  const there = samePaths(rules.paths, assumed) ? first : await readTexts(client, repository, commit, rules.paths);
  const sources = sourcesOf(there.texts, rules);
  const { library } = there;
  return { key, asOf, sources, loaded: result.loaded, governance: peopleOn(sources, asOf), library };
}

const HEAD = /* GraphQL */ `
  query DefaultBranch($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      defaultBranchRef {
        target {
          oid
        }
      }
    }
  }
`;

/** What governs a repository, as the last look found it; read now where there was none in this process. */
export async function governingNow(
  client: GitHubClient,
  repository: RepositoryRef,
  memory: RepositoryMemory,
  asOf: string,
): Promise<GoverningMemory> {
  if (memory.governing) return onDay(memory.governing, asOf);
  const raw = await query<{ repository: { defaultBranchRef: { target: { oid: string } } | null } | null }>(
    client,
    HEAD,
    {
      ...repository,
    },
  );
  const commit = raw.repository?.defaultBranchRef?.target.oid;
  if (commit === undefined) throw new Error('The repository has no default branch that could be read.');
  // Not kept: a look compares the files that it was read from, and here nobody has asked for these.
  return readGoverning(client, repository, commit, '', packRules().paths, asOf);
}

/** The same files on another day: terms begin and end without anybody touching a file. */
export const onDay = (known: GoverningMemory, asOf: string): GoverningMemory =>
  known.asOf === asOf ? known : { ...known, asOf, governance: peopleOn(known.sources, asOf) };

/** Whether two sets of paths name the same files. */
export const samePaths = (a: Rules['paths'], b: Rules['paths']): boolean =>
  a.workingGroups === b.workingGroups &&
  a.interestGroups === b.interestGroups &&
  a.maintainers === b.maintainers &&
  a.roster === b.roster &&
  a.proposals === b.proposals &&
  a.template === b.template;

async function readTexts(
  client: GitHubClient,
  repository: RepositoryRef,
  commit: string,
  paths: Rules['paths'],
): Promise<{ texts: GoverningTexts; library: Library }> {
  const { workingGroups, interestGroups, maintainers, roster, proposals } = paths;
  const raw = await query<RawGoverning>(client, GOVERNING, { ...repository, commit, ...governedBy(paths) });
  const at = raw.repository?.object;
  if (!at) throw new Error('The commit of the default branch could not be read.');
  const texts = {
    rules: textOf(at.rules?.object, RULES_FILE),
    maintainers: textOf(at.maintainers?.object, maintainers),
    roster: textOf(at.roster?.object, roster),
    charters: [...chartersIn(at.groups?.object, workingGroups), ...chartersIn(at.interest?.object, interestGroups)],
  };
  return { texts, library: libraryOf(at.proposals?.object, at.template?.object, proposals) };
}

/** A file's whole text, or null where there is no file. A part of a file is never taken for the whole. */
export function textOf(blob: RawBlob | null | undefined, path: string): string | null {
  if (!blob) return null;
  if (blob.isTruncated || typeof blob.text !== 'string') {
    throw new Error(`${path} is too large or no text, so it cannot be read whole.`);
  }
  return blob.text;
}

function chartersIn(folder: RawBlob | null | undefined, path: string): { path: string; text: string }[] {
  return (folder?.entries ?? [])
    .filter((entry) => /\.mdx?$/.test(entry.name))
    .flatMap((entry) => {
      const file = `${path}/${entry.name}`;
      const text = textOf(entry.object, file);
      return text === null ? [] : [{ path: file, text }];
    });
}
