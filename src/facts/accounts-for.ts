import { commandNamed } from '../commands/registry.js';
import type { GitHubClient } from '../github/clients.js';
import {
  coreBody,
  electorateOf,
  findPerson,
  groupBySlug,
  isMeant,
  loginKey,
  matchGroup,
  participantsOf,
  personWithId,
} from '../people/index.js';
import type { Governance } from '../people/types.js';
import { resolveAccounts } from './accounts.js';
import type { Account, DocumentFacts, Said } from './facts.js';
import type { Listed } from '../rules/index.js';
import type { RepositoryMemory } from './memory.js';
import type { RecordFacts } from './record.js';

interface Need {
  client: GitHubClient;
  memory: RepositoryMemory;
  record: RecordFacts;
  governance: Governance;
  said: readonly Said[];
  document: { proposal: Pick<DocumentFacts['proposal'], 'workingGroup'> };
  /** What the default branch says of it; null where it says nothing. */
  listed: Listed | null;
  /** Further logins of the files, in lower case, whose accounts are needed. */
  more?: ReadonlySet<string>;
  /** The instant of the look. */
  now: string;
}

/**
 * The accounts behind the logins of the files: those pinned in the record first, then those that spoke now, then, in one
 * request, whoever may have to be counted or asked here and is not known yet. Where the roster gives a person's ids, no
 * other account is theirs: one that has taken their login is left out, however early it was pinned.
 */
export async function accountsFor(need: Need): Promise<Map<string, Account>> {
  const { client, memory, record, governance, said, now } = need;
  const isKnown = (login: string): boolean => {
    const account = memory.accounts.get(login);
    return account !== undefined && isMeant(governance, login, account.id);
  };
  const learn = (login: string, account: Account): void => {
    if (isMeant(governance, login, account.id)) memory.accounts.set(login, account);
  };
  for (const [login, account] of record.pins) learn(login, account);
  for (const { by } of said) {
    const login = loginIn(governance, by);
    if (login !== null && !isKnown(login)) learn(login, by);
  }
  const asOf = now.slice(0, 10);
  if (memory.nobody.asOf !== asOf) memory.nobody = { asOf, logins: new Set() };
  const nobody = memory.nobody.logins;
  const missing = [...needed(need)].filter((login) => !isKnown(login) && !nobody.has(login));
  const found = missing.length > 0 ? await resolveAccounts(client, missing) : [];
  for (const account of found) learn(loginKey(account.login), account);
  for (const login of missing) if (!isKnown(login)) nobody.add(login);
  return new Map([...memory.accounts].filter(([login]) => isKnown(login)));
}

/** The login, in lower case, under which the files know an account: its own, or one of the person who has its id. */
function loginIn(governance: Governance, { id, login }: Account): string | null {
  const key = loginKey(login);
  const person = personWithId(governance, id) ?? findPerson(governance, login);
  if (!person) return null;
  const logins = person.logins.map(loginKey);
  return logins.includes(key) ? key : (logins[0] ?? null);
}

/** Logins, in lower case, of the groups that this proposal concerns and, once something is decided, of the core. */
function needed({ memory, governance, record, said, document, listed, more = new Set() }: Need): Set<string> {
  const slugs = new Set<string>();
  const logins = new Set<string>(more);
  const wanted = document.proposal.workingGroup;
  const match = wanted === null ? null : matchGroup(governance, wanted);
  if (match?.kind === 'one') slugs.add(match.group.slug);
  for (const line of record.lines) {
    if (line.kind === 'bound') for (const { slug } of line.groups) slugs.add(slug);
    if (line.kind !== 'act') continue;
    for (const role of line.roles) if (role.startsWith('lead:')) slugs.add(role.slice('lead:'.length));
    if (line.command === 'sep route' && line.problem === null) slugs.add(line.args[0] ?? '');
  }
  // A lead may adopt the proposal and open a consensus in one breath.
  for (const { by } of said) {
    // Who has another login by now is known by the one that was pinned, or by the roster's id.
    const pinned = [...memory.accounts].flatMap(([login, { id }]) => (id === by.id ? [login] : []));
    const given = personWithId(governance, by.id)?.logins ?? [];
    for (const login of [by.login, ...pinned, ...given]) {
      for (const slug of ledBy(login, governance)) slugs.add(slug);
      // Author and sponsor are people: whoever speaks is known by all their accounts.
      for (const own of findPerson(governance, login)?.logins ?? []) logins.add(loginKey(own));
    }
  }
  for (const slug of slugs) {
    const group = groupBySlug(governance, slug);
    if (!group) continue;
    for (const lead of group.leads) if (lead.login !== null) logins.add(lead.login.toLowerCase());
    // Participants may vote where the rules say so, and whoever has never spoken here is not known yet.
    for (const login of participantsOf(group)) logins.add(loginKey(login));
    const body = electorateOf(governance, group);
    if (body.ok) for (const one of body.electors) for (const login of one.logins) logins.add(login.toLowerCase());
  }
  if (listed?.sponsor != null) logins.add(loginKey(listed.sponsor));
  for (const { command, args, problem } of said) {
    const named = problem === null ? (commandNamed(command)?.namesPeople?.(args) ?? []) : [];
    for (const login of named) logins.add(loginKey(login));
  }
  if (said.length > 0 || record.lines.some((line) => line.kind === 'opens')) {
    for (const person of coreBody(governance)) for (const login of person.logins) logins.add(login.toLowerCase());
  }
  return logins;
}

/** The groups that a person leads, under any of their logins. */
function ledBy(login: string, governance: Governance): string[] {
  const own = new Set((findPerson(governance, login)?.logins ?? [login]).map((each) => each.toLowerCase()));
  const isOwn = (lead: { login: string | null }): boolean => lead.login !== null && own.has(lead.login.toLowerCase());
  return governance.groups.filter(({ leads }) => leads.some(isOwn)).map(({ slug }) => slug);
}
