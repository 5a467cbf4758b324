import type { Governing, Said } from '../../facts/facts.js';
import type { LineBody, Who } from '../../ledger/lines.js';
import type { BodyMember, Place } from '../../ledger/nomination-lines.js';
import { electorateOf, findPerson, groupBySlug, leadsOf, loginKey } from '../../people/index.js';
import type { Governance, PersonRecord } from '../../people/types.js';
import type { Rules, Standing } from '../../rules/schema.js';
import { electorFor, onceEach } from '../electors.js';
import { loginsOf } from '../roles.js';
import { askedOf, saysIn } from './asked.js';
import { groupNamed } from './named.js';
import { was } from './weigh.js';

/** What somebody of the files is, as far as it matters for a step: their place on the ladder, and theirs in one group. */
interface Holder {
  person: PersonRecord;
  roles: string[];
}

/** What a group gives, as roles, each with the logins that the files give it to. */
function placesIn(governance: Governance, slug: string | null): { role: string; logins: string[] }[] {
  const group = slug === null ? null : groupBySlug(governance, slug);
  if (!group) return [];
  const body = electorateOf(governance, group);
  return [
    { role: `lead:${group.slug}`, logins: leadsOf(group).flatMap(({ login }) => login ?? []) },
    { role: `wg-member:${group.slug}`, logins: body.ok ? body.electors.map(({ login }) => login) : [] },
  ];
}

/** What an account's person is in a group by the files: on the ladder also in one that can be responsible for nothing. */
export function rolesIn(account: Who, governing: Governing, group: string | null): string[] {
  const own = loginsOf(account, governing);
  return placesIn(governing.governance, group).flatMap(({ role, logins }) =>
    logins.some((login) => own.includes(loginKey(login))) ? [role] : [],
  );
}

/** Everybody of the files who holds one of these standings, with what they are. */
function holders(governance: Governance, asked: readonly Standing[], group: string | null): Holder[] {
  const places = placesIn(governance, group);
  const has = (person: PersonRecord, logins: readonly string[]): boolean =>
    logins.some((login) => findPerson(governance, login) === person);
  return governance.people
    .map((person) => ({
      person,
      roles: [
        ...(person.role === 'contributor' ? [] : [person.role]),
        ...places.filter(({ logins }) => has(person, logins)).map(({ role }) => role),
      ],
    }))
    .filter((one) => was(one, asked, group));
}

/**
 * Who may have a say in a matter now, each person once with ids. Whom the files name and no account is called keeps a
 * place, under an id that nobody has: a majority of fewer people would be reached too soon.
 */
export function bodyFor(
  governing: Pick<Governing, 'governance' | 'accounts'>,
  asked: readonly Standing[],
  group: string | null,
): BodyMember[] {
  const members = holders(governing.governance, asked, group).map(({ person, roles }, index): BodyMember => {
    const { login, organization } = person;
    const elector = electorFor(person, governing) ?? { id: -1 - index, login, also: [], organization };
    return { ...elector, roles };
  });
  const kept = new Set(onceEach(members));
  return members.filter((member) => kept.has(member));
}

/** Whose word ends somebody's role depends on what they hold, which is looked up later: these are all that it can be. */
const ENDS = (['member', 'maintainer', 'core-maintainer'] as const).map((role) => ({
  ...{ matter: 'emeritus' as const, to: 'everything' as const, standing: { role } },
}));

/**
 * The logins, in lower case, of everybody who may have a say in what a look finds opened, and of whom it is about: their
 * accounts have to be known then, since they are pinned. Nobody where nothing opens.
 */
export function bodyLogins(
  said: readonly Said[],
  lines: readonly LineBody[],
  governance: Governance,
  rules: Rules,
): Set<string> {
  if (lines.some(({ kind }) => kind === 'nomination')) return new Set();
  const people = said.flatMap((one): PersonRecord[] => {
    const { command, args, problem } = groupNamed(one, governance);
    if (problem !== null || !['nominate', 'emeritus', 'inactive'].includes(command)) return [];
    const [login, to, group = null] = args as [string, Place, string?];
    const opens =
      command === 'nominate'
        ? [{ ...{ matter: 'advance' as const, to }, standing: { role: 'contributor' as const } }]
        : ENDS;
    const asked = opens.flatMap((open) => saysIn(askedOf(open, rules)));
    const about = findPerson(governance, login);
    return [...(about ? [about] : []), ...holders(governance, asked, group).map(({ person }) => person)];
  });
  return new Set(people.flatMap(({ logins }) => logins.map(loginKey)));
}
