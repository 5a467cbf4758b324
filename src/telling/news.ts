import type { Entry } from '../dashboard/entry.js';
import { inWords } from '../judge/instants.js';
import type { TellEvent } from '../rules/schema.js';

/** Something that happened, or is about to, on the way of a proposal. */
export interface News {
  event: TellEvent;
  entry: Entry;
  /** Slug of the group that it concerns; null for none. */
  group: string | null;
  /** The decision's form; null of a status. */
  form: Entry['decisions'][number]['form'] | null;
  outcome: NonNullable<Entry['decisions'][number]['closed']>['outcome'] | null;
  /** The deadline in words; null where there is none, or none that is to come. */
  until: string | null;
  /** What it is among all news of all times: the same news has the same words. */
  key: string;
  /** From when on it is told. */
  at: string;
  /** Until when it is told: what is older is no news. */
  end: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** An instant so many milliseconds later, to the second. */
export const later = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');

/** All news that a proposal's entry in the index holds, whatever the time. Pure. */
export function newsOf(entry: Entry): News[] {
  const { pull, group, status, since, takenOver, decision } = entry;
  const none = { entry, group, form: null, outcome: null, until: null };
  const decisions = entry.decisions.flatMap((one): News[] => {
    const about = { ...none, group: one.group ?? group, form: one.form };
    const event = one.form === 'escalation' ? 'escalated' : 'opened';
    // One whose pull request is closed rests.
    const isOpen = entry.open && decision !== null && one.closed === null;
    const until = isOpen ? inWords(decision.deadline) : null;
    const which = `${one.form} ${one.openedAt}`;
    const opened = news(event, `${pull} ${event} ${which}`, one.openedAt, { ...about, until });
    const closed = one.closed
      ? [news('closed', `${pull} closed ${which}`, one.closed.at, { ...about, outcome: one.closed.outcome })]
      : [];
    // Of one that is over within a day, the opening has said when.
    const eve = isOpen ? later(decision.deadline, -DAY) : null;
    const deadline =
      isOpen && eve !== null && Date.parse(eve) > Date.parse(one.openedAt)
        ? [news('deadline', `${pull} deadline ${which} ${decision.deadline}`, eve, { ...about, until })]
        : [];
    return [opened, ...deadline, ...closed];
  });
  // What stood there when Convenor came is no news.
  if (takenOver || (status !== 'accepted' && status !== 'rejected' && status !== 'final')) return decisions;
  return [...decisions, news(status, `${pull} ${status} ${since}`, since, none)];
}

const news = (event: TellEvent, key: string, at: string, about: Omit<News, 'event' | 'key' | 'at' | 'end'>): News => ({
  ...about,
  event,
  key,
  at,
  end: later(at, DAY),
});
