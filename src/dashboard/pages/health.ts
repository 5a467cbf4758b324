import { wordKept } from '../../routing/index.js';
import { PROPOSAL_TYPES } from '../../proposal/types.js';
import { words, type Words } from '../../templates/index.js';
import { agendaOf, nominationsFor } from '../agenda.js';
import type { Entry } from '../entry.js';
import { dayInWords, daysFrom, daysInWords, decidedAt, decidedBy, medianOf, turnedAt } from '../figures.js';
import type { Model } from '../model.js';
import { groupTitle, titled } from '../rows.js';

type Past = Entry['decisions'][number];

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** How the process does. */
export function healthPage(model: Model): string {
  const { entries } = model;
  const decided = entries.map(decidedBy).filter((by) => by !== null);
  return words(
    'health',
    {
      paces: [...model.own]
        .filter(([slug]) => model.groups.has(slug))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([slug, own]) => pacesOf(model, slug, own)),
      tracks: PROPOSAL_TYPES.flatMap((type) => {
        const those = entries.filter((entry) => entry.type === type);
        return those.length === 0 ? [] : [paceOf(those, type, null)];
      }),
      decided: decided.length,
      delegated: decided.filter((by) => by === 'group').length,
      core: coreOf(model),
      overturned: overturnedIn(model),
      participation: participationIn(model),
    },
    model.overrides,
  );
}

type Pace = Words<'health'>['paces'][number];

function paceOf(entries: readonly Entry[], of: string, slug: string | null): Pace {
  const median = (to: (entry: Entry) => string | null | undefined): string =>
    daysInWords(medianOf(entries.map((entry) => daysFrom(entry.course?.openedAt, to(entry)))));
  return {
    of,
    slug,
    proposals: entries.length,
    sponsor: median(({ course }) => course?.sponsoredAt),
    review: median((entry) => turnedAt(entry, 'in-review')),
    decision: median(decidedAt),
  };
}

/** A group's pace; where it has a grant, also of what was opened before and since. */
function pacesOf(model: Model, slug: string, own: readonly Entry[]): Pace[] {
  const title = groupTitle(model, slug);
  const since = model.rules.delegation.grants[slug]?.since;
  const whole = paceOf(own, title, slug);
  if (since === undefined) return [whole];
  const isBefore = ({ course }: Entry): boolean => (course?.openedAt ?? '') < since;
  const [before, after] = [own.filter(isBefore), own.filter((entry) => !isBefore(entry))];
  // What was not before or is not since compares with nothing.
  if (before.length === 0 || after.length === 0) return [whole];
  return [
    whole,
    paceOf(before, `${title}, opened before its delegation`, slug),
    paceOf(after, `${title}, opened since`, slug),
  ];
}

/** Whose people are asked to speak in a decision, the group's or the core's; null where their silence is consent to another's word. */
function askedIn({ form, group }: Past): { body: string | null } | null {
  if (form === 'core' || form === 'core-veto') return { body: null };
  return form === 'consensus' || form === 'vote' ? { body: group } : null;
}

function coreOf({ entries, pending, asOf }: Model): Words<'health'>['core'] {
  const from = Date.parse(asOf) - YEAR;
  const ended = entries.flatMap(({ decisions }) =>
    decisions.flatMap((one) =>
      one.form === 'core' && one.closed ? [{ openedAt: one.openedAt, at: one.closed.at }] : [],
    ),
  );
  const year = ended.filter(({ at }) => Date.parse(at) >= from);
  return {
    now: agendaOf(entries).length + nominationsFor(pending).length,
    year: year.length,
    days: daysInWords(medianOf(year.map(({ openedAt, at }) => daysFrom(openedAt, at)))),
  };
}

const overturnedIn = ({ decidedIn }: Model): Words<'health'>['overturned'] =>
  [...decidedIn]
    .flatMap(([slug, entries]) =>
      entries.flatMap((entry) => {
        const kept = wordKept(entry, slug);
        if (kept?.became !== 'overturned' || kept.at === null) return [];
        const by = entry.decisions.find(({ closed }) => closed?.at === kept.at && closed.outcome !== 'agreed');
        return [{ entry, at: kept.at, how: by?.closed?.outcome ?? 'overturned' }];
      }),
    )
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || a.entry.pull - b.entry.pull)
    .map(({ entry, at, how }) => ({ ...titled(entry, ''), at: dayInWords(at), how }));

/** Who of those counted has spoken in decisions that have ended, body by body. */
function participationIn(model: Model): Words<'health'>['participation'] {
  const bodies = new Map<string | null, { decisions: number; spoke: number; counted: number }>();
  for (const { decisions, course } of model.entries) {
    for (const [index, past] of decisions.entries()) {
      const counted = course?.rounds[index]?.tally.electorate;
      const asked = askedIn(past);
      if (!past.closed || !asked || counted === undefined || counted === 0) continue;
      const body = bodies.get(asked.body) ?? { decisions: 0, spoke: 0, counted: 0 };
      body.decisions += 1;
      body.spoke += past.members.length;
      body.counted += counted;
      bodies.set(asked.body, body);
    }
  }
  return [...bodies]
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([slug, { decisions, spoke, counted }]) => ({
      title: slug === null ? 'The core' : groupTitle(model, slug),
      slug: slug !== null && model.groups.has(slug) ? slug : null,
      decisions,
      spoke: `${Math.round((100 * spoke) / counted)} %`,
    }));
}
