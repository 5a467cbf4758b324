import { sha256 } from '../ledger/chain.js';
import { loginKey, peopleOn, type Group, type ReadSources } from '../people/index.js';
import type { GroupLevel, GroupMember, GroupPerson, RosterPerson } from '../people/types.js';
import type { Account, Facts, Governing } from '../facts/facts.js';
import type { Relations } from '../proposal/index.js';
import { NO_OVERRIDES } from '../templates/index.js';
import { loginsOf, type Cast } from './cast.js';
import type { GroupGiven, PersonGiven } from './schema/index.js';
import { NONE } from './schema/values.js';
import type { World } from './story.js';

/** The accounts of a story: each login is one, with an id of its own. */
export class Accounts {
  private readonly known = new Map<string, Account>();

  /** The account of a login. */
  of(login: string): Account {
    const key = loginKey(login);
    const account = this.known.get(key) ?? {
      id: FIRST_ID + this.known.size,
      login,
      nodeId: `U_${FIRST_ID + this.known.size}`,
      isBot: false,
    };
    this.known.set(key, account);
    return account;
  }

  /** By lower-cased login. */
  get all(): ReadonlyMap<string, Account> {
    return this.known;
  }
}

const FIRST_ID = 1001;

const MERGED: Relations = { status: 'final', requires: [], supersedes: [], supersededBy: [] };

/** Where the sources of who is who would stand. */
const ROSTER = 'roster.yml';

/** What the default branch says at a moment: rules, people and groups, as the app would have read them. */
export class DefaultBranch {
  readonly commit: string;
  /** The merged proposals, by number: nothing is said of them but that they are. */
  readonly merged: ReadonlyMap<number, Relations>;
  /** What groups have shown before the story, by slug. */
  readonly shown: Facts['shown'];
  private readonly sources: ReadSources;
  private readonly days = new Map<string, Governing['governance']>();

  constructor(
    readonly world: World,
    cast: Cast,
    private readonly accounts: Accounts,
    name: string,
  ) {
    this.commit = sha256(name).slice(0, 40);
    this.merged = new Map(world.merged.map((number) => [number, MERGED]));
    this.shown = new Map(
      Object.entries(world.groups).map(([slug, { decided = 0, overturned = 0 }]) => [slug, { decided, overturned }]),
    );
    const loginOf = (one: string): string => cast.loginOf(one);
    this.sources = {
      roster: {
        source: ROSTER,
        organizations: {},
        organizationLines: {},
        people: Object.entries(world.people).map(([one, person], index) => rosterPerson(one, person, index + 1)),
      },
      groups: Object.entries(world.groups).flatMap(([slug, group]) =>
        group.status === 'gone' ? [] : [groupOf(slug, group, loginOf)],
      ),
      maintainers: null,
      members: null,
      rosterBroken: false,
      problems: [],
    };
    for (const [one, person] of Object.entries(world.people))
      for (const login of loginsOf(one, person)) accounts.of(login);
  }

  /** What governs at an instant. */
  at(now: string): Governing {
    const today = now.slice(0, 10);
    const governance = this.days.get(today) ?? peopleOn(this.sources, today);
    this.days.set(today, governance);
    const { rules, sha256: hash } = this.world.rules;
    return {
      commit: this.commit,
      held: [],
      rules,
      sha256: hash,
      governance,
      takenOver: [],
      templates: NO_OVERRIDES,
      accounts: this.accounts.all,
    };
  }
}

function rosterPerson(name: string, person: PersonGiven, line: number): RosterPerson {
  const { role = 'contributor', organization = NONE, emeritus = false } = person;
  return {
    ids: [],
    logins: [...loginsOf(name, person)],
    name: null,
    organization: organization === NONE ? null : organization,
    roles: role === 'contributor' ? [] : [{ role, since: null, until: null, decision: null, line }],
    moderator: false,
    groups: [],
    emeritus,
    line,
    lines: { ids: line, logins: line, name: line, organization: line, moderator: line, emeritus: line },
  };
}

function groupOf(slug: string, given: GroupGiven, loginOf: (name: string) => string): Group {
  const { title = titleFrom(slug), kind = 'working-group', status = 'active', workItems = [] } = given;
  const { leads = [], members = [], participants = [], observers = [] } = given;
  const source = `${slug}.mdx`;
  const person = (name: string): GroupPerson => ({
    login: loginOf(name),
    name: null,
    organization: null,
    term: null,
    termEnds: null,
    since: null,
    path: source,
    line: 1,
  });
  const member =
    (level: GroupLevel) =>
    (name: string): GroupMember => ({ ...person(name), level, rawLevel: level });
  return {
    slug,
    kind,
    title,
    status: status === 'gone' ? 'retired' : status,
    successor: null,
    mission: null,
    scope: { in: [], out: [] },
    related: [],
    leads: leads.map(person),
    members: [
      ...leads.map(member('lead')),
      ...(members === 'unknown' ? [] : members.map(member('member'))),
      ...participants.map(member('participant')),
      ...observers.map(member('observer')),
    ],
    membersKnown: members !== 'unknown',
    authority: [],
    workItems: workItems.map((number) => ({
      kind: 'work-item',
      title: `SEP-${number}`,
      number,
      numbers: [number],
      status: null,
      target: null,
      champions: [],
      championRaw: null,
      line: 1,
    })),
    emeritus: [],
    meetings: [],
    channel: null,
    sponsoredBy: [],
    source,
    lines: { title: null, kind: null, status: null, mission: null, channel: null, sponsors: null, membership: 1 },
  };
}

/** `wire-format` as `Wire Format`. */
const titleFrom = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
