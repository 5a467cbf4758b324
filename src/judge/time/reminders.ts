import type { LineOf } from '../../ledger/lines.js';
import type { Rules } from '../../rules/schema.js';
import { earliest, endOfDay, isBefore, latest, plusDays, plusMinutes } from '../instants.js';
import type { Absence } from './absence.js';
import type { Owed } from './owed.js';

/** A comment that asks people again for what they owe. */
export interface Reminder {
  /** The key of its intent: `remind:<n>`. */
  key: string;
  owed: readonly Owed[];
}

/** What reminders go by. */
export interface Reminding {
  /** The instant of the look. */
  now: string;
  rules: Rules['rules']['reminders'];
  owed: readonly Owed[];
  intents: readonly LineOf<'intent'>[];
  /** Keys of what was seen on GitHub. */
  made: ReadonlySet<string>;
  awayUntil: Absence;
}

const PREFIX = 'remind:';

/** Announced reminders, oldest first. */
export const remindersIn = (intents: readonly LineOf<'intent'>[]): LineOf<'intent'>[] =>
  intents.filter(({ key }) => key.startsWith(PREFIX));

/** A reminder that was announced and could not be made for so long is not made any more: it has had its answer, or not. */
const PATIENCE_MINUTES = 60;

/**
 * The reminder that is to be posted now, if one is, and the next instant at which one may be. Several people who owe
 * something are asked in one comment; nobody is asked more often than the rules say, nor on a day on which they are away.
 */
export function reminding(request: Reminding): { remind: Reminder | null; due: string | null } {
  const { now, rules, owed, intents } = request;
  if (rules.mode === 'observe') return { remind: null, due: null };
  const unmade = announced(request);
  const ready = owed.map((one) => ({ one, at: readyAt(request, one) }));
  const people = ready.filter(({ at }) => !isBefore(now, at)).map(({ one }) => one);
  const later = ready.filter(({ at }) => isBefore(now, at)).map(({ at }) => at);
  const still = unmade && owed.filter((one) => isAsked(unmade, one));
  const asked = still ?? people;
  if (asked.length === 0) return { remind: null, due: earliest(later) };
  const key = unmade?.key ?? `${PREFIX}${remindersIn(intents).length + 1}`;
  // A look that follows sees that it was made, and writes that down.
  return { remind: { key, owed: asked }, due: earliest([...later, plusMinutes(now, 1)]) };
}

/** Whether somebody whom an announced reminder names still owes what they did then. */
const isAsked = ({ at, people }: LineOf<'intent'>, { person, since }: Owed): boolean =>
  people.some(({ id }) => id === person.id) && !isBefore(at, since);

/** The reminder that was announced shortly ago and was not seen yet; null where there is none. */
function announced({ now, intents, made }: Reminding): LineOf<'intent'> | null {
  const last = remindersIn(intents).at(-1);
  if (!last || made.has(last.key)) return null;
  return isBefore(now, plusMinutes(last.at, PATIENCE_MINUTES)) ? last : null;
}

/** From when on somebody may be reminded of what they owe. */
function readyAt({ now, rules, intents, awayUntil }: Reminding, { person, since, days }: Owed): string {
  const before = remindersIn(intents).findLast(({ people }) => people.some(({ id }) => id === person.id))?.at ?? null;
  const asked = latest(since, before);
  const ready = latest(plusDays(asked, days), before === null ? null : plusDays(before, rules.apart));
  // Who is away on that day is asked when they are back.
  const day = (at: string): string => at.slice(0, 10);
  const until = awayUntil(person.id, day(latest(ready, now)));
  return until === null ? ready : endOfDay(until);
}
