import type { Facts } from '../facts/facts.js';
import type { LineOf } from '../ledger/lines.js';
import { groupBySlug } from '../people/index.js';
import { earliest, endOfDay } from './instants.js';
import { otherAccountsOf } from './roles.js';
import { isPerson } from './standing.js';
import type { SubjectState } from './state.js';
import type { Absence } from './time/absence.js';
import type { Verdict } from './verdict.js';

/** Whom to ask to adopt, and when somebody comes back who could be asked then; each null for nobody. */
export interface Asking {
  ask: Verdict['ask'];
  due: string | null;
}

/**
 * At most as many leads as the rules say, none of them an author, and none who is away, of the group that the preamble
 * names. Who was asked once stays asked.
 */
export function whomToAsk(
  facts: Facts,
  state: SubjectState,
  intents: readonly LineOf<'intent'>[],
  awayUntil: Absence,
): Asking {
  const group = state.head?.claims.group ?? null;
  const nobody = { ask: null, due: null };
  if (group === null || state.group || facts.pull.state !== 'open') return nobody;
  const asked = intents.find((intent) => intent.key === `ask:${group}`);
  if (asked) return { ask: { group, people: asked.people }, due: null };
  const authors = new Set((state.head?.claims.authors ?? []).map((login) => login.toLowerCase()));
  const leads = (groupBySlug(facts.governing.governance, group)?.leads ?? []).flatMap((lead) => {
    const login = lead.login?.toLowerCase() ?? '';
    const account = facts.governing.accounts.get(login);
    if (!account || authors.has(login)) return [];
    const isAuthor = isPerson({ by: account, also: otherAccountsOf(account, facts.governing) }, state.author);
    return isAuthor ? [] : [{ id: account.id, login: account.login }];
  });
  const today = facts.now.slice(0, 10);
  const backAt = leads.map(({ id }) => awayUntil(id, today));
  const people = leads.filter((_, index) => backAt[index] === null).slice(0, facts.governing.rules.rules.asking.most);
  if (people.length > 0) return { ask: { group, people }, due: null };
  return { ask: null, due: earliest(backAt.map((until) => until && endOfDay(until))) };
}
