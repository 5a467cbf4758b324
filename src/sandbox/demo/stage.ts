import { coreBody, electorateOf, groupBySlug, matchGroup, roleOf } from '../../people/index.js';
import type { Governance, Group } from '../../people/types.js';
import { readProposal } from '../../proposal/index.js';
import { installConvenor, layGround, type Ground, type Plot } from '../ground.js';
import type { SandboxOptions } from '../index.js';
import type { Person, World } from '../people.js';

/** A specification repository and a proposal to bring to it. */
export interface Play extends Plot {
  /** The proposal's text, and its file's name without number. */
  proposal: { text: string; slug: string };
  /** What a member says against it; what fits the invented specification's first proposal where missing. */
  objection?: Objection;
  /** Slug of the Working Group that the story brings it to. */
  group: string;
}

/** A member's objection, and how it goes on. Each part is a sentence. */
export interface Objection {
  /** The block's name: lower case with hyphens. */
  slug: string;
  /** The objection as it is first said: it names nothing that would meet it, and is refused. */
  vague: string;
  says: string;
  alternative: string;
  /** Said when the block is cleared. */
  settled: string;
  /** Said by the one of the core who votes against. */
  doubt: string;
}

/** Who plays whom. Nobody plays two parts, but for small groups in which there is nobody else. */
export interface Cast {
  author: Person;
  lead: Person;
  member: Person;
  sponsor: Person;
  core: Person[];
  outsider: Person;
}

/** A GitHub in memory with a specification repository on it, its people, and Convenor. */
export interface Stage extends Omit<Ground, 'governance'> {
  play: Play;
  group: Group;
  cast: Cast;
}

/** A story cannot be told of this proposal and group, for the reason that the message gives in a sentence. */
export class Uncastable extends Error {
  override readonly name = 'Uncastable';
}

/**
 * Sets the stage: nothing has happened yet, and Convenor is not running.
 * @throws {Uncastable} where the files name nobody for a part
 */
export async function setStage(play: Play, handlers?: SandboxOptions['handlers']): Promise<Stage> {
  const { governance, ...ground } = layGround(play, handlers);
  const group = groupBySlug(governance, play.group);
  if (!group) throw new Uncastable(`There is no charter of a group ${play.group}.`);
  installConvenor(ground);
  const cast = castOf(ground.world, governance, group, play);
  await ground.sandbox.listen();
  return { ...ground, play, group, cast };
}

/** Finds people for the parts in what the files say, so that the same story can be told anywhere. */
function castOf(world: World, governance: Governance, group: Group, play: Play): Cast {
  const named = readProposal(play.proposal.text, { path: `${play.proposal.slug}.md` }).authors;
  const author = named.find((person) => person.github !== undefined)?.github ?? 'author';
  const body = electorateOf(governance, group);
  if (!body.ok) throw new Uncastable(body.message);
  const taken = new Set([author.toLowerCase()]);
  const choose = (logins: readonly string[], part: string, otherwise?: string): string => {
    const free = logins.find((login) => !taken.has(login.toLowerCase())) ?? otherwise;
    if (free === undefined)
      throw new Uncastable(`In ${group.title} nobody but the author ${author} can play the ${part}.`);
    taken.add(free.toLowerCase());
    return free;
  };
  const leads = group.leads.flatMap(({ login }) => login ?? []);
  const lead = choose(leads, 'lead');
  const members = body.electors.map(({ login }) => login);
  const member = choose([...members.filter((login) => !leads.includes(login)), ...members], 'member', lead);
  const maintainers = governance.people.filter(({ login }) => roleOf(governance, login) === 'maintainer');
  const core = coreBody(governance).map(({ login }) => login);
  const sponsor = choose([...maintainers.map(({ login }) => login), ...core], 'sponsor');
  const user = (login: string): Person => world.user(login);
  const judges = core.filter((login) => ![author, sponsor].includes(login));
  return {
    author: user(author),
    lead: user(lead),
    member: user(member),
    sponsor: user(sponsor),
    core: judges.map(user),
    outsider: user('passerby'),
  };
}

/**
 * The group that a proposal's preamble names, or whose charter names the number, a Working Group before an Interest
 * Group; null where neither does.
 */
export function groupFor(governance: Governance, text: string, number: number): Group | null {
  const wanted = readProposal(text, { path: 'proposal.md' }).workingGroup;
  const match = wanted === null ? null : matchGroup(governance, wanted);
  if (match?.kind === 'one') return match.group;
  const named = governance.groups.filter((group) => group.workItems.some((item) => item.numbers.includes(number)));
  return named.find(({ kind }) => kind === 'working-group') ?? named[0] ?? null;
}
