import type { GovernanceChangeFacts } from '../facts/facts.js';
import { findPerson, isMeant, loginKey, type Governance } from '../people/index.js';
import type { Rules } from '../rules/schema.js';
import { rolesNamed } from './roles.js';

/** Who of those that may has approved a change, as it stands and as it stood. */
export interface Approved {
  /** Names of people, in order, whose last review approves the head. */
  now: string[];
  /** Names of people who approved an earlier commit, and have not said otherwise since. */
  earlier: string[];
}

/**
 * Who has approved: people and not accounts, by what the files of the default branch make of them now, and never whoever
 * opened the pull request, under none of their accounts.
 * @param may places on the ladder and `lead`, as the rule names them
 */
export function approvedBy(
  { pull, positions }: Pick<GovernanceChangeFacts, 'pull' | 'positions'>,
  { governance, rules }: { governance: Governance; rules: Rules },
  may: readonly string[],
): Approved {
  const personOf = (login: string): string => findPerson(governance, login)?.login ?? loginKey(login);
  const author = pull.author === null ? null : personOf(pull.author.login);
  const found: Approved = { now: [], earlier: [] };
  const heard = new Set<string>();
  for (const { by, is, commit } of [...positions].sort((a, b) => (a.at < b.at ? 1 : -1))) {
    const person = personOf(by.login);
    const roles = isMeant(governance, by.login, by.id) ? rolesNamed(by.login, { governance, rules }) : [];
    const isOne = roles.some((role) => may.includes(role) || (role.startsWith('lead:') && may.includes('lead')));
    // Of a person with several accounts the last word counts, whichever it came from.
    if (!isOne || person === author || heard.has(person)) continue;
    heard.add(person);
    if (is !== 'approval') continue;
    (commit === pull.head ? found.now : found.earlier).push(by.login);
  }
  return { now: found.now.sort(), earlier: found.earlier.sort() };
}
