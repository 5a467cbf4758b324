import { inWords } from '../judge/instants.js';
import { agendaOf, whyHere } from './agenda.js';
import type { Governance, Group } from '../people/types.js';
import { electorateOf } from '../people/index.js';
import { cell, plain, unmentioned } from '../publish/escape.js';
import { words, type Overrides, type ReadTemplates, type Words } from '../templates/index.js';
import { reviewQueue, type Place } from '../routing/index.js';
import type { Rules } from '../rules/schema.js';
import type { Entry } from './entry.js';
import { leadInWords, nameOf } from './leads.js';

/** A page of the dashboard, by its path on the record branch. */
export interface Page {
  path: string;
  text: string;
}

/** What governs the repository, on a day: terms of leads end without anybody touching a file. */
export interface Governed {
  governance: Governance;
  loaded: { rules: Rules };
  /** `YYYY-MM-DD` */
  asOf: string;
  templates: ReadTemplates;
}

/** All pages. Deterministic: the same facts give the same bytes, so nothing is written twice. */
export function pages(entries: readonly Entry[], governed: Governed): Page[] {
  const { governance, asOf } = governed;
  const { rules } = governed.loaded;
  const { overrides } = governed.templates;
  const folder = rules.record.dashboard;
  const sorted = [...entries].sort((a, b) => a.pull - b.pull);
  const groups = governance.groups.filter((group) => group.kind === 'working-group');
  return [
    { path: `${folder}/README.md`, text: frontPage(sorted, groups, rules, overrides) },
    { path: `${folder}/agenda.md`, text: agendaPage(sorted, groups, rules, overrides) },
    ...groups.map((group) => ({
      path: `${folder}/groups/${group.slug}.md`,
      text: groupPage(group, sorted, { governance, rules, asOf, overrides }),
    })),
  ];
}

const label = (entry: Entry): string => (entry.number === null ? `#${entry.pull}` : `SEP-${entry.number}`);

const settled = (entry: Entry): boolean => ['accepted', 'final', 'rejected', 'withdrawn'].includes(entry.status);

/** A proposal's row. @param groups to call its group by its title */
const row = (entry: Entry, groups: readonly Group[]): Words<'front'>['proposals'][number] => ({
  name: label(entry),
  url: entry.url,
  title: plain(entry.title ?? 'without a title'),
  status: entry.takenOver && entry.status !== 'proposal' ? `${entry.status}, taken over` : entry.status,
  headline: cell(entry.headline),
  group: entry.group ?? entry.claimedGroup,
  groupTitle: plain(groups.find(({ slug }) => slug === (entry.group ?? entry.claimedGroup))?.title ?? ''),
});

/** A row of the review queue. @param rules to call the priority area by its title */
const queueRow = ({ place, entry, waitsFor }: Place<Entry>, rules: Rules): Words<'front'>['queue'][number] => ({
  place,
  name: label(entry),
  url: entry.url,
  title: plain(entry.title ?? 'without a title'),
  waitsFor: waitsFor === 'core' ? 'the core' : 'review',
  why: cell(whyHere(entry, areasOf(rules))),
});

/** Titles of the priority areas, by their key. */
const areasOf = ({ rules }: Rules): ReadonlyMap<string, string> =>
  new Map(rules['priority-areas'].areas.map(({ key, title }) => [key, title]));

function agendaPage(entries: readonly Entry[], groups: readonly Group[], rules: Rules, overrides: Overrides): string {
  const matters = agendaOf(entries).map(({ place, entry, asked }) => ({
    place,
    name: label(entry),
    url: entry.url,
    title: plain(entry.title ?? 'without a title'),
    groupTitle: plain(groups.find(({ slug }) => slug === entry.group)?.title ?? entry.group ?? ''),
    asked: cell(asked),
    why: cell(whyHere(entry, areasOf(rules))),
  }));
  return words('agenda', { matters }, overrides);
}

function frontPage(entries: readonly Entry[], groups: readonly Group[], rules: Rules, overrides: Overrides): string {
  const open = entries.filter((entry) => entry.open);
  const said: Words<'front'> = {
    queue: reviewQueue(entries).map((one) => queueRow(one, rules)),
    agenda: agendaOf(entries).length,
    waiting: open.flatMap((entry) =>
      entry.waitsFor.map(({ who, people, what }) => ({
        who: people.length > 0 ? `${who} (${people.join(', ')})` : who,
        what: cell(what),
        name: label(entry),
        url: entry.url,
      })),
    ),
    closing: open
      .flatMap((entry) => (entry.decision ? [{ entry, decision: entry.decision }] : []))
      .sort((a, b) => (a.decision.deadline < b.decision.deadline ? -1 : 1))
      .map(({ entry, decision }) => ({
        name: label(entry),
        url: entry.url,
        form: decision.form,
        until: inWords(decision.deadline),
      })),
    proposals: entries.map((entry) => row(entry, groups)),
    groups: groups.map((group) => ({
      slug: group.slug,
      title: plain(group.title),
      proposals: open.filter((entry) => entry.group === group.slug && !settled(entry)).length,
    })),
  };
  return words('front', said, overrides);
}

interface Ground {
  governance: Governance;
  rules: Rules;
  asOf: string;
  overrides: Overrides;
}

function groupPage(group: Group, entries: readonly Entry[], { governance, rules, asOf, overrides }: Ground): string {
  const own = entries.filter((entry) => (entry.group ?? entry.claimedGroup) === group.slug);
  const body = electorateOf(governance, group);
  const said: Words<'group'> = {
    title: plain(group.title),
    mission: group.mission === null ? null : plain(group.mission),
    leads: group.leads.map((lead) => leadInWords(lead, asOf, rules)),
    members: body.ok
      ? body.electors.map(({ login, name, organization, level }) => ({
          name: nameOf({ name, login }),
          organization: organization === null ? 'not known' : plain(organization),
          level,
        }))
      : [],
    obstacle: body.ok ? null : body.message,
    authority: rules.delegation.grants[group.slug]?.authority ?? rules.delegation.default,
    channel: group.channel,
    open: own.filter((entry) => entry.open && !settled(entry)).map((entry) => row(entry, [group])),
    decided: own.filter(settled).map((entry) => ({
      ...row(entry, [group]),
      history: entry.steps.map((step) => ({ at: inWords(step.at), says: unmentioned(step.says), url: step.url })),
    })),
  };
  return words('group', said, overrides);
}
