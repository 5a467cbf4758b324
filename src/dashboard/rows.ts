import type { Round } from '../judge/course.js';
import { inWords } from '../judge/instants.js';
import { cell, plain } from '../publish/escape.js';
import type { Words } from '../templates/index.js';
import { barOf, countInWords } from './bar.js';
import type { Entry } from './entry.js';
import { groupOf } from './figures.js';
import type { Filed, Model } from './model.js';
import type { NominationEntry } from './nominated.js';

/** Whether a proposal is known by its file alone. */
export const isFiled = (one: Entry | Filed): one is Filed => 'path' in one;

/** A proposal's page, from the dashboard's folder. */
export const pageOf = (one: Entry | Filed): string =>
  `proposals/${isFiled(one) ? addressOf(fileName(one.path)) : one.pull}.md`;

/** A name as a part of an address in Markdown, where a bracket would end it. */
const addressOf = (name: string): string => encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29');

/** A file's name without its ending. */
export const fileName = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.md$/, '');

/** `SEP-12`, or `#12` while it has no number. */
export const labelOf = (one: Entry | Filed): string => {
  if (one.number !== null) return `SEP-${one.number}`;
  return isFiled(one) ? plain(fileName(one.path)) : `#${one.pull}`;
};

/** A proposal as every table names it. @param up how the page leads to the dashboard's folder: `../`, or nothing */
export const titled = (one: Entry | Filed, up: string) => ({
  name: labelOf(one),
  url: isFiled(one) ? null : one.url,
  title: plain(one.title ?? '') || 'without a title',
  page: up + pageOf(one),
});

/** A nomination in the place of a proposal. @param up as in {@link titled} */
export const nominated = ({ issue, url, title }: NominationEntry, up: string) => ({
  name: `#${issue}`,
  url,
  title: plain(title),
  page: `${up}people.md`,
});

/** A proposal's status, as tables say it. */
export function statusOf(one: Entry | Filed): string {
  if (isFiled(one)) return one.status ?? 'not known';
  return one.takenOver && one.status !== 'proposal' ? `${one.status}, taken over` : one.status;
}

/** What a group is called, for a page; its slug where no charter has it, and nothing for none. */
export const groupTitle = ({ groups }: Model, slug: string | null): string =>
  slug === null ? '' : plain(groups.get(slug)?.title ?? slug);

/** The slug of a proposal's group, as far as that group has a page. */
export function groupPageOf({ groups }: Model, one: Entry | Filed): string | null {
  const slug = isFiled(one) ? one.group : groupOf(one);
  return slug !== null && groups.has(slug) ? slug : null;
}

/** A proposal's row. */
export const rowOf = (model: Model, one: Entry | Filed, up: string): Words<'front'>['proposals'][number] => {
  const group = groupPageOf(model, one);
  return {
    ...titled(one, up),
    status: statusOf(one),
    headline: isFiled(one) ? 'On the default branch' : cell(one.headline),
    group,
    groupTitle: groupTitle(model, group),
  };
};

/** A form of decision, for people. */
export const FORMS: Readonly<Record<Entry['decisions'][number]['form'], string>> = {
  consensus: 'Lazy consensus',
  vote: 'Vote',
  'veto-window': 'Window for objections',
  core: 'Decision of the core',
  'core-veto': "Vote on the core's veto",
  'lead-veto': 'Veto of a Lead Maintainer',
  escalation: 'Escalation',
};

/** What a nomination is about, for people. */
export const MATTERS: Readonly<Record<NominationEntry['matter'], string>> = {
  advance: 'Nomination',
  return: 'Return',
  'step-down': 'Stepping down',
  emeritus: 'Emeritus',
  inactive: 'Still there?',
};

/** The round of an entry's open decision; null where none is open, or the entry is older than rounds. */
export const openRound = ({ decision, course }: Entry): Round | null =>
  decision && (course?.rounds.findLast(({ id }) => id === decision.id) ?? null);

/** An open decision as tables show it; null where none is open. */
export function decisionOf(entry: Entry, up: string): Words<'proposal'>['decision'] {
  const { decision } = entry;
  if (!decision) return null;
  const round = openRound(entry);
  return {
    form: FORMS[decision.form],
    until: inWords(decision.deadline),
    // Where nobody casts a ballot and nobody blocks, silence says nothing yet.
    count: round && (round.quorum !== null || decision.form === 'consensus') ? countInWords(round) : '',
    bar: round && barOf(round, up),
  };
}

/**
 * Where a ledger is, from a page; null where the pages lie elsewhere.
 * @param subject number of its pull request or issue
 * @param up as in {@link titled}
 */
export function recordOf({ rules, ledgers }: Model, subject: number, up: string): string | null {
  if (ledgers === null) return null;
  if (ledgers !== 'beside') return `${ledgers.tree}/ledgers/${subject}`;
  const out = rules.record.dashboard
    .split('/')
    .map(() => '../')
    .join('');
  return `${up}${out}ledgers/${subject}`;
}
