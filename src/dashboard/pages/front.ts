import { daysBetween } from '../../people/index.js';
import { cell } from '../../publish/escape.js';
import { reviewQueue } from '../../routing/index.js';
import { proposalState } from '../../rules/schema.js';
import { words, type Words } from '../../templates/index.js';
import { agendaOf, whyHere } from '../agenda.js';
import type { Entry } from '../entry.js';
import { dayInWords, flowOf, isSettled, monthInWords } from '../figures.js';
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
  const flow = flowOf(entries, asOf).map(({ month, ...one }) => ({ month: monthInWords(month), ...one }));
  const most = Math.max(...flow.map(({ opened, accepted, ended }) => Math.max(opened, accepted, ended)));
  return words(
    'front',
    {
      waiting: owedIn(entries),
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

/**
 * What waits, by whom it waits for: a person each by their own name, so that everybody finds all of theirs together. Who
 * has let others wait longest stands first.
 */
function owedIn(entries: readonly Entry[]): Words<'front'>['waiting'] {
  const owed = entries.flatMap((entry) =>
    entry.waitsFor.flatMap(({ who, people, what }) => {
      const since = standsSince(entry);
      const whom =
        people.length === 0 ? [cell(who)] : people.map((login) => `${login} (${cell(who).replace(/^The /, 'the ')})`);
      return whom.map((name, index) => ({ key: people[index] ?? name, name, entry, what, since }));
    }),
  );
  const first = new Map<string, number>();
  for (const { key, since } of owed) {
    const at = Date.parse(since);
    first.set(key, Math.min(first.get(key) ?? at, at));
  }
  const longest = (key: string): number => first.get(key) ?? 0;
  return owed
    .toSorted(
      (a, b) =>
        longest(a.key) - longest(b.key) ||
        (a.key === b.key ? 0 : a.key < b.key ? -1 : 1) ||
        Date.parse(a.since) - Date.parse(b.since) ||
        a.entry.pull - b.entry.pull,
    )
    .map(({ name, entry, what, since }) => ({
      ...titled(entry, ''),
      who: name,
      what: cell(what),
      since: dayInWords(since),
    }));
}

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
