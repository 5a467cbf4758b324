import type { Facts } from '../../facts/facts.js';
import type { Timeline } from '../../ledger/fold/timeline.js';
import type { LineOf } from '../../ledger/lines.js';
import { earliest, GRACE_MINUTES, isBefore, plusMinutes } from '../instants.js';
import { pausesIn, postponed } from '../pauses.js';
import { otherAccountsOf } from '../roles.js';
import type { SubjectState } from '../state.js';
import type { Verdict } from '../verdict.js';
import { whomToAsk } from '../whom-to-ask.js';
import { absenceBy, awayWords, withWords } from './absence.js';
import { isWarned, nextWarning, spellOf, WARNING } from './dormancy.js';
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
export function timeOf(moment: Moment, isSound: boolean): Pick<Verdict, 'ask' | 'away' | 'warn' | 'remind' | 'due'> {
  const { facts, state, line, next, requirements } = moment;
  const { now, governing } = facts;
  const people = (id: number): number[] => [id, ...otherAccountsOf({ id }, governing)];
  const away = awayWords(state);
  const awayUntil = absenceBy(withWords(facts.away, away, now.slice(0, 10)), people);
  const asking = whomToAsk(facts, state, line.intents, awayUntil);
  // Nobody is told anything where nobody could answer.
  if (!isSound || facts.pull.locked) return { ask: asking.ask, away, warn: null, remind: null, due: null };
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
  const { warn, due: lapse } = dormancyOf(facts, state, line);
  return { ask: asking.ask, away, warn, remind, due: earliest([asking.due, due, lapse]) };
}

/** The warning that is to be posted now, and when the next thing of its dormancy happens. */
function dormancyOf({ now, governing }: Facts, state: SubjectState, line: Timeline): Pick<Verdict, 'warn' | 'due'> {
  const spell = spellOf(state, line);
  if (!spell) return { warn: null, due: null };
  const pauses = pausesIn(line.pulls, line.muted);
  const notice = line.notices.find(({ at }) => !isBefore(at, spell.since));
  if (notice) {
    return { warn: null, due: plusMinutes(postponed(notice.at, notice.deadline, pauses), GRACE_MINUTES) };
  }
  const { dormancy } = governing.rules.rules;
  const next = nextWarning(spell, dormancy, pauses, now);
  if (!next) {
    // The look that saw the last warning gives the notice, which a look after it finds.
    return { warn: null, due: isWarned(spell, dormancy) ? plusMinutes(now, 1) : null };
  }
  if (isBefore(now, next.at)) return { warn: null, due: next.at };
  const given = line.mades.filter(({ key }) => key.startsWith(WARNING)).length;
  // Soon somebody looks again, and finds it made.
  return { warn: { key: `${WARNING}${given + 1}`, lapses: next.lapses }, due: plusMinutes(now, 1) };
}

const intentOf = (ask: Verdict['ask'], at: string): LineOf<'intent'>[] =>
  ask ? [{ kind: 'intent', at, key: `ask:${ask.group}`, people: ask.people }] : [];
