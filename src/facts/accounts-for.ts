import type { GitHubClient } from '../github/clients.js';
import { coreBody, electorateOf, findPerson, groupBySlug, matchGroup } from '../people/index.js';
import type { Governance } from '../people/types.js';
import { resolveAccounts } from './accounts.js';
import type { Account, DocumentFacts, Said } from './facts.js';
import type { RepositoryMemory } from './memory.js';
import type { RecordFacts } from './record.js';

interface Need {
  client: GitHubClient;
  memory: RepositoryMemory;
  record: RecordFacts;
  governance: Governance;
  said: readonly Said[];
  document: DocumentFacts;
}

/**
 * The accounts behind the logins of the files: those pinned in the record first, then those that spoke now, then, in one
 * request, whoever may have to be counted or asked here and is not known yet.
 */
export async function accountsFor(need: Need): Promise<Map<string, Account>> {
  const { client, memory, record, governance, said } = need;
  for (const [login, account] of record.pins) memory.accounts.set(login, account);
  for (const { by } of said) {
    const login = by.login.toLowerCase();
    if (findPerson(governance, login) && !memory.accounts.has(login)) memory.accounts.set(login, by);
  }
  const missing = [...needed(need)].filter((login) => !memory.accounts.has(login) && !memory.nobody.has(login));
  const found = missing.length > 0 ? await resolveAccounts(client, missing) : [];
  for (const account of found) memory.accounts.set(account.login.toLowerCase(), account);
  for (const login of missing) if (!memory.accounts.has(login)) memory.nobody.add(login);
  return new Map(memory.accounts);
}

/** Logins, in lower case, of the groups that this proposal concerns and, once something is decided, of the core. */
function needed({ memory, governance, record, said, document }: Need): Set<string> {
  const slugs = new Set<string>();
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
    // Who has another login by now is known by the one that was pinned.
    const pinned = [...memory.accounts].flatMap(([login, { id }]) => (id === by.id ? [login] : []));
    for (const login of [by.login, ...pinned]) for (const slug of ledBy(login, governance)) slugs.add(slug);
  }
  const logins = new Set<string>();
  for (const slug of slugs) {
    const group = groupBySlug(governance, slug);
    if (!group) continue;
    for (const lead of group.leads) if (lead.login !== null) logins.add(lead.login.toLowerCase());
    const body = electorateOf(governance, group);
    if (body.ok) for (const one of body.electors) for (const login of one.logins) logins.add(login.toLowerCase());
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
