import type { Governing, Said } from '../../facts/facts.js';
import type { LineBody } from '../../ledger/lines.js';
import type { BodyMember, Place } from '../../ledger/nomination-lines.js';
import { electorateOf, findPerson, groupBySlug, leadsOf, loginKey, matchGroup } from '../../people/index.js';
import type { Governance, PersonRecord } from '../../people/types.js';
import type { Rules, Standing } from '../../rules/schema.js';
import { electorFor, onceEach } from '../electors.js';
import { askedOf, saysIn } from './asked.js';

/** What somebody of the files is, as far as it matters for a step: their place on the ladder, and theirs in one group. */
function rolesFor(person: PersonRecord, { group, leads, members }: Standings): string[] {
  const isOne = (logins: ReadonlySet<string>): boolean => person.logins.some((login) => logins.has(loginKey(login)));
  return [
    ...(person.role === 'contributor' ? [] : [person.role]),
    ...(group !== null && isOne(leads) ? [`lead:${group}`] : []),
    ...(group !== null && isOne(members) ? [`wg-member:${group}`] : []),
  ];
}

interface Standings {
  /** Slug of the group; null for none. */
  group: string | null;
  leads: ReadonlySet<string>;
  members: ReadonlySet<string>;
}

function standingsIn(governance: Governance, slug: string | null): Standings {
  const found = slug === null ? null : groupBySlug(governance, slug);
  if (!found) return { group: slug, leads: new Set(), members: new Set() };
  const body = electorateOf(governance, found);
  return {
    group: slug,
    leads: new Set(leadsOf(found).flatMap(({ login }) => (login === null ? [] : [loginKey(login)]))),
    members: new Set(body.ok ? body.electors.flatMap(({ logins }) => logins.map(loginKey)) : []),
  };
}

/** Everybody of the files who holds one of these standings, with what they are. */
function holders(
  governance: Governance,
  asked: ReadonlySet<Standing>,
  group: string | null,
): { person: PersonRecord; roles: string[] }[] {
  const standings = standingsIn(governance, group);
  return governance.people.flatMap((person) => {
    const roles = rolesFor(person, standings);
    const isAsked = roles.some((role) => asked.has(role.replace(/:.*$/, '') as Standing));
    return isAsked ? [{ person, roles }] : [];
  });
}

/**
 * Who may have a say in a matter now, each person once with ids. Whom the files name and no account is called keeps a
 * place, under an id that nobody has: a majority of fewer people would be reached too soon.
 */
export function bodyFor(
  governing: Pick<Governing, 'governance' | 'accounts'>,
  asked: ReadonlySet<Standing>,
  group: string | null,
): BodyMember[] {
  const found = holders(governing.governance, asked, group);
  const members = found.map(({ person, roles }, index): BodyMember => {
    const { login, organization } = person;
    const elector = electorFor(person, governing) ?? { id: -1 - index, login, also: [], organization };
    return { ...elector, roles };
  });
  const kept = new Set(onceEach(members));
  return members.filter((member) => kept.has(member));
}

/** The matters that somebody's words may open, with the place that they name. */
const OPENING: Readonly<Record<string, (args: readonly string[]) => { to: Place; group: string | null }>> = {
  nominate: ([, to, group]) => ({ to: to as Place, group: group ?? null }),
  emeritus: () => ({ to: 'everything', group: null }),
  inactive: () => ({ to: 'everything', group: null }),
  'step-down': ([to, group]) => ({ to: to as Place, group: group ?? null }),
};

/**
 * The logins, in lower case, of everybody who may have a say in what a look finds opened: their accounts have to be known
 * then, since they are pinned. Nobody where nothing opens.
 */
export function bodyLogins(
  said: readonly Said[],
  lines: readonly LineBody[],
  governance: Governance,
  rules: Rules,
): Set<string> {
  const logins = new Set<string>();
  if (lines.some(({ kind }) => kind === 'nomination')) return logins;
  for (const { command, args, problem } of said) {
    const opening = problem === null && Object.hasOwn(OPENING, command) ? OPENING[command]?.(args) : undefined;
    if (!opening || command === 'step-down') continue;
    // Whom it is about is pinned with all their accounts.
    for (const own of findPerson(governance, args[0] ?? '')?.logins ?? []) logins.add(loginKey(own));
    const match = opening.group === null ? null : matchGroup(governance, opening.group);
    const slug = match?.kind === 'one' ? match.group.slug : opening.group;
    // Whose word ends somebody's role depends on what they hold, which is looked up later: all who may are asked for.
    const matters =
      command === 'nominate'
        ? [askedOf({ matter: 'advance', to: opening.to, standing: { role: 'contributor' } }, rules)]
        : (['member', 'maintainer', 'core-maintainer'] as const).map((role) =>
            askedOf({ matter: 'emeritus', to: 'everything', standing: { role } }, rules),
          );
    const asked = new Set(matters.flatMap((one) => [...saysIn(one)]));
    for (const { person } of holders(governance, asked, slug))
      for (const own of person.logins) logins.add(loginKey(own));
  }
  return logins;
}
