import type { Facts } from '../facts/facts.js';
import { sorted } from '../judge/ballots.js';
import { tally } from '../judge/count.js';
import { saidIn } from '../judge/decision-requirements.js';
import { whoCanAnswer } from '../judge/impartial.js';
import { openDecision, standingBlocks, type Decision, type SubjectState } from '../judge/state.js';
import type { Held, Requirement, Verdict } from '../judge/verdict.js';
import type { Who } from '../ledger/lines.js';
import type { Cast } from './cast.js';
import { NONE } from './schema/values.js';

/** What Convenor has said by itself: whom it reminded, and whether it warned of dormancy. */
export interface Told {
  reminded: readonly Who[];
  warned: boolean;
}

/** A verdict as an expectation speaks of it: the same keys, people by the names of the story. */
export interface View {
  status: string;
  sponsor: string;
  group: string;
  groups: string[];
  pull: string;
  complete: boolean;
  headline: string;
  decision: DecisionView | typeof NONE;
  decisions: string[];
  conditions: Record<string, string>;
  vetoes: Record<string, string>;
  requirements: Record<string, string>;
  next: string;
  waitsFor: string[];
  asks: string[];
  reminded: string[];
  warned: boolean;
  due: string;
  edits: Record<string, string>;
  holds: string[];
}

/** The latest decision, as an expectation speaks of it. */
export interface DecisionView {
  id: string;
  form: string;
  outcome: string;
  why: string;
  weight: string;
  matter: string;
  breaking: string;
  group: string;
  authority: string;
  because: string;
  opened: string;
  deadline: string;
  ended: string;
  tally: Record<string, number>;
  electorate: string[];
  beside: string[];
  counted: string[];
  uncounted: Record<string, string>;
  recused: string[];
  blocks: string[];
  concerns: string[];
  parties: string[];
  mayAnswer: string[];
  notKnown: string[];
  answers: string;
}

/**
 * What a look came to, in the words of an expectation.
 * @param told what the looks since the step before have said by themselves
 */
export function viewOf(facts: Facts, verdict: Verdict, cast: Cast, told: Told): View {
  const { state } = verdict;
  const named = (who: Who | null | undefined): string => (who ? cast.nameOf(who.login) : NONE);
  const names = (all: readonly Who[]): string[] => [...new Set(all.map(named))];
  const last = state.decisions.at(-1);
  return {
    status: state.status,
    sponsor: named(state.sponsor?.by),
    group: state.group?.slug ?? NONE,
    groups: [...state.groups],
    pull: facts.pull.state,
    complete: verdict.complete,
    headline: verdict.headline,
    decision: last ? decisionView(last, state, cast) : NONE,
    decisions: state.decisions.map(({ form, closed }) => `${form}: ${closed?.outcome ?? 'open'}`),
    conditions: Object.fromEntries(
      state.conditions.map(({ name, shown, confirmed }) => [name, confirmed ? 'confirmed' : shown ? 'shown' : 'open']),
    ),
    vetoes: Object.fromEntries(
      state.vetoes.map(({ decision, withdrawnAt }) => [decision, withdrawnAt === null ? 'standing' : 'withdrawn']),
    ),
    requirements: worst(verdict.requirements),
    next: verdict.next.map(({ who, what }) => `${who} ${what}`).join('\n'),
    waitsFor: names(verdict.next.flatMap(({ people }) => people)),
    asks: names(verdict.ask?.people ?? []),
    reminded: names(told.reminded),
    warned: told.warned,
    due: verdict.due ?? NONE,
    edits: Object.fromEntries(verdict.bookkeeping.map(({ field, value }) => [field, value])),
    holds: names(state.holds.map(({ by }) => by)),
  };
}

function decisionView(decision: Decision, state: SubjectState, cast: Cast): DecisionView {
  const names = (all: readonly { login: string }[]): string[] => [
    ...new Set(all.map(({ login }) => cast.nameOf(login))),
  ];
  const { closed, escalation } = decision;
  const { counted, uncounted } = sorted(decision);
  const body = new Set(decision.electorate.map(({ id }) => id));
  const { eligible, unknown } = whoCanAnswer(decision);
  return {
    id: decision.id,
    form: decision.form,
    outcome: closed?.outcome ?? 'open',
    why: closed?.why ?? '',
    weight: decision.weight ?? NONE,
    matter: decision.matter ?? NONE,
    breaking: decision.breaking ?? NONE,
    group: decision.group ?? NONE,
    authority: decision.authority,
    because: decision.because.join(' '),
    opened: decision.openedAt,
    deadline: decision.deadline,
    ended: closed?.at ?? NONE,
    tally: { ...(closed?.tally ?? tally(decision)) },
    electorate: names(decision.electorate),
    beside: names(decision.voters.filter(({ id }) => !body.has(id))),
    counted: names(counted.map(({ by }) => by)),
    uncounted: Object.fromEntries([
      ...lastWords(decision, state, cast),
      ...uncounted.map(({ ballot }) => [cast.nameOf(ballot.by.login), 'pushes'] as const),
    ]),
    recused: names(decision.recused.map(({ by }) => by)),
    blocks: standingBlocks(decision).map(({ slug }) => slug),
    concerns: names(decision.concerns.map(({ by }) => by)),
    parties: names(decision.parties),
    mayAnswer: escalation ? names(eligible) : [],
    notKnown: escalation ? names(unknown) : [],
    answers: escalation?.assigned ? cast.nameOf(escalation.assigned.to.login) : NONE,
  };
}

/** Whose last word in a decision was refused, with the rule. */
function lastWords(decision: Decision, state: SubjectState, cast: Cast): [string, string][] {
  const last = new Map(saidIn(state, decision).map(({ act, outcome }) => [cast.nameOf(act.by.login), outcome]));
  return [...last].flatMap(([name, outcome]) => (outcome.taken ? [] : [[name, outcome.rule]]));
}

const ORDER: readonly Held[] = ['held', 'open', 'failed'];

/** The parts of a verdict by their rule; of several of one rule, the worst. */
function worst(requirements: readonly Requirement[]): Record<string, string> {
  const found: Record<string, Held> = {};
  for (const { rule, held } of requirements) {
    const before = found[rule];
    if (before === undefined || ORDER.indexOf(held) > ORDER.indexOf(before)) found[rule] = held;
  }
  return found;
}

/** When the decision that is open ends; null where none is, or where none ends by time. */
export const deadlineOf = ({ state }: Verdict): string | null => openDecision(state)?.deadline ?? null;
