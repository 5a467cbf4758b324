import type { Elector, Who } from '../ledger/lines.js';
import { coreBody, electorateOf, findPerson, groupBySlug, isMeant, loginKey } from '../people/index.js';
import type { Governing } from '../facts/facts.js';

/**
 * A person of the files as an elector with ids: all accounts together one vote. Where the roster gives the ids, these
 * are the accounts, seen or not; an elector is then called as the files call them. Null where no account is known.
 */
export function electorFor(
  person: { login: string; logins: readonly string[]; organization: string | null },
  { governance, accounts }: Pick<Governing, 'governance' | 'accounts'>,
): Elector | null {
  const { login, logins, organization } = person;
  const given = findPerson(governance, login)?.ids ?? [];
  const pinned = logins.flatMap((each) => {
    const account = accounts.get(loginKey(each));
    return account && isMeant(governance, each, account.id) ? [account] : [];
  });
  const known: readonly Who[] = given.length > 0 ? given.map((id) => ({ id, login })) : pinned;
  const [first, ...others] = known;
  if (!first) return null;
  const also = [...new Set(others.map((other) => other.id))].filter((id) => id !== first.id);
  return { id: first.id, login: first.login, also, organization };
}

/** Each person once: two logins of the files that turn out to be one account are one elector. */
export function onceEach(electors: readonly Elector[]): Elector[] {
  const seen = new Set<number>();
  return electors.filter((elector) => {
    const ids = [elector.id, ...elector.also];
    const known = ids.some((id) => seen.has(id));
    for (const id of ids) seen.add(id);
    return !known;
  });
}

/** The quorum body of a group now, with ids and which of these lead it, or why it has none. */
export function electorsOf(
  governing: Pick<Governing, 'governance' | 'accounts'>,
  slug: string,
): { ok: true; electors: Elector[]; leads: ReadonlySet<number> } | { ok: false; why: string } {
  const { governance } = governing;
  const group = groupBySlug(governance, slug);
  if (!group) return { ok: false, why: `There is no charter of a group \`${slug}\`.` };
  const body = electorateOf(governance, group);
  if (!body.ok) return { ok: false, why: body.message };
  const found = body.electors.map((person) => ({ person, elector: electorFor(person, governing) }));
  // Who is left out in silence makes the body smaller, and a smaller body passes what the whole one would not.
  const nobody = found.find(({ elector }) => elector === null);
  if (nobody) {
    const { login } = nobody.person;
    const why = `No account is called @${login}, whom ${group.title} counts, so its members are not known whole.`;
    return { ok: false, why };
  }
  const electors = onceEach(found.flatMap(({ elector }) => elector ?? []));
  const leads = new Set(found.flatMap(({ person, elector }) => (elector && person.level === 'lead' ? elector.id : [])));
  return { ok: true, electors, leads };
}

/**
 * The Core and Lead Maintainers, one body, and why it is not known whole; null where it is. Who has no account stays
 * counted, under an id that nobody has (below zero), since a body that got smaller in silence would decide by fewer
 * votes: what a deadline or an objection opens cannot be refused. Where nobody has an account the body is empty.
 */
export function coreOf(governing: Pick<Governing, 'governance' | 'accounts'>): {
  electors: Elector[];
  why: string | null;
} {
  const found = coreBody(governing.governance).map((person) => ({ person, elector: electorFor(person, governing) }));
  const nobody = found.flatMap(({ person, elector }) => (elector ? [] : [person]));
  if (nobody.length === 0) return { electors: onceEach(found.flatMap(({ elector }) => elector ?? [])), why: null };
  const names = nobody.map(({ login }) => `@${login}`).join(', ');
  const are = nobody.length === 1 ? 'is' : 'are';
  const why = `No account is called ${names}, who ${are} listed as Core or Lead Maintainer, so the core is not known whole.`;
  if (nobody.length === found.length) return { electors: [], why };
  const electors = found.map(({ person, elector }): Elector => {
    const { login, organization } = person;
    return elector ?? { id: -1 - nobody.indexOf(person), login, also: [], organization };
  });
  return { electors: onceEach(electors), why };
}
