import type { Account, Governing } from '../facts/facts.js';
import type { Mentioned, Who } from '../ledger/lines.js';
import { electorateOf, findPerson, groupBySlug, isMeant, leadsOf, loginKey, roleOf } from '../people/index.js';
import type { PersonRecord } from '../people/types.js';
import { canBind } from '../routing/index.js';
import { electorFor } from './electors.js';

/** What an account is by the files of the default branch: ladder, groups led, groups whose quorum body it is in. */
export function rolesOf(account: Account, governing: Governing): string[] {
  const all = loginsOf(account, governing).flatMap((login) => rolesNamed(login, governing));
  return [...new Set(all)].sort();
}

/** What the files say of a login, whoever has it now: enough to tell what a claim would be worth, and for nothing else. */
export function rolesNamed(named: string, { governance, rules }: Pick<Governing, 'governance' | 'rules'>): string[] {
  const login = loginKey(named);
  const roles = new Set<string>();
  const ladder = roleOf(governance, login);
  if (ladder !== 'contributor') roles.add(ladder);
  for (const group of governance.groups) {
    // Who leads what cannot be responsible yet, or any more, has no power by it.
    if (!canBind(group, { rules })) continue;
    if (leadsOf(group).some((lead) => lead.login?.toLowerCase() === login)) roles.add(`lead:${group.slug}`);
    const body = electorateOf(governance, group);
    const members = body.ok ? body.electors.flatMap((elector) => elector.logins) : [];
    if (members.some((member) => member.toLowerCase() === login)) roles.add(`wg-member:${group.slug}`);
  }
  return [...roles];
}

/**
 * The logins of the files that mean this account, in lower case: all those of its person. So a renamed person keeps
 * their standing, and has it under each of their accounts, and whoever takes over an old login gets none of it.
 */
export const loginsOf = (account: Pick<Account, 'id'>, governing: Governing): string[] =>
  peopleOf(account, governing).flatMap(({ logins }) => logins.map(loginKey));

/** Ids of the other accounts of an account's person, ascending: those that the roster gives, else those of their logins. */
export function otherAccountsOf(account: Pick<Account, 'id'>, governing: Governing): number[] {
  const ids = peopleOf(account, governing).flatMap((person) => {
    const elector = electorFor(person, governing);
    return elector ? [elector.id, ...elector.also] : [];
  });
  return [...new Set(ids)].filter((id) => id !== account.id).sort((a, b) => a - b);
}

/** Whose account it is: to whom the roster gives its id, or else who has a login that was pinned to it at first sight. */
function peopleOf(account: Pick<Account, 'id'>, { governance, accounts }: Governing): PersonRecord[] {
  const isPinned = (login: string): boolean =>
    accounts.get(loginKey(login))?.id === account.id && isMeant(governance, login, account.id);
  return governance.people.filter(({ ids, logins }) => ids.includes(account.id) || logins.some(isPinned));
}

/** The accounts of those who lead a group by its charter, as far as they have one; nobody where there is no such group. */
export const leadAccounts = (
  slug: string,
  { governance, accounts }: Pick<Governing, 'governance' | 'accounts'>,
): Who[] =>
  (groupBySlug(governance, slug)?.leads ?? []).flatMap(({ login }): Who[] => {
    const account = login === null ? undefined : accounts.get(loginKey(login));
    return account ? [{ id: account.id, login: account.login }] : [];
  });

/** The organisation of an account's person, as the files know it; null where nobody says, or several are said. */
export function organizationOf(account: Pick<Account, 'id'>, governing: Governing): string | null {
  const people = loginsOf(account, governing).map(
    (login) => findPerson(governing.governance, login)?.organization ?? null,
  );
  const [first = null] = people;
  return people.every((one) => one === first) ? first : null;
}

/** Somebody whom a command names by their login, with what the files say of them now. */
export function mentionedAs(login: string, governing: Governing): Mentioned {
  const account = governing.accounts.get(loginKey(login));
  if (!account) return { login, account: null, roles: [], organization: null };
  return {
    login,
    account: { id: account.id, login: account.login },
    roles: rolesOf(account, governing),
    organization: organizationOf(account, governing),
  };
}
