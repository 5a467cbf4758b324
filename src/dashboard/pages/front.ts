import { inWords } from '../../judge/instants.js';
import { daysBetween, findPerson } from '../../people/index.js';
import { cell, unmentionedButCode } from '../../publish/escape.js';
import { reviewQueue } from '../../routing/index.js';
import { proposalState } from '../../rules/schema.js';
import { words, type Words } from '../../templates/index.js';
import { agendaOf, nominationsFor, whyHere } from '../agenda.js';
import type { Entry } from '../entry.js';
import { dayInWords, flowOf, isSettled, monthInWords } from '../figures.js';
import { nameOf } from '../leads.js';
import type { Model } from '../model.js';
import { decisionOf, groupTitle, isFiled, MATTERS, nominated, rowOf, titled } from '../rows.js';
import { shownMonths } from '../spark.js';

/** Days in which a decision closes "this week". */
const WEEK = 7;

/** The first page: what needs whom first. */
export function frontPage(model: Model): string {
  const { entries, filed, asOf, pending } = model;
  const all = [...entries, ...filed];
  const open = entries.filter((entry) => entry.open);
  const [closing, later] = decisionsOf(open, model);
  const flow = flowOf(entries, asOf).map(({ month, ...one }) => ({
    month: monthInWords(month),
    short: monthInWords(month).slice(0, 3),
    ...one,
  }));
  const most = Math.max(...flow.map(({ opened, accepted, ended }) => Math.max(opened, accepted, ended)));
  return words(
    'front',
    {
      waiting: owedIn(model),
      queue: reviewQueue(entries).map(({ place, entry, waitsFor }) => ({
        ...titled(entry, ''),
        place,
        waitsFor: waitsFor === 'core' ? 'the core' : 'review',
        why: cell(whyHere(entry, model.areas)),
      })),
      agenda: agendaOf(entries).length + nominationsFor(pending).length,
      closing,
      later,
      counts: proposalState.options.flatMap((status) => {
        const those = all.filter((one) => one.status === status);
        const live = those.filter((one) => !isFiled(one) && one.open).length;
        return those.length === 0 ? [] : [{ status, open: live, all: those.length }];
      }),
      flow: most === 0 ? [] : flow,
      most,
      groups: [...model.groups.values()].map(({ slug, kind }) => ({
        slug,
        title: groupTitle(model, slug),
        kind: kind === 'working-group' ? 'Working Group' : 'Interest Group',
        proposals: (model.own.get(slug) ?? []).filter((entry) => entry.open && !isSettled(entry)).length,
        months: shownMonths(model, slug, ''),
      })),
      proposals: all.map((one) => rowOf(model, one, '')),
    },
    model.overrides,
  );
}

/** Since when something stands as it does: its status, or the decision that is open on it. */
function standsSince({ since, decision, decisions }: Entry): string {
  const opened = decision ? decisions.at(-1)?.openedAt : undefined;
  return opened !== undefined && Date.parse(opened) > Date.parse(since) ? opened : since;
}

/** Something that waits: where it stands on the dashboard, since when it stands so, and whom it waits for, fit for a page. */
interface Waiting {
  row: ReturnType<typeof titled>;
  number: number;
  since: string;
  waitsFor: Entry['waitsFor'];
}

/** What one person or body owes on one matter. */
interface Owed extends Pick<Waiting, 'row' | 'number' | 'since'> {
  as: string | null;
  what: string;
}

/** Everything that may wait for somebody. */
const waitingIn = ({ entries, pending }: Model): Waiting[] => [
  ...entries.map((entry) => ({
    row: titled(entry, ''),
    number: entry.pull,
    since: standsSince(entry),
    waitsFor: entry.waitsFor.map((one) => ({ ...one, what: unmentionedButCode(one.what) })),
  })),
  ...pending.map(({ nomination, since, waitsFor }) => ({
    ...{ row: nominated(nomination, ''), number: nomination.issue, since },
    waitsFor: waitsFor.map((one) => ({ ...one, what: unmentionedButCode(one.what) })),
  })),
];

/**
 * What waits, by whom it waits for: a person by their own name, so that everybody finds all of theirs together. Who has
 * let others wait longest stands first.
 */
function owedIn(model: Model): Words<'front'>['waiting'] {
  const byWhom = new Map<string, Owed[]>();
  for (const { row, number, since, waitsFor } of waitingIn(model)) {
    for (const { who, people, what } of waitsFor) {
      const role = cell(who);
      const whom = people.map((login) => nameOf({ name: findPerson(model.governance, login)?.name ?? null, login }));
      for (const name of whom.length > 0 ? whom : [role]) {
        const owed = { row, number, since, as: whom.length > 0 ? asWhat(who, people) : null, what };
        const there = byWhom.get(name);
        if (there) there.push(owed);
        else byWhom.set(name, [owed]);
      }
    }
  }
  const byWait = (a: Owed, b: Owed): number => Date.parse(a.since) - Date.parse(b.since) || a.number - b.number;
  return [...byWhom]
    .map(([who, matters]) => ({ who, matters: matters.toSorted(byWait) }))
    .sort((a, b) => sinceOf(a.matters) - sinceOf(b.matters) || (a.who < b.who ? -1 : 1))
    .map(({ who, matters }) => ({
      who,
      matters: matters.map(({ row, as, what, since }) => ({
        ...{ ...row, as, what },
        since: dayInWords(since),
      })),
    }));
}

/** As what people are asked; null where they are asked by their name. */
function asWhat(who: string, people: readonly string[]): string | null {
  return people.includes(who) ? null : cell(who).replace(/^(?:The|A) /, lower);
}

const lower = (words: string): string => words.toLowerCase();

const sinceOf = ([first]: readonly Owed[]): number => (first ? Date.parse(first.since) : 0);

type Closing = Words<'front'>['closing'][number];

/** Open decisions, the first to end first: those that end within a week, and the others. */
function decisionsOf(open: readonly Entry[], { asOf, pending }: Model): [Closing[], Closing[]] {
  const decisions = open.flatMap((entry) => {
    const shown = decisionOf(entry, '');
    const ends = entry.decision ? [{ deadline: entry.decision.deadline, number: entry.pull }] : [];
    return shown ? ends.map((one) => ({ ...one, row: { ...titled(entry, ''), ...shown } })) : [];
  });
  const nominations = pending.flatMap(({ nomination, isOver }) => {
    const { deadline, issue, matter } = nomination;
    if (deadline === null || isOver) return [];
    const shown = { form: MATTERS[matter], until: inWords(deadline), count: '', bar: null };
    return [{ deadline, number: issue, row: { ...nominated(nomination, ''), ...shown } }];
  });
  const sorted = [...decisions, ...nominations].sort(
    (a, b) => Date.parse(a.deadline) - Date.parse(b.deadline) || a.number - b.number,
  );
  const isNear = ({ deadline }: { deadline: string }): boolean => daysBetween(asOf, deadline.slice(0, 10)) <= WEEK;
  const rows = (those: typeof sorted): Closing[] => those.map(({ row }) => row);
  return [rows(sorted.filter(isNear)), rows(sorted.filter((one) => !isNear(one)))];
}
