import type { GitHubClient } from '../github/clients.js';
import type { RawActor } from '../github/queries/fragments.js';
import { query, whatIsThere } from '../github/read.js';
import type { Account } from './facts.js';
import { accountOf } from './texts.js';

/** Asks GitHub for this many accounts at once at most. */
const AT_ONCE = 100;

/** What an account is called now; null where it is gone. One request. */
export async function loginNow(client: GitHubClient, nodeId: string): Promise<string | null> {
  const text = 'query Named($id: ID!) { node(id: $id) { ... on User { login } } }';
  const answer = await query<unknown>(client, text, { id: nodeId }).catch(whatIsThere);
  return (answer as { node: { login?: string } | null }).node?.login ?? null;
}

/**
 * The accounts that logins have now; a login that nobody has is left out. One request for each hundred.
 * @param logins as the files write them
 */
export async function resolveAccounts(client: GitHubClient, logins: readonly string[]): Promise<Account[]> {
  const found: Account[] = [];
  for (let from = 0; from < logins.length; from += AT_ONCE) {
    const some = logins.slice(from, from + AT_ONCE);
    const parameters = some.map((_, index) => `$l${index}: String!`).join(', ');
    const fields = some.map((_, index) => `u${index}: user(login: $l${index}) { __typename login id databaseId }`);
    const variables = Object.fromEntries(some.map((login, index) => [`l${index}`, login]));
    const text = `query Accounts(${parameters}) { ${fields.join(' ')} }`;
    const answer = await query<unknown>(client, text, variables).catch(whatIsThere);
    const data = answer as Record<string, RawActor | null>;
    found.push(...Object.values(data).flatMap((actor) => accountOf(actor) ?? []));
  }
  return found;
}
