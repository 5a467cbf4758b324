import type { Facts } from '../../facts/facts.js';
import type { Timeline } from '../../ledger/fold/timeline.js';
import type { LineOf } from '../../ledger/lines.js';
import { earliest } from '../instants.js';
import { otherAccountsOf } from '../roles.js';
import type { SubjectState } from '../state.js';
import type { Verdict } from '../verdict.js';
import { whomToAsk } from '../whom-to-ask.js';
import { absenceBy, awayWords, withWords } from './absence.js';
import { owedHere } from './owed.js';
import { reminding } from './reminders.js';

/** What a look goes by that asks what is due. */
interface Moment extends Pick<Verdict, 'next' | 'requirements'> {
  facts: Facts;
  state: SubjectState;
  line: Timeline;
}

/**
 * What time brings: whom to ask, whom to remind, and the next instant at which something happens by itself.
 * @param isSound whether anything may: not where the pull request is closed, its document gone, or its ledger in doubt
 */
export function timeOf(moment: Moment, isSound: boolean): Pick<Verdict, 'ask' | 'away' | 'remind' | 'due'> {
  const { facts, state, line, next, requirements } = moment;
  const { now, governing } = facts;
  const people = (id: number): number[] => [id, ...otherAccountsOf({ id }, governing)];
  const away = awayWords(state);
  const awayUntil = absenceBy(withWords(facts.away, away, now.slice(0, 10)), people);
  const asking = whomToAsk(facts, state, line.intents, awayUntil);
  if (!isSound) return { ask: asking.ask, away, remind: null, due: null };
  // Who is asked in this look is reminded from now on, though nothing of it is written down yet.
  const intents = [...line.intents, ...intentOf(asking.ask, now)];
  const doings = { activity: facts.activity, lines: line.lines, idsOf: people, author: state.author };
  const { remind, due } = reminding({
    now,
    rules: governing.rules.rules.reminders,
    owed: owedHere({ facts, state, intents, next, requirements, doings }),
    intents,
    made: new Set(line.mades.map(({ key }) => key)),
    awayUntil,
  });
  return { ask: asking.ask, away, remind, due: earliest([asking.due, due]) };
}

const intentOf = (ask: Verdict['ask'], at: string): LineOf<'intent'>[] =>
  ask ? [{ kind: 'intent', at, key: `ask:${ask.group}`, people: ask.people }] : [];
