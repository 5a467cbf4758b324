import { describe, expect, it } from 'vitest';
import type { Nomination } from '../../../src/judge/ladder/state.js';
import {
  againstIt,
  countedApprovals,
  isApproved,
  isHeld,
  isSupported,
  lacksOf,
  sponsorsOf,
  was,
  wayCountWords,
  waysOf,
} from '../../../src/judge/ladder/weigh.js';
import type { StandingThen } from '../../../src/ledger/nomination-lines.js';
import type { Standing } from '../../../src/rules/schema.js';
import { Issue, NEW, withRule } from './history.js';

const nominationIn = (issue: Issue): Nomination => issue.seen().state.nomination!;
const ROLE: Record<'member' | 'maintainer', StandingThen> = {
  member: { ...NEW, role: 'member', since: '2020-01-01' },
  maintainer: { ...NEW, role: 'maintainer', since: '2020-01-01' },
};

it.each<[string[], Standing[], string | null, boolean]>([
  [['lead:kettles'], ['lead'], 'kettles', true],
  [['lead:kettles'], ['lead'], 'cups', false],
  [['lead:kettles'], ['wg-member'], 'kettles', false],
  [['wg-member:kettles'], ['lead', 'wg-member'], 'kettles', true],
  // Where no group is named, nobody leads it, whatever a group is called.
  [['lead:null'], ['lead'], null, false],
  [[], ['anyone'], null, true],
  [['member'], ['maintainer'], null, false],
  [['member'], [], null, false],
])('Who is %j is one of %j in the group %s: %s', (roles, asked, group, is) => {
  expect(was({ roles }, asked, group)).toBe(is);
});

describe('What is counted of support', () => {
  const logins = (nomination: Nomination): string[] => sponsorsOf(nomination).map(({ by }) => by.login);

  it('is that of the first way that is met, and of everybody who spoke as long as none is', () => {
    const issue = new Issue(undefined, ROLE.maintainer).says('core', '/nominate @nominee core-maintainer');
    expect(logins(nominationIn(issue))).toEqual(['core']);
    expect(isSupported(nominationIn(issue))).toBe(false);
    issue.says('lead maintainer', '/endorse @nominee');
    expect(logins(nominationIn(issue))).toEqual(['lead-maintainer']);
    issue.says('second core', '/endorse @nominee');
    expect(logins(nominationIn(issue))).toEqual(['core', 'second-core']);
  });

  it('is how many of how many, from how many organisations where they have to differ', () => {
    const issue = new Issue()
      .says('group lead', '/nominate @nominee member')
      .says('lead elsewhere', '/endorse @nominee');
    const ways = waysOf(nominationIn(issue));
    expect(ways.map(({ needed, by, organizations, isMet }) => [needed, by.length, organizations, isMet])).toEqual([
      [2, 2, 1, false],
      [1, 0, 0, false],
    ]);
    expect(ways.map(wayCountWords)).toEqual([
      '2 people, each a member, a maintainer, a Core Maintainer or a Lead Maintainer, from 2 organisations: 2 of 2, from 1 known organisation',
      'a Core Maintainer or a Lead Maintainer: 0 of 1',
    ]);
  });
});

describe('What a nominee lacks', () => {
  /** What somebody who was a maintainer before lacks to be one again, by what a return does not ask. */
  const lacks = (standing: Partial<StandingThen>, waives: ('place' | 'time')[]): string[] =>
    lacksOf(
      nominationIn(
        new Issue(withRule('emeritus', { waives }), { ...NEW, held: ['maintainer'], ...standing }).says(
          'core',
          '/nominate @nominee maintainer',
        ),
      ),
    ).map(({ name, says }) => `${name}: ${says}`);
  const PLACE = 'Place: They were a contributor when it opened; the rule begins at a member.';
  const TIME = 'Time: A member since 2026-05-03; 6 months of being a member are reached on 2026-11-03.';
  const EARLY = { role: 'member', since: '2026-05-03' } as const;

  it.each<[string, Partial<StandingThen>, ('place' | 'time')[], string[]]>([
    ['a contributor', {}, [], [PLACE]],
    ['a contributor, who is not asked for time', {}, ['time'], [PLACE]],
    ['a contributor, who is not asked for a place', {}, ['place'], []],
    ['a member, a day too early', EARLY, [], [TIME]],
    ['a member, a day too early, who is not asked for a place', EARLY, ['place'], [TIME]],
    ['a member, a day too early, who is not asked for time', EARLY, ['time'], []],
    ['a member, on the day', { ...EARLY, since: '2026-05-02' }, [], []],
    ['a member since nobody knows when', { role: 'member' }, [], []],
    ['who is more than that already', { role: 'core-maintainer', since: '2020-01-01' }, [], []],
  ])('who comes back, as %s', (_, standing, waives, expected) => {
    expect(lacks(standing, waives)).toEqual(expected);
  });

  it('is asked of who comes for the first time, whatever a return is not asked', () => {
    const issue = new Issue(undefined, { ...NEW, ...EARLY }).says('core', '/nominate @nominee maintainer');
    expect(lacksOf(nominationIn(issue)).map(({ name }) => name)).toEqual(['Time']);
  });

  it('is nothing where somebody is asked or lays something down', () => {
    const issue = new Issue(undefined, ROLE.member).says('core', '/emeritus @nominee Gone.');
    expect(lacksOf(nominationIn(issue))).toEqual([]);
  });

  it('stands against it, but where the rule only observes', () => {
    const nominated = (mode: 'observe' | 'warn'): Issue =>
      new Issue(withRule('ladder-maintainer', { mode })).says('core', '/nominate @nominee maintainer');
    expect([isHeld(nominationIn(nominated('warn'))), isHeld(nominationIn(nominated('observe')))]).toEqual([
      true,
      false,
    ]);
    expect(againstIt(nominationIn(nominated('observe')))).toEqual({ lacks: [], objections: [] });
    const issue = nominated('observe').says('second core', '/ladder approve').after({ days: 8 });
    expect(nominationIn(issue).closed?.outcome).toBe('approved');
  });
});

describe('What is counted of approvals', () => {
  const ended = (issue: Issue): string | null => nominationIn(issue.after({ days: 8 })).closed?.why ?? null;
  const asMaintainer = (): Issue => new Issue(undefined, ROLE.member).says('core', '/nominate @nominee maintainer');

  it('is, where something stands against it, what gives a reason, said after the last objection', () => {
    const held = nominationIn(new Issue().says('core', '/nominate @nominee maintainer'));
    const by = held.body[0]!;
    const approved = (reason: string): Nomination => ({
      ...held,
      approvals: [{ by, at: '2026-11-03T09:00:00Z', url: '', reason }],
    });
    expect(countedApprovals(approved('It is right.'))).toHaveLength(1);
    expect(countedApprovals(approved(''))).toEqual([]);
  });

  it('is not the word of the only sponsor alone, and is that of one of two', () => {
    expect(ended(asMaintainer().says('core', '/ladder approve'))).toBeNull();
    const two = asMaintainer().says('second core', '/endorse @nominee');
    expect(ended(two.says('core', '/ladder approve'))).toBe('Sponsored by @core and @second-core, approved by @core.');
    const others = asMaintainer().says('core', '/ladder approve').says('third core', '/ladder approve');
    expect(isApproved(nominationIn(others))).toEqual({ isMet: true, isAlone: false });
    expect(isApproved(nominationIn(asMaintainer()))).toEqual({ isMet: false, isAlone: false });
    expect(isApproved(nominationIn(asMaintainer().says('core', '/ladder approve')))).toEqual({
      isMet: false,
      isAlone: true,
    });
  });

  it('is as many as the rules ask, and a Lead Maintainer’s alone', () => {
    const two = (): Issue =>
      new Issue(withRule('ladder-maintainer', { approvals: 2 }), ROLE.member).says(
        'core',
        '/nominate @nominee maintainer',
      );
    expect(ended(two().says('second core', '/ladder approve'))).toBeNull();
    expect(ended(two().says('second core', '/ladder approve').says('third core', '/ladder approve'))).toBe(
      'Sponsored by @core, approved by @second-core and @third-core.',
    );
    expect(ended(two().says('lead maintainer', '/ladder approve'))).toBe(
      'Sponsored by @core, approved by @lead-maintainer.',
    );
  });

  it('is said with the reasons of all who decide over what stands against it', () => {
    const issue = new Issue(withRule('ladder-maintainer', { approvals: 2 })).says(
      'core',
      '/nominate @nominee maintainer',
    );
    issue.says('second core', '/ladder approve She knows it.').says('third core', '/ladder approve I agree.');
    expect(ended(issue)).toBe(
      'Sponsored by @core, approved by @second-core and @third-core over what stood against it (`She knows it.`; `I agree.`).',
    );
  });

  it('is no more than silence, where what somebody decided over was taken back', () => {
    const issue = new Issue().says('core', '/nominate @nominee member').says('member', '/object @nominee Too soon.');
    issue.says('core', '/ladder approve It is not.');
    expect(isApproved(nominationIn(issue))).toEqual({ isMet: false, isAlone: true });
    issue.says('member', '/object withdraw');
    expect(ended(issue)).toBe('Sponsored by @core, approved by @core, and no objection stands after 7 days.');
  });
});
