import { Temporal } from 'temporal-polyfill';
import type { LadderStanding } from '../../people/index.js';
import type { Rules } from '../../rules/schema.js';
import { capital, numberInWords, peopleInWords, personInWords, wayInWords } from '../../rules/words.js';
import { nextOn, stepTo, type Step, type Target } from './steps.js';

/**
 * One thing that a step asks for. `open` is still to come, `failed` stands against it, and `unchecked` is what nobody can
 * see from here, so that somebody has to attest it.
 */
export interface Ask {
  held: 'held' | 'open' | 'failed' | 'unchecked';
  /** Two or three words. */
  name: string;
  /** What was found, in a sentence. */
  says: string;
}

/** Somebody's next step on the ladder, before anybody nominates them. */
export interface Outlook {
  to: Target;
  rule: Step['rule'];
  asks: Ask[];
  /** `YYYY-MM-DD`, the day from which their time in place is enough; null where it is not known since when they hold it. */
  from: string | null;
}

/** The next step of somebody; null where the ladder has none for them, or where they have left it. */
export function outlookOf(standing: LadderStanding, rules: Rules, asOf: string): Outlook | null {
  const to = standing.emeritus ? null : nextOn(standing.role);
  if (to === null) return null;
  const step = stepTo(to, rules);
  const time = timeInPlace(standing, step, asOf);
  return { to, rule: step.rule, from: time.from, asks: [time.ask, ...asksOf(step)] };
}

/**
 * Whether somebody has been in their place for long enough. Of who takes part without a place no file says since when,
 * and of others the roster alone does.
 */
export function timeInPlace(
  { role, since }: Pick<LadderStanding, 'role' | 'since'>,
  { months, from }: Pick<Step, 'months' | 'from'>,
  asOf: string,
): { ask: Ask; from: string | null } {
  const name = 'Time';
  const place = from === 'contributor' ? 'taking part' : `being ${personInWords(from)}`;
  const asked = `${numberInWords(months, 'month')} of ${place}`;
  if (months === 0) return { ask: { held: 'held', name, says: 'No time is asked for.' }, from: asOf };
  if (from === 'contributor') {
    const says = `${capital(asked)}: since when somebody takes part stands in no file.`;
    return { ask: { held: 'unchecked', name, says }, from: null };
  }
  if (since === null) {
    const says = `${capital(asked)}: the roster does not say since when they are ${personInWords(role)}.`;
    return { ask: { held: 'unchecked', name, says }, from: null };
  }
  const day = Temporal.PlainDate.from(since).add({ months }).toString();
  const says = `${capital(personInWords(role))} since ${since}; ${asked} ${day <= asOf ? 'were' : 'are'} reached on ${day}.`;
  return { ask: { held: day <= asOf ? 'held' : 'open', name, says }, from: day };
}

/** What is asked of every nominee for a step, as something still to come. */
function asksOf({ support, days, objects, approves, approvals, attested }: Step): Ask[] {
  const who = approves.length > 0 ? peopleInWords(approves) : 'the sponsors';
  return [
    { held: 'open', name: 'Sponsors', says: `${capital(support.map(wayInWords).join('; or '))}.` },
    {
      held: 'open',
      name: 'Review',
      says: `${numberInWords(days, 'day')} for everybody to speak${objects.length === 0 ? '' : `, in which an objection of ${peopleInWords(objects)} holds it`}.`,
    },
    ...(approves.length === 0
      ? []
      : [{ held: 'open' as const, name: 'Approval', says: `${approvalWords({ approves, approvals })}.` }]),
    ...attested.map((each): Ask => ({
      held: 'unchecked',
      name: capital(each),
      says: `Nobody can see this from here: ${who} ${approves.length > 0 ? 'attests' : 'attest'} it by their word.`,
    })),
  ];
}

/** `Approved by a Core Maintainer or a Lead Maintainer`. */
export const approvalWords = ({ approves, approvals }: Pick<Step, 'approves' | 'approvals'>): string =>
  `Approved by ${approvals === 1 ? '' : `${approvals} people, each `}${peopleInWords(approves)}`;
