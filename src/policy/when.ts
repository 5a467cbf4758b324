import { Temporal } from 'temporal-polyfill';
import { GRACE_MINUTES } from '../judge/instants.js';
import { DISTANCE_FORM, INSTANT_FORM } from './schema/values.js';

/** Why a moment cannot be told, as a sentence. */
export class NoMoment extends Error {
  override readonly name = 'NoMoment';
}

/** The moment of a step: where the clock stands, and when the open decision ends; null where none is open. */
export interface Clock {
  now: string;
  deadline: string | null;
}

const seconds = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' });

/** A moment that is given in itself, in UTC, as ISO 8601 to the second. */
export function instantOf(text: string): string {
  const day = text.slice(0, 10);
  const time = /\d\d:\d\d(?::\d\d)?/.exec(text.slice(10))?.[0] ?? '00:00';
  try {
    return seconds(Temporal.Instant.from(`${day}T${time}Z`));
  } catch {
    throw new NoMoment(`There is no moment \`${text}\` in the calendar.`);
  }
}

/** An instant a distance (`5 days`) later, or earlier. Days are of 24 hours, months those of the calendar in UTC. */
export function shifted(at: string, distance: string, sign: 1 | -1 = 1): string {
  const [number = '0', unit = ''] = distance.split(' ');
  const amount = sign * Number(number);
  const name = unit.replace(/s$/, '');
  const from = Temporal.Instant.from(at);
  switch (name) {
    case 'month':
      return seconds(from.toZonedDateTimeISO('UTC').add({ months: amount }).toInstant());
    case 'week':
      return seconds(from.add({ hours: 24 * 7 * amount }));
    case 'day':
      return seconds(from.add({ hours: 24 * amount }));
    case 'hour':
      return seconds(from.add({ hours: amount }));
    case 'minute':
      return seconds(from.add({ minutes: amount }));
    default:
      return seconds(from.add({ seconds: amount }));
  }
}

/**
 * The moment that a step names. `after the deadline` is the first at which a deadline may fall: late words have some
 * minutes to turn up.
 * @throws NoMoment where there is none, or where it has passed
 */
export function momentOf(when: string, clock: Clock): string {
  const moment = named(when, clock);
  if (Temporal.Instant.compare(moment, clock.now) < 0) {
    throw new NoMoment(`\`${when}\` is ${moment}, and the step before was at ${clock.now}: time goes on only.`);
  }
  return moment;
}

function named(when: string, { now, deadline }: Clock): string {
  if (INSTANT_FORM.test(when)) return instantOf(when);
  if (when.startsWith('+')) return shifted(now, when.slice(1));
  if (when.endsWith(' later')) return shifted(now, when.slice(0, -' later'.length));
  if (deadline === null) throw new NoMoment('No decision is open here, so there is no deadline.');
  const [, distance, side] = /^(\d+ \w+) (before|after) the deadline$/.exec(when) ?? [];
  if (distance !== undefined && DISTANCE_FORM.test(distance)) {
    return shifted(deadline, distance, side === 'before' ? -1 : 1);
  }
  return when === 'at the deadline' ? deadline : shifted(deadline, `${GRACE_MINUTES} minutes`);
}
