import type { Entry } from '../dashboard/entry.js';
import { inWords } from '../judge/instants.js';
import { isForCore, type NominationEntry } from '../dashboard/nominated.js';
import { MATTERS } from '../dashboard/rows.js';
import { FORM_NAMES } from '../judge/forms/words.js';
import type { TellEvent } from '../rules/schema.js';
import { named, OF_CORE, type Named } from './named.js';

/** Something that happened, or is about to, on the way of a proposal or a nomination. */
export interface News {
  event: TellEvent;
  /** What it is about, as every message names it. */
  about: Named;
  /** Slug of the group that it concerns; null for none. */
  group: string | null;
  /** What the decision is called; null of a status. */
  form: string | null;
  /** Who decides; null of a status. */
  decides: 'group' | 'core' | null;
  /** What came of it, in a word or two; null where nothing was closed. */
  outcome: string | null;
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
  const none = { about: named(entry), group, form: null, decides: null, outcome: null, until: null };
  const decisions = entry.decisions.flatMap((one): News[] => {
    const decides = OF_CORE.has(one.form) ? ('core' as const) : ('group' as const);
    const about = { ...none, group: one.group ?? group, form: FORM_NAMES[one.form], decides };
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

/** All news that a nomination's entry holds, whatever the time; none of a word for which nobody is waited. Pure. */
export function nominationNewsOf(nomination: NominationEntry): News[] {
  const { issue, matter, group, openedAt, deadline, closed, open } = nomination;
  if (deadline === null) return [];
  const decides = group === null || isForCore(nomination) ? ('core' as const) : ('group' as const);
  const about = { about: named(nomination), group, form: MATTERS[matter].toLowerCase(), decides, outcome: null };
  const until = open && closed === null ? inWords(deadline) : null;
  const eve = later(deadline, -DAY);
  const isComing = until !== null && Date.parse(eve) > Date.parse(openedAt);
  return [
    news('opened', `${issue} opened ${matter} ${openedAt}`, openedAt, { ...about, until }),
    ...(isComing ? [news('deadline', `${issue} deadline ${matter} ${deadline}`, eve, { ...about, until })] : []),
    ...(closed
      ? [
          news('closed', `${issue} closed ${matter} ${openedAt}`, closed.at, {
            ...about,
            until,
            outcome: closed.outcome,
          }),
        ]
      : []),
  ];
}

const news = (event: TellEvent, key: string, at: string, about: Omit<News, 'event' | 'key' | 'at' | 'end'>): News => ({
  ...about,
  event,
  key,
  at,
  end: later(at, DAY),
});
