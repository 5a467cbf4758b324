import type { Facts } from '../../facts/facts.js';
import type { LineOf, Who } from '../../ledger/lines.js';
import { titleOf } from '../../people/index.js';
import { isCalled, isReviewed, isWaiting } from '../asking.js';
import { inWords, latest } from '../instants.js';
import { leadAccounts } from '../roles.js';
import { openDecision, type SubjectState } from '../state.js';
import { isUnconfirmed } from '../taken-over.js';
import type { NextStep, Requirement } from '../verdict.js';
import { lastOf, lastOfAll, type Doings } from './activity.js';

/** An answer that somebody owes. */
export interface Owed {
  person: Who;
  /** The instant of the last ask or answer. */
  since: string;
  /** Days after which they are reminded of it. */
  days: number;
  /** What is asked of them, in a sentence or two. */
  says: string;
  /** What is missing, each in a sentence; empty where one thing is asked for. */
  missing: readonly string[];
}

/** What a look has concluded so far and what it goes by. */
export interface Ground {
  facts: Facts;
  state: SubjectState;
  intents: readonly LineOf<'intent'>[];
  next: readonly NextStep[];
  requirements: readonly Requirement[];
  doings: Doings;
}

/** Who owes an answer here, and since when. Nobody does while a decision is open: that has a deadline of its own. */
export function owedHere(ground: Ground): Owed[] {
  if (openDecision(ground.state)) return [];
  const owed = [...byLeads(ground), ...byReviewers(ground), ...bySponsor(ground), ...byThoseWhoFinish(ground)];
  // An id below zero is nobody's account.
  return owed.filter(({ person }) => person.id > 0);
}

/** Whether two accounts are one person's. */
const isOne = ({ idsOf }: Doings, a: Who, b: Who): boolean => idsOf(a.id).includes(b.id);

/** A lead who was asked to adopt, is one still, and has not. */
function byLeads({ facts, state, intents, doings }: Ground): Owed[] {
  const group = state.head?.claims.group ?? null;
  if (group === null || state.group || !['proposal', 'draft'].includes(state.status)) return [];
  const asked = intents.find(({ key }) => key === `ask:${group}`);
  if (!asked) return [];
  const { governance, rules } = facts.governing;
  const leads = leadAccounts(group, facts.governing);
  return asked.people
    .filter(({ id }) => leads.some((lead) => lead.id === id))
    .map((person) => ({
      person,
      since: latest(asked.at, lastOf(doings, person.id)),
      days: rules.rules.reminders.answer,
      says:
        `Does the ${titleOf(governance, group)} take this proposal into its care? You were asked on ` +
        `${inWords(asked.at)}. \`/sep adopt\` does it, and \`/sep route <group>\` says where it belongs instead.`,
      missing: [],
    }));
}

/**
 * Who was asked for a review by `/review`, and neither gave it nor declined. Somebody whom GitHub cannot ask and who may not
 * be called by name would not hear of a reminder.
 */
function byReviewers({ facts, state, doings }: Ground): Owed[] {
  if (!isReviewed(state)) return [];
  const isReached = (who: Who): boolean => !facts.published.unaskable.has(who.id) || isCalled(facts, who);
  return state.asked
    .filter((one) => isWaiting(one) && isReached(one.who))
    .map(({ who, by, at }) => ({
      person: who,
      since: latest(at, lastOf(doings, who.id)),
      days: facts.governing.rules.rules.reminders.answer,
      says:
        `${by?.login ?? 'Somebody'} asked you on ${inWords(at)} for a review of this proposal. A review is the answer; ` +
        'who will not give one writes `/review decline`.',
      missing: [],
    }));
}

/** A sponsor whose step is next, or to whom the author has spoken last. */
function bySponsor({ facts, state, next, doings }: Ground): Owed[] {
  const { sponsor, author, status, decisions } = state;
  if (!sponsor || !['draft', 'in-review'].includes(status)) return [];
  const own = lastOf(doings, sponsor.by.id);
  const asked = author === null || isOne(doings, author, sponsor.by) ? null : lastOf(doings, author.id);
  const step = next.find(({ people }) => people.some((one) => isOne(doings, one, sponsor.by)));
  const waits = asked !== null && asked === latest(sponsor.at, own, asked) && asked !== own;
  if (!step && !waits) return [];
  const says = step
    ? `The proposal waits for its sponsor, who ${step.what}`
    : `${author?.login ?? 'The author'} wrote or pushed on ${inWords(asked ?? '')}, and waits for an answer of the sponsor. A comment is one.`;
  const since = latest(sponsor.at, state.since, decisions.at(-1)?.closed?.at ?? null, own, asked);
  return [{ person: sponsor.by, since, days: facts.governing.rules.rules.reminders.answer, says, missing: [] }];
}

/** Author and sponsor of an accepted proposal on which nobody has done anything for long. */
function byThoseWhoFinish({ facts, state, requirements, doings }: Ground): Owed[] {
  if (state.status !== 'accepted' || state.since === null || isUnconfirmed(state)) return [];
  const since = latest(state.since, lastOfAll(doings));
  const says =
    `This proposal is accepted since ${inWords(state.since)}, and nothing has happened here since ${inWords(since)}. ` +
    'How does it go on? What is missing:';
  const people = [state.author, state.sponsor?.by ?? null].filter((one) => one !== null);
  return people
    .filter((one, index) => people.findIndex((other) => isOne(doings, one, other)) === index)
    .map((person) => ({
      person,
      since,
      days: facts.governing.rules.rules.reminders.accepted,
      says,
      missing: missingIn(requirements),
    }));
}

/** So much of what is missing is named; the status comment has all of it. */
const MOST_MISSING = 10;

/** What does not hold yet, without what it is made up of where that is said below it. */
function missingIn(requirements: readonly Requirement[]): string[] {
  const open = requirements.flatMap(function leaves(one): Requirement[] {
    if (one.held === 'held') return [];
    const below = one.children.flatMap(leaves);
    return below.length > 0 ? below : [one];
  });
  return open.slice(0, MOST_MISSING).map(({ name, says }) => `${name}: ${says}`);
}
