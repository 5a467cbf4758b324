import type { GitHubClient } from '../github/clients.js';
import type { RawGoverned } from '../github/queries/fragments.js';
import { peopleOn, readSources, type OrganizationMembers, type ReadSources } from '../people/index.js';
import type { Governance } from '../people/types.js';
import { loadRules, readTakenOver, type Listed, type LoadedRules, type RulesProblem } from '../rules/index.js';
import type { Rules } from '../rules/schema.js';
import { readTemplates } from '../templates/index.js';
import type { RepositoryRef } from './facts.js';
import { filesAt, textsOf, type GoverningFiles, type GoverningTexts } from './governing-texts.js';
import { lastGood, type Held } from './last-good.js';
import { membersOf } from './members.js';
import type { GoverningMemory, RepositoryMemory } from './memory.js';
import { RULES_FILE, whyBroken, type FileText } from './readable.js';

export { governedBy, textOf, type GoverningTexts } from './governing-texts.js';
export { RULES_FILE, TAKEN_OVER_FILE } from './readable.js';

/** What governs a repository cannot be read, and no earlier version either: nothing is decided until it can. */
export class Ungoverned extends Error {
  override readonly name = 'Ungoverned';
  constructor(readonly problems: readonly RulesProblem[]) {
    super(problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`).join('\n'));
  }
}

/** For `catch`: what governs cannot be read, as a value. */
export function unlessUngoverned(error: unknown): Ungoverned {
  if (error instanceof Ungoverned) return error;
  throw error;
}

/** The rules of the default pack: where to look before a repository's own rules have been read. */
export function packRules(): Rules {
  const result = loadRules(null);
  if (!result.ok) throw new Ungoverned(result.problems);
  return result.loaded.rules;
}

/** What a repository's governing files and merged proposals are made of, as one text: equal keys mean equal content. */
export const governingKey = (target: RawGoverned): string =>
  [
    target.rules,
    target.groups,
    target.interest,
    target.maintainers,
    target.roster,
    target.proposals,
    target.template,
    target.words,
    target.takenOver,
  ]
    .map((file) => file?.oid ?? '-')
    .join(' ');

/**
 * Who is who by a repository's texts.
 * @param asOf the day, `YYYY-MM-DD`, on which roles and terms have to hold
 * @throws {Ungoverned} for a roster that cannot be read
 */
export function governanceOf(texts: GoverningTexts, rules: Rules, asOf: string): Governance {
  const roster: FileText = { kind: 'roster', path: rules.paths.roster, text: texts.roster, isNoText: false };
  const broken = whyBroken(roster, rules.paths);
  if (broken.length > 0) throw new Ungoverned(broken);
  return peopleOn(readSources(texts, rules.paths), asOf);
}

/** Where and when something is asked of what governs. */
export interface Asking {
  client: GitHubClient;
  repository: RepositoryRef;
  memory: RepositoryMemory;
  /** The day, `YYYY-MM-DD`, on which roles and terms have to hold. */
  asOf: string;
}

/**
 * What governs the repository, from memory while the files of the default branch are the same objects. While one of them
 * is held at an earlier version, the branch has to stand on the same commit, too: which version was the last that could
 * be read, only the branch's history tells.
 * @param assumed rules whose paths `target` was asked for with
 * @throws {Ungoverned} where rules, roster or maintainers could not be read in any of their last versions
 */
export async function governingAt(asking: Asking, target: RawGoverned, assumed: Rules): Promise<GoverningMemory> {
  const { memory, asOf } = asking;
  const key = governingKey(target);
  const known = memory.governing;
  const isCurrent = known?.key === key && (known.held.length === 0 || known.head === target.oid);
  if (known && isCurrent && samePaths(known.loaded.rules.paths, assumed.paths)) {
    const moved = known.head === target.oid ? known : { ...known, head: target.oid, commit: target.oid };
    memory.governing = onDay(moved, asOf, await membersToday(asking));
    return memory.governing;
  }
  // Several looks that begin at once wait for one reading. One that found nothing to go by holds for its commit.
  const id = [target.oid, key, ...Object.values(assumed.paths)].join(' ');
  if (memory.reading?.id !== id) memory.reading = { id, governing: readGoverning(asking, target.oid, key, assumed) };
  const { reading } = memory;
  try {
    memory.governing = onDay(await reading.governing, asOf, await membersToday(asking));
  } catch (error) {
    if (!(error instanceof Ungoverned) && memory.reading === reading) memory.reading = null;
    throw error;
  }
  return memory.governing;
}

/**
 * Reads what governs a repository from a commit of its default branch: one request, or two where its rules name other
 * paths than those assumed. Where a file cannot be read, its last version that could be counts. Where those are the
 * rules, everything else is taken from the same commit as they: what governs is then what once did, and nothing is read
 * by rules that it was not written under.
 */
async function readGoverning(asking: Asking, head: string, key: string, assumed: Rules): Promise<GoverningMemory> {
  const { client, repository, asOf } = asking;
  const read = (commit: string, paths: Rules['paths']): Promise<GoverningFiles> =>
    filesAt(client, repository, commit, paths);
  const first = await read(head, assumed.paths);
  const { loaded, held: rulesHeld } = await rulesFrom(asking, head, first.rules);
  const { paths } = loaded.rules;
  const now = samePaths(paths, assumed.paths) ? first : await read(head, paths);
  const commit = rulesHeld?.commit ?? head;
  const then = rulesHeld ? await read(commit, paths) : now;
  const { sources, takenOver, held } = await peopleFrom(asking, commit, then.people, paths);
  const allHeld = [...(rulesHeld ? [rulesHeld] : []), ...held];
  return {
    key,
    asOf,
    head,
    commit,
    held: allHeld,
    problems: allHeld.length > 0 ? problemsNow(now, then, paths, held) : [],
    sources,
    loaded,
    governance: peopleOn(sources, asOf),
    library: now.library,
    takenOver,
    templates: readTemplates(now.templates),
  };
}

async function rulesFrom(
  { client, repository }: Asking,
  commit: string,
  file: FileText,
): Promise<{ loaded: LoadedRules; held: Held | null }> {
  const result = file.isNoText ? null : loadRules(file.text, RULES_FILE);
  if (result?.ok) return { loaded: result.loaded, held: null };
  // No charters are read here, so it does not matter where they lie.
  const { paths } = packRules();
  const held = (await lastGood({ client, repository, commit, paths }, [file])).get(RULES_FILE);
  const earlier = held && loadRules(held.text, RULES_FILE);
  if (!held || !earlier?.ok) throw new Ungoverned(whyBroken(file, paths));
  return { loaded: earlier.loaded, held };
}

async function peopleFrom(
  { client, repository, memory }: Asking,
  commit: string,
  files: readonly FileText[],
  paths: Rules['paths'],
): Promise<{ sources: ReadSources; takenOver: Listed[]; held: Held[] }> {
  const idOf = ({ path, text }: FileText): string => `${path}\n${text ?? ''}`;
  const broken = files.filter((file) => whyBroken(file, paths).length > 0 && !memory.neverWhole.has(idOf(file)));
  if (broken.length === 0) return { sources: readSources(textsOf(files), paths), takenOver: listedIn(files), held: [] };
  const good = await lastGood({ client, repository, commit, paths }, broken);
  for (const file of broken) {
    if (good.has(file.path)) continue;
    // A charter that never was whole says what it can, and its group decides nothing without its list of members.
    if (file.kind !== 'charter' || file.text === null) throw new Ungoverned(whyBroken(file, paths));
    memory.neverWhole.add(idOf(file));
  }
  const taken = files.map((file): FileText => {
    const held = good.get(file.path);
    return held ? { ...file, text: held.text, isNoText: false } : file;
  });
  return { sources: readSources(textsOf(taken), paths), takenOver: listedIn(taken), held: [...good.values()] };
}

/** What the list among these files says of what was taken over; nothing where it is not there, or cannot be read. */
export function listedIn(files: readonly FileText[]): Listed[] {
  const text = files.find(({ kind }) => kind === 'taken-over')?.text ?? null;
  const read = text === null ? null : readTakenOver(text);
  return read?.ok === true ? read.listed : [];
}

/** What is wrong with the files as they stand on the default branch now, whichever versions count. */
function problemsNow(
  now: GoverningFiles,
  then: GoverningFiles,
  paths: Rules['paths'],
  held: readonly Held[],
): RulesProblem[] {
  const wasWhole = ({ path }: FileText): boolean =>
    held.some((one) => one.path === path) ||
    then.people.some((file) => file.path === path && file.text !== null && whyBroken(file, paths).length === 0);
  return [now.rules, ...now.people]
    .filter((file) => file.kind !== 'charter' || wasWhole(file))
    .flatMap((file) => whyBroken(file, paths));
}

/** The same files on another day: terms begin and end without anybody touching a file. */
export function onDay(known: GoverningMemory, asOf: string, members = known.sources.members): GoverningMemory {
  if (known.asOf === asOf && known.sources.members === members) return known;
  const sources = { ...known.sources, members };
  return { ...known, asOf, sources, governance: peopleOn(sources, asOf) };
}

/** The organisation's members, as a request has found them on that day. */
async function membersToday({ client, repository, memory, asOf }: Asking): Promise<OrganizationMembers | null> {
  if (memory.members?.asOf !== asOf) memory.members = { asOf, members: await membersOf(client, repository.owner) };
  return memory.members.members;
}

/** Whether two sets of paths name the same files. */
export const samePaths = (a: Rules['paths'], b: Rules['paths']): boolean =>
  a.workingGroups === b.workingGroups &&
  a.interestGroups === b.interestGroups &&
  a.maintainers === b.maintainers &&
  a.roster === b.roster &&
  a.proposals === b.proposals &&
  a.template === b.template;
