import { agendaOf } from '../dashboard/agenda.js';
import type { Entry } from '../dashboard/entry.js';
import { isForCore, pendingAt, type Pending } from '../dashboard/nominated.js';
import type { Index } from '../dashboard/read-index.js';
import { MATTERS } from '../dashboard/rows.js';
import { FORM_NAMES } from '../judge/forms/words.js';
import { inWords } from '../judge/instants.js';
import { cell, plain, unmentionedButCode } from '../publish/escape.js';
import { weekdayNumber, type Telling } from '../rules/schema/telling.js';
import type { Words } from '../templates/index.js';
import { Temporal } from 'temporal-polyfill';
import { named, OF_CORE } from './named.js';
import { later } from './news.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** A part of a digest: what waits for whom and what closes within the week, for a group or the core. */
export type Section = Words<'digest'>['sections'][number];

/** Whether nothing stands in a part. */
export const isEmpty = ({ waiting, closing, duties }: Section): boolean =>
  waiting.length + closing.length + duties.length === 0;

/** The instant of the last digest before `now`, or at it, and of the next one. */
export function digestsAround({ day, hour }: Telling['digest'], now: string): { last: string; next: string } {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO('UTC');
  const back = (today.dayOfWeek - weekdayNumber(day) + 7) % 7;
  const at = today.startOfDay().subtract({ days: back }).add({ hours: hour }).toInstant().toString();
  const last = Date.parse(at) <= Date.parse(now) ? at : later(at, -WEEK);
  return { last, next: later(last, WEEK) };
}

/** The core's part: its agenda, in its order. @param from instant from which the week counts */
export function coreSection({ entries, nominations }: Index, from: string): Section {
  const waiting = agendaOf(entries).map(({ entry, asked }) => ({
    ...named(entry),
    who: 'The core',
    what: cell(lower(asked)),
  }));
  const closing = entries.filter(({ decision }) => decision !== null && OF_CORE.has(decision.form));
  // Of a nomination for no group, the core's part is the only one that could say it.
  const own = pendingAt(nominations, from).filter(
    ({ nomination }) => nomination.group === null || isForCore(nomination),
  );
  return {
    title: 'The core',
    duties: [],
    ...withNominations({ waiting, closing: closingOf(closing, from) }, own, from),
  };
}

/** A group's part: its open proposals, and those that ask for it. @param from instant from which the week counts */
export function groupSection(
  { slug, title }: { slug: string; title: string },
  { entries, nominations }: Index,
  from: string,
): Section {
  const own = entries
    .filter((entry) => entry.open && (entry.group ?? entry.claimedGroup) === slug)
    .sort((a, b) => a.pull - b.pull);
  const waiting = own.flatMap((entry) =>
    entry.waitsFor.map(({ who, people, what }) => ({
      ...named(entry),
      who: whoIn(who, people),
      what: cell(what),
    })),
  );
  const pending = pendingAt(nominations, from).filter(({ nomination }) => nomination.group === slug);
  return {
    title: plain(title),
    duties: [],
    ...withNominations({ waiting, closing: closingOf(own, from) }, pending, from),
  };
}

/** Whom something waits for, with the people where they are not named by it. */
const whoIn = (who: string, people: readonly string[]): string =>
  people.length > 0 && !people.includes(who) ? `${cell(who)} (${people.map(plain).join(', ')})` : cell(who);

/** A part with nominations behind its proposals. */
function withNominations(
  { waiting, closing }: Pick<Section, 'waiting' | 'closing'>,
  pending: readonly Pending[],
  from: string,
): Pick<Section, 'waiting' | 'closing'> {
  return {
    waiting: [
      ...waiting,
      ...pending.flatMap(({ nomination, waitsFor }) =>
        waitsFor.map(({ who, people, what }) => ({
          ...{ ...named(nomination), who: whoIn(who, people) },
          what: unmentionedButCode(what),
        })),
      ),
    ],
    closing: [
      ...closing,
      ...pending.flatMap(({ nomination, isOver }) => {
        const { deadline, matter } = nomination;
        if (deadline === null || isOver || Date.parse(deadline) > Date.parse(from) + WEEK) return [];
        return [{ ...named(nomination), form: MATTERS[matter], until: inWords(deadline) }];
      }),
    ],
  };
}

/** A sentence behind who does what it says. */
const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const closingOf = (entries: readonly Entry[], from: string): Section['closing'] =>
  entries
    .flatMap((entry) => (entry.open && entry.decision ? [{ entry, ...entry.decision }] : []))
    .filter(({ deadline }) => Date.parse(deadline) <= Date.parse(from) + WEEK)
    .sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline) || a.entry.pull - b.entry.pull)
    .map(({ entry, form, deadline }) => ({ ...named(entry), form: FORM_NAMES[form], until: inWords(deadline) }));
