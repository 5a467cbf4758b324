import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import { nearGroups, responsible, workingGroup } from '../../src/judge/working-group.js';
import { readCharter, type Group } from '../../src/people/index.js';
import { charter, type Parts } from '../people/writing.js';
import { DOCUMENT, Repository } from '../publish/facts.js';
import { who } from './history.js';
import { bound } from './told/ledger.js';
import { both, document, governing, named, pull, rules } from './told/repository.js';

type More = (facts: Facts) => Partial<Facts>;
const AT = '2026-11-02T09:00:00Z';
const facts = (more: More = () => ({}), source = DOCUMENT): Facts =>
  Object.assign(new Repository(), { more, source }).facts();
const group = (slug: string, title: string, change: Partial<Parts> = {}): Group =>
  readCharter(
    charter({ front: `title: ${title} Working Group Charter\ndescription: Charter of an invented group.`, ...change }),
    `docs/community/working-groups/${slug}.mdx`,
  ).group;
const groups = (...all: Group[]): More =>
  governing(({ governance }) => ({ governance: { ...governance, groups: all } }));
const [KETTLES, LIDS] = [group('kettle-timers', 'Kettle Timers'), group('kettle-lids', 'Kettle Lids')];
const by = { slug: 'kettle-timers', by: who('lena'), at: AT };

describe('The group of a proposal, by its record', () => {
  const told = (of: Partial<SubjectState>): string =>
    responsible({ ...nothing, ...of }, (slug) => slug.toUpperCase()).says;
  const kettles = { ...by, how: 'adopted' as const };

  it.each<[string, Partial<SubjectState>, string]>([
    ['adopted', { group: kettles, groups: ['kettle-timers'] }, 'KETTLE-TIMERS; adopted by lena.'],
    [
      'routed by nobody who is known',
      { group: { ...kettles, how: 'routed', by: null }, groups: ['a'] },
      'KETTLE-TIMERS; routed.',
    ],
    [
      'bound by its own charter among several',
      {
        group: { ...kettles, how: 'work-item', by: null },
        groups: ['kettle-timers'],
        bound: bound(AT, 'lids', 'kettle-timers'),
      },
      'KETTLE-TIMERS. The charter of kettle-timers names it.',
    ],
    [
      'bound by a charter that says nothing here',
      { group: { ...kettles, how: 'work-item', by: null }, groups: ['a'] },
      'KETTLE-TIMERS. ',
    ],
    ['several', { groups: ['a', 'b'] }, 'It touches several groups: A, B. The core decides.'],
    [
      'several, and one cares for it',
      { group: kettles, groups: ['a', 'b'] },
      'It touches several groups: A, B. The core decides; the KETTLE-TIMERS cares for it.',
    ],
  ])('is said where it is %s', (_, of, says) => expect(told(of)).toBe(says));
});

describe('The group that a preamble names', () => {
  const row = (name: string, more: More = () => ({}), of: Partial<SubjectState> = {}): string =>
    workingGroup(facts(more, named(name)), { ...nothing, ...of })
      .map(({ held, says, next }) => `${held}: ${says} ${next}`)
      .join();
  const THERE = 'names a group in the preamble, `- **Working Group**: …`. There are:';

  it('may fit several, and then it is none', () => {
    const told = row('Kettle', groups(KETTLES, LIDS));
    expect(told).toBe(
      `failed: The preamble's words fit several groups: ${KETTLES.title}, ${LIDS.title}. ${THERE} ${KETTLES.title}, ${LIDS.title}.`,
    );
  });
  it('may be over', () => {
    const over: Group = { ...KETTLES, status: 'retired' };
    expect(row('Kettle Timers', groups(over))).toContain('it is over.');
  });
  it('is wished for since a day, that day with it, and of any proposal where no day is named', () => {
    const asked = (createdAt: string, since: string | null): boolean =>
      row('None', both(pull({ createdAt }), rules('working-group', { since }))) !== '';
    expect(asked('2026-09-01T00:00:00Z', '2026-09-01')).toBe(true);
    expect(asked('2026-08-31T23:59:59Z', '2026-09-01')).toBe(false);
    expect(asked('2020-01-01T00:00:00Z', null)).toBe(true);
  });
});

describe('The groups nearest to a proposal that has none', () => {
  const near = (more: More = () => ({}), of: Partial<SubjectState> = {}, source = named('None')) =>
    nearGroups(facts(more, source), { ...nothing, ...of });
  const titles = (...all: Parameters<typeof near>): string[] => near(...all).map(({ title }) => title);

  it('are told with their leads and where they meet', () => {
    expect(near()).toMatchObject([
      {
        title: expect.stringContaining('Kettle Timers') as string,
        leads: ['adabell', 'bocarr'],
        channel: '#kettle-timers-wg',
      },
    ]);
    expect(near()[0]!.says).toMatch(/\.$/);
  });
  it('are told by name where a lead has no account', () => {
    const leadership =
      '| Role | Name | Organization | GitHub | Term |\n| - | - | - | - | - |\n| Lead | Cy Dorn | | | Initial |';
    expect(near(groups(group('kettle-timers', 'Kettle Timers', { leadership })))[0]!.leads).toEqual(['Cy Dorn']);
  });
  it('are no more than three', () => {
    const many = ['one', 'two', 'three', 'four'].map((slug) => group(`kettles-${slug}`, `Kettles ${slug}`));
    expect(near(groups(...many))).toHaveLength(3);
  });
  it.each<[string, More, Partial<SubjectState>, string?]>([
    ['whose pull request is closed', pull({ state: 'closed' }), {}],
    ['whose document is gone', document({ isGone: true }), {}],
    ['that has a group', () => ({}), { groups: ['kettle-timers'] }],
    ['that the core has before it', () => ({}), { status: 'in-review' }],
    ['that names one', () => ({}), {}, DOCUMENT],
    ['on a track that needs none', () => ({}), {}, named('None').replace('Standards Track', 'Process')],
    ['that is older than the wish for one', pull({ createdAt: '2025-01-01T00:00:00Z' }), {}],
    ['where the rules only observe', rules('working-group', { mode: 'observe' }), {}],
  ])('are not told of one %s', (_, more, of, source) => expect(titles(more, of, source)).toEqual([]));
  it('are told of a draft, too', () => expect(titles(undefined, { status: 'draft' })).toHaveLength(1));
});
