import { daysBetween, findPerson } from '../../people/index.js';
import { cell, unmentioned } from '../../publish/escape.js';
import { reviewQueue } from '../../routing/index.js';
import { proposalState } from '../../rules/schema.js';
import { words, type Words } from '../../templates/index.js';
import { agendaOf, whyHere } from '../agenda.js';
import type { Entry } from '../entry.js';
import { dayInWords, flowOf, isSettled, monthInWords } from '../figures.js';
import { nameOf } from '../leads.js';
import type { Model } from '../model.js';
import { decisionOf, groupTitle, isFiled, rowOf, titled } from '../rows.js';

/** Days in which a decision closes "this week". */
const WEEK = 7;

/** The first page: what needs whom first. */
export function frontPage(model: Model): string {
  const { entries, filed, asOf } = model;
  const all = [...entries, ...filed];
  const open = entries.filter((entry) => entry.open);
  const [closing, later] = decisionsOf(open, asOf);
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
      agenda: agendaOf(entries).length,
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

/** What one person or body owes on one proposal. */
interface Owed {
  who: string;
  as: string | null;
  what: string;
  entry: Entry;
  since: string;
}

/**
 * What waits, by whom it waits for: a person by their own name, so that everybody finds all of theirs together. Who has
 * let others wait longest stands first.
 */
function owedIn({ entries, governance }: Model): Words<'front'>['waiting'] {
  const byWhom = new Map<string, Owed[]>();
  for (const entry of entries) {
    const since = standsSince(entry);
    for (const { who, people, what } of entry.waitsFor) {
      const role = cell(who);
      const whom = people.map((login) => nameOf({ name: findPerson(governance, login)?.name ?? null, login }));
      for (const name of whom.length > 0 ? whom : [role]) {
        const owed = { who: name, as: whom.length > 0 ? role.replace(/^(?:The|A) /, lower) : null, what, entry, since };
        const there = byWhom.get(name);
        if (there) there.push(owed);
        else byWhom.set(name, [owed]);
      }
    }
  }
  const byWait = (a: Owed, b: Owed): number => Date.parse(a.since) - Date.parse(b.since) || a.entry.pull - b.entry.pull;
  return [...byWhom]
    .map(([who, matters]) => ({ who, matters: matters.toSorted(byWait) }))
    .sort((a, b) => sinceOf(a.matters) - sinceOf(b.matters) || (a.who < b.who ? -1 : 1))
    .map(({ who, matters }) => ({
      who,
      matters: matters.map(({ as, what, entry, since }) => ({
        ...titled(entry, ''),
        as,
        what: unmentioned(what),
        since: dayInWords(since),
      })),
    }));
}

const lower = (words: string): string => words.toLowerCase();

const sinceOf = ([first]: readonly Owed[]): number => (first ? Date.parse(first.since) : 0);

type Closing = Words<'front'>['closing'][number];

/** Open decisions, the first to end first: those that end within a week, and the others. */
function decisionsOf(open: readonly Entry[], asOf: string): [Closing[], Closing[]] {
  const sorted = open
    .flatMap((entry) => (entry.decision ? [{ entry, deadline: entry.decision.deadline }] : []))
    .sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline) || a.entry.pull - b.entry.pull);
  const shown = ({ entry }: { entry: Entry }): Closing[] => {
    const decision = decisionOf(entry, '');
    return decision ? [{ ...titled(entry, ''), ...decision }] : [];
  };
  const isNear = ({ deadline }: { deadline: string }): boolean => daysBetween(asOf, deadline.slice(0, 10)) <= WEEK;
  return [sorted.filter(isNear).flatMap(shown), sorted.filter((one) => !isNear(one)).flatMap(shown)];
}
