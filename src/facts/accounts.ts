import { z } from 'zod';
import type { GitHubClient } from '../github/clients.js';
import type { RawActor } from '../github/queries/fragments.js';
import { query, whatIsThere } from '../github/read.js';
import type { Account } from './facts.js';
import { accountOf } from './texts.js';

const pinned = z.record(z.string(), z.strictObject({ id: z.int(), nodeId: z.string(), login: z.string() }));

/** Reads `people.json` of the record: the account that each login had at first sight, by lower-cased login. */
export function readPins(text: string | null): Map<string, Account> {
  const pins = pinned.parse(text === null ? {} : JSON.parse(text));
  return new Map(Object.entries(pins).map(([login, pin]) => [login, { ...pin, isBot: false }]));
}

/** `people.json` as text: sorted, so that the same pins are the same bytes. */
export function writePins(accounts: ReadonlyMap<string, Account>): string {
  const entries = [...accounts].sort(([a], [b]) => (a < b ? -1 : 1));
  const pins = Object.fromEntries(entries.map(([key, { id, nodeId, login }]) => [key, { id, nodeId, login }]));
  return `${JSON.stringify(pins, null, 1)}\n`;
}

/** Asks GitHub for this many accounts at once at most. */
const AT_ONCE = 100;

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
    const data = await query<Record<string, RawActor | null>>(client, text, variables).catch(
      whatIsThere<Record<string, RawActor | null>>,
    );
    found.push(...Object.values(data).flatMap((actor) => accountOf(actor) ?? []));
  }
  return found;
}
