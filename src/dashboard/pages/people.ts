import { ladderReport } from '../../judge/ladder/report.js';
import { targetName } from '../../judge/ladder/steps.js';
import { coreBody, electorateOf, findPerson, type LadderStanding, type Role } from '../../people/index.js';
import { cell, plain, unmentionedButCode } from '../../publish/escape.js';
import { words, type Words } from '../../templates/index.js';
import { dayInWords, isSettled } from '../figures.js';
import { nameOf } from '../leads.js';
import type { Model } from '../model.js';
import { groupTitle, nominated } from '../rows.js';

const PLACES: Readonly<Record<Exclude<Role, 'contributor'>, string>> = {
  'lead-maintainer': 'Lead Maintainers',
  'core-maintainer': 'Core Maintainers',
  maintainer: 'Maintainers',
  member: 'Members',
};

/** The people: who stands where, who is counted, whose term ends, who carries how much. */
export function peoplePage(model: Model): string {
  const { sources, rules, asOf } = model;
  const report = ladderReport(sources, rules, asOf);
  const place = (title: string, people: readonly LadderStanding[]): Words<'people'>['places'] =>
    people.length === 0 ? [] : [{ title, people: people.map((one) => standing(model, one)) }];
  return words(
    'people',
    {
      places: [
        ...report.places.flatMap(({ role, people }) => place(PLACES[role], people)),
        ...place('Community moderators', report.moderators),
        ...place('In groups, and not on the ladder', report.beside),
        ...place('Emeritus', report.emeritus),
      ],
      bodies: bodiesOf(model),
      loads: loadsOf(model),
      nominations: nominationsOf(model),
      terms: report.terms.map(({ login, name, of, lastDay }) => ({
        name: nameOf({ name, login }),
        of: 'group' in of ? `lead of ${groupTitle(model, of.group)}` : of.role,
        lastDay,
      })),
      near: report.near.map(({ standing: { login, person }, outlook, from }) => ({
        name: nameOf({ name: person?.name ?? null, login }),
        to: targetName(outlook.to),
        from,
      })),
      unchecked: report.unchecked.map(({ says }) => plain(says)),
    },
    model.overrides,
  );
}

const standing = (model: Model, { login, person, organization, since, places }: LadderStanding) => ({
  name: nameOf({ name: person?.name ?? null, login }),
  organization: plain(organization ?? '') || '–',
  since: since ?? '–',
  groups: places.map(({ group, level }) => `${groupTitle(model, group.slug)} (${level ?? 'not known'})`).join(', '),
});

/** Who is counted: the core, and each Working Group. */
function bodiesOf(model: Model): Words<'people'>['bodies'] {
  const core = coreBody(model.governance);
  const groups = [...model.groups.values()].filter(({ kind }) => kind === 'working-group');
  return [
    { title: 'The core', slug: null, counted: core.map(({ login }) => plain(login)).join(', ') || 'nobody' },
    ...groups.map((group) => {
      const body = electorateOf(model.governance, group);
      const counted = body.ok ? body.electors.map(({ login }) => plain(login)).join(', ') : plain(body.message);
      return { title: groupTitle(model, group.slug), slug: group.slug, counted };
    }),
  ];
}

/** Nominations that are open, with where they stand and whom they wait for. */
const nominationsOf = ({ pending }: Model): Words<'people'>['nominations'] =>
  pending.map(({ nomination, headline, waitsFor }) => ({
    ...nominated(nomination, ''),
    opened: dayInWords(nomination.openedAt),
    headline: cell(headline),
    next: waitsFor.map(({ who, people, what }) => {
      const whom =
        people.length > 0 && !people.includes(who) ? `${cell(who)} (${people.map(plain).join(', ')})` : cell(who);
      return `**${whom}** ${unmentionedButCode(what)}`;
    }),
  }));

/** Who carries how much of what is open, the most first. */
function loadsOf({ entries, pending, governance }: Model): Words<'people'>['loads'] {
  const loads = new Map<string, { sponsors: number; reviews: number; owes: number }>();
  const add = (login: string, what: 'sponsors' | 'reviews' | 'owes'): void => {
    const load = loads.get(login) ?? { sponsors: 0, reviews: 0, owes: 0 };
    load[what] += 1;
    loads.set(login, load);
  };
  for (const entry of entries) {
    if (!entry.open) continue;
    if (entry.sponsor !== null && !isSettled(entry)) add(entry.sponsor, 'sponsors');
    for (const login of entry.reviewers) add(login, 'reviews');
    for (const login of new Set(entry.waitsFor.flatMap(({ people }) => people))) add(login, 'owes');
  }
  for (const { waitsFor } of pending) {
    for (const login of new Set(waitsFor.flatMap(({ people }) => people))) add(login, 'owes');
  }
  return [...loads]
    .sort(([a, one], [b, two]) => weight(two) - weight(one) || (a < b ? -1 : 1))
    .map(([login, load]) => ({ name: nameOf({ name: findPerson(governance, login)?.name ?? null, login }), ...load }));
}

const weight = (load: Pick<Words<'people'>['loads'][number], 'sponsors' | 'reviews' | 'owes'>): number =>
  load.sponsors + load.reviews + load.owes;
