import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { areaNow, boundLines, slugNamed, weightNow } from '../../src/judge/grouping.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import { nearGroups, responsible, workingGroup } from '../../src/judge/working-group.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { readCharter, type Group } from '../../src/people/index.js';
import { charter, type Parts } from '../people/writing.js';
import { DOCUMENT, Repository } from '../publish/facts.js';
import { history, who } from './history.js';
import { bound, written } from './told/ledger.js';
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

describe('The name of a group in a command', () => {
  const read = (body: string, more: More = () => ({}), problem: string | null = null): string => {
    const act = history()
      .says('rosa', body)
      .lines.find((line): line is LineOf<'act'> => line.kind === 'act')!;
    const { args, problem: says } = slugNamed(
      { ...act, problem, commit: null, by: { ...act.by, nodeId: '', isBot: false } },
      facts(more).governing,
    );
    return `${args.join(' ')}: ${says ?? 'fine'}`;
  };
  const THERE = 'There are: `kettle-timers`, `kettle-lids`.';

  it('is its slug, in whatever case, or what it is called', () => {
    expect(read('/sep route kettle-timers')).toBe('kettle-timers: fine');
    expect(read('/sep route KETTLE-TIMERS')).toBe('kettle-timers: fine');
  });
  it('is refused with those that there are', () => {
    const both = groups(KETTLES, LIDS);
    expect(read('/sep route kettle', both)).toBe(`kettle: \`/sep route\` names what fits several groups. ${THERE}`);
    expect(read('/sep route cups', both)).toBe(`cups: \`/sep route\` names a group that has no charter here. ${THERE}`);
    expect(read('/sep route cups', groups())).toBe(
      'cups: `/sep route` names a group that has no charter here. There are: none yet.',
    );
  });
  it('is left alone where the words have a problem already, or are about no group', () => {
    expect(read('/sep route KETTLE-TIMERS', undefined, 'is odd.')).toBe('KETTLE-TIMERS: is odd.');
    expect(read('/sep route')).toMatch(/^: /);
    expect(read('/sep status draft')).toBe('draft: fine');
  });
});

describe('What a group’s word is worth', () => {
  const grant = { authority: 'decide' as const, since: '2026-01-01', until: '2026-11-02', grantedBy: 'The core' };
  const granted = (more: object): More =>
    governing((now) => ({
      rules: {
        ...now.rules,
        delegation: { ...now.rules.delegation, grants: { 'kettle-timers': { ...grant, ...more } } },
      },
    })) as More;
  const head = {
    ...history().seenAt().state.head!,
    claims: { ...history().seenAt().state.head!.claims, type: 'Standards Track' },
  };
  const worth = (more: object, of: Partial<SubjectState> = {}, at = AT, shown = new Map()): string => {
    const now = { ...facts(granted(more)), shown };
    const { authority, because } = weightNow(now, { ...nothing, head, ...of }, 'kettle-timers', at);
    return [authority, ...because].join(' ');
  };

  it('is the grant, on its last day and no longer', () => {
    expect(worth({})).toBe('decide');
    expect(worth({}, {}, '2026-11-02T23:59:59Z')).toBe('decide');
    expect(worth({}, {}, '2026-11-03T00:00:00Z')).toBe('veto-window Its delegation ended on 2026-11-02.');
    expect(worth({ since: '2026-11-03' })).toContain('Its delegation begins on 2026-11-03.');
  });
  it('is advice where the track is another than the one that people had before them', () => {
    const claimed = { ...head, claims: { ...head.claims, type: null } };
    expect(worth({}, { head: claimed })).toBe('advise Its track changed meanwhile, from none to Standards Track.');
  });
  it('is less where the group has not shown what the grant asks for', () => {
    const needs = { decided: 2, overturned: 0, members: 0, organizations: 0 };
    const shown = (decided: number) => new Map([['kettle-timers', { decided, overturned: 0 }]]);
    expect(worth({ needs }, {}, AT, shown(2))).toBe('decide');
    expect(worth({ needs }, {}, AT, shown(1))).toMatch(/^veto-window Of .* it needs 2, and has 1\.$/);
    expect(worth({ needs })).toMatch(/how many it has is not known/);
  });
});

describe('What charters bind', () => {
  it('goes on where the document is gone, and is written down where it changed', () => {
    const ledger = written(bound(AT, 'lids'));
    expect(boundLines({ ...facts(document({ isGone: true })), ledger })).toEqual([]);
    expect(boundLines({ ...facts(), ledger })).toMatchObject([{ kind: 'bound', groups: [], at: facts().now }]);
    expect(boundLines(facts())).toEqual([]);
  });
  it('puts nothing into an area that no rule names', () => expect(areaNow(facts(), nothing)).toBeNull());
});
