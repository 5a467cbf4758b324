import { daysBetween } from '../../people/index.js';
import { numberInWords } from '../../rules/words.js';
import { inWords } from '../instants.js';
import { dayIn, type Discussion, type Looked } from './discussed.js';
import type { Case, Duty } from './duty.js';

/** So far back meetings are looked at, in days: what is older is no news to anybody. */
const BACK = 31;

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** A meeting, as discussions with its day in their titles tell of it. */
interface Meeting {
  /** `YYYY-MM-DD` */
  day: string;
  url: string;
  /** When the first of them was opened. */
  announcedAt: string;
  /** When something was first written in them on that day or later, milliseconds since 1970; `Infinity` for never. */
  writtenAt: number;
  /** Whether one was opened on that very day: with the agenda, late, or with the notes. */
  isOpenedOn: boolean;
  isWhole: boolean;
}

/** What the rule asks: days in which an agenda is there ahead, and hours in which notes are. */
interface Asked {
  ahead: number;
  notes: number;
}

/**
 * Whether agendas were there ahead, and notes after. A discussion names the day of a meeting and neither hour nor zone, so
 * a day is as long as it can be: an agenda may come until the end of the day so many days ahead, notes until so many hours
 * after the day itself. Whether what was written then is the notes, only people can say.
 */
export function meetingDuties(looked: Looked, asked: Asked, now: string): Duty[] {
  const agendas = { rule: 'group-meetings', name: `Agendas ${numberInWords(asked.ahead, 'day')} ahead` } as const;
  const notes = { rule: 'group-meetings', name: `Notes within ${numberInWords(asked.notes, 'hour')}` } as const;
  const unchecked = (why: string): Duty[] =>
    [agendas, notes].map((one) => ({ ...one, state: 'unchecked', says: `Not checked: ${why}`, cases: [] }));
  if (!looked.ok) return unchecked(looked.why);
  const today = now.slice(0, 10);
  const meetings = meetingsIn(looked.discussions).filter(({ day }) => daysBetween(day, today) <= BACK);
  if (meetings.length === 0) {
    const since = `in the last ${BACK} days or to come`;
    return unchecked(
      `no discussion in ${looked.where} whose title names this group alone and a day, ${since}, was found.`,
    );
  }
  const begun = meetings.filter(({ day }) => Date.parse(day) <= Date.parse(now));
  const isSeen = looked.isWhole || (looked.oldest !== null && daysBetween(looked.oldest.slice(0, 10), today) > BACK);
  const seen = (found: Found): Found =>
    isSeen || found.state !== 'held' ? found : { ...found, state: 'unchecked', says: `${found.says} ${NEWEST}` };
  return [
    { ...agendas, ...seen(agendasOf(meetings, asked)) },
    { ...notes, ...seen(notesOf(begun, asked, now)) },
  ];
}

function meetingsIn(discussions: readonly Discussion[]): Meeting[] {
  const byDay = new Map<string, [Discussion, ...Discussion[]]>();
  for (const one of discussions.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt))) {
    const day = dayIn(one.title);
    if (day === null) continue;
    const [first, ...later] = byDay.get(day) ?? [];
    byDay.set(day, first ? [first, ...later, one] : [one]);
  }
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, those]) => {
      const [first] = those;
      const begin = Date.parse(day);
      const opened = those.map(({ createdAt }) => Date.parse(createdAt));
      const added = those.flatMap((one) => one.added.map((at) => Date.parse(at))).filter((at) => at >= begin);
      return {
        ...{ day, url: first.url, announcedAt: first.createdAt },
        writtenAt: Math.min(...added, ...opened.filter((at) => at >= begin + DAY)),
        isOpenedOn: opened.some((at) => at >= begin && at < begin + DAY),
        isWhole: those.every(({ isWhole }) => isWhole),
      };
    });
}

const NEWEST = 'Others are not checked: there are more discussions than were read.';

type Found = Pick<Duty, 'state' | 'says' | 'cases'>;

function agendasOf(meetings: readonly Meeting[], { ahead }: Asked): Found {
  const late = meetings.flatMap(({ day, url, announcedAt }): Case[] => {
    const days = daysBetween(announcedAt.slice(0, 10), day);
    if (days >= ahead) return [];
    const says =
      days < 0 ? 'announced after it' : days === 0 ? 'announced on the day' : `${numberInWords(days, 'day')} ahead`;
    return [{ day, says, url }];
  });
  return late.length === 0
    ? { state: 'held', says: `Of ${countOf(meetings)}, all.`, cases: [] }
    : { state: 'failed', says: `Of ${countOf(meetings)}, ${late.length} came later.`, cases: late };
}

function notesOf(meetings: readonly Meeting[], { notes }: Asked, now: string): Found {
  if (meetings.length === 0) return { state: 'unchecked', says: 'Not checked: no meeting is over yet.', cases: [] };
  const states = meetings.map((meeting) => ({ meeting, ...notedIn(meeting, notes, now) }));
  const cases = states.flatMap(({ meeting: { day, url }, says }) => (says === null ? [] : [{ day, says, url }]));
  const state =
    (['failed', 'unchecked', 'open'] as const).find((one) => states.some((some) => some.state === one)) ?? 'held';
  const there = states.filter((one) => one.state === 'held').length;
  const says = `Of ${countOf(meetings)}, something was written in time after ${there === meetings.length ? 'each' : there}; whether it is the notes, only people can say.`;
  return { state, says, cases };
}

/** What became of the notes of a meeting that has begun; `says` is null where something was written in time. */
function notedIn(
  { day, writtenAt, isOpenedOn, isWhole }: Meeting,
  notes: number,
  now: string,
): Pick<Duty, 'state'> & { says: string | null } {
  const end = Date.parse(day) + DAY + notes * HOUR;
  if (writtenAt <= end) return { state: 'held', says: null };
  const until = inWords(new Date(end).toISOString());
  if (Date.parse(now) <= end) return { state: 'open', says: `notes are due by ${until}` };
  if (isOpenedOn)
    return { state: 'unchecked', says: 'not checked: it was opened on the day, for the agenda or the notes' };
  if (!isWhole) return { state: 'unchecked', says: 'not checked: more was written there than was read' };
  const nothing = writtenAt === Infinity ? 'since' : `until ${inWords(new Date(writtenAt).toISOString())}`;
  return { state: 'failed', says: `nothing was written ${nothing}; notes were due by ${until}` };
}

const countOf = ({ length }: readonly Meeting[]): string =>
  `${length} ${length === 1 ? 'meeting' : 'meetings'} that discussions name`;
