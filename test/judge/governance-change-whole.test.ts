import { describe, expect, test } from 'vitest';
import type { GovernanceChangeFacts, OpenProposal } from '../../src/facts/facts.js';
import {
  judged,
  LIDS,
  lids,
  line,
  people,
  ROSA,
  roster,
  RULES,
  withCharter,
  WORLD,
  type Files,
  type More,
} from './governance.js';

type Listed = NonNullable<GovernanceChangeFacts['after']['takenOver']>[number];
const proposal = (more: Partial<OpenProposal> = {}): OpenProposal => ({
  ...{ pull: 71, number: 71, title: 'Bells', takenOver: true, type: 'Standards Track', status: 'draft' },
  ...{ group: null, decision: null },
  ...more,
});
const granting = (slug: string, authority: string): Partial<Files> => ({
  rules: `extends: mcp\ndelegation:\n  grants:\n    ${slug}:\n      authority: ${authority}\n      grantedBy: us\n      since: 2026-01-01\n`,
});

describe('what the author would get by a grant to a group', () => {
  const both: Partial<Files> = { charters: { ...WORLD.charters, [LIDS]: lids() } };
  const told = (from: Partial<Files>, to: Partial<Files>, more: More): string[] =>
    judged({ ...both, ...from }, to, more).author.map((each) => `${each.effect} ${line(each)}`);
  const KETTLES = 'gains is counted in the Kettle Timers Working Group, whose word would be worth more. @4';
  const twice = people('{ logins: [cydorn, cy2], name: Cy Dorn }');
  const gone: More = { facts: ({ pull }) => ({ pull: { ...pull, author: null } }) };

  test.each<[string, Partial<Files>, Partial<Files>, More, string[]]>([
    ['to that in which they are counted', {}, granting('kettle-timers', 'decide'), { author: 'cydorn' }, [KETTLES]],
    ['by any of their accounts', twice, granting('kettle-timers', 'decide'), { author: 'CY2' }, [KETTLES]],
    ['to another one', {}, granting('lids', 'decide'), { author: 'cydorn' }, []],
    [
      'to that one',
      {},
      granting('lids', 'decide'),
      { author: 'lumi' },
      ['gains is counted in the Lids Working Group, whose word would be worth more. @4'],
    ],
    [
      'to one in which they take part, and are not counted',
      {},
      granting('kettle-timers', 'decide'),
      { author: 'dieng' },
      [],
    ],
    ['to one that there is not', {}, granting('cups', 'decide'), { author: 'cydorn' }, []],
    ['that is less', granting('kettle-timers', 'decide'), { rules: 'extends: mcp\n' }, { author: 'cydorn' }, []],
    ['whoever they were', {}, granting('kettle-timers', 'decide'), gone, []],
    [
      'another power of the rules is no grant',
      {},
      {
        rules: 'extends: mcp\nrules:\n  sponsorship: { who: [member, maintainer, core-maintainer, lead-maintainer] }\n',
      },
      { author: 'cydorn' },
      [],
    ],
  ])('%s', (_, from, to, more, expected) => expect(told(from, to, more)).toEqual(expected));

  test('nothing for them of what others get, and nothing at all where nobody knows whose it is', () => {
    const to = people('{ logins: [fagoh], roles: [{ role: maintainer }] }');
    expect(told({}, to, { author: 'FaGoh' })).toEqual([
      'gains fagoh would become a maintainer; until now a contributor. @3',
    ]);
    expect([told({}, to, { author: 'zed' }), told({}, to, gone)]).toEqual([[], []]);
  });
});

describe('what nobody can say', () => {
  const unsaid = (to: Partial<Files>, more: More = {}): string[] => judged({}, to, more).unsaid;
  const days = (count: number): Partial<Files> =>
    people(
      ...Array.from(
        { length: count },
        (_, day) => `{ logins: [p${day}], roles: [{ role: member, since: ${2027 + day}-01-01 }] }`,
      ),
    );

  test.each<[string, () => string[], string[]]>([
    [
      'of a day more than are looked at',
      () => unsaid(days(25)),
      ['What would happen on 1 later day that the roster names.'],
    ],
    ['of several', () => unsaid(days(26)), ['What would happen on 2 later days that the roster names.']],
    ['of as many as are looked at', () => unsaid(days(24)), []],
    [
      'of files that were not looked at, and of what the record does not tell',
      () => unsaid({}, { facts: () => ({ more: 1, unreadProposals: 1 }) }),
      [
        'What 1 more of its files would change: they were not looked at.',
        'What it means for 1 proposal whose entry in the record could not be read.',
      ],
    ],
    [
      'with rules that cannot be read',
      () => unsaid({ rules: 'odd: 1\n' }, { proposals: [proposal()] }),
      [
        'What the rules would do otherwise, until the rules file can be read.',
        'Which open proposals it would touch, until then.',
      ],
    ],
    [
      'with a roster that cannot be read',
      () => unsaid({ roster: 'version: 2\n' }),
      [
        'Who would gain or lose a power, until the roster can be read.',
        'Which open proposals it would touch, until then.',
      ],
    ],
    [
      'with a file whose text was not had',
      () =>
        unsaid(people('{ logins: [fagoh], roles: [{ role: maintainer }] }'), {
          facts: () => ({
            broken: [{ code: 'rules/no-text', path: LIDS, line: 1, column: 1, message: 'No text.', excerpt: '' }],
          }),
        }),
      [
        'Who would gain or lose a power, until every changed file can be read.',
        'Which open proposals it would touch, until then.',
      ],
    ],
    [
      'of several proposals of which the record does not tell',
      () => unsaid({}, { facts: () => ({ unreadProposals: 2 }) }),
      ['What it means for 2 proposals whose entry in the record could not be read.'],
    ],
  ])('%s', (_, found, expected) => expect(found()).toEqual(expected));

  test('nothing of proposals is guessed where people are not known', () => {
    const { proposals, pinned } = judged(
      {},
      { roster: 'version: 2\n', rules: 'extends: mcp\nrules:\n  reserved-matters:\n    tracks: [Standards Track]\n' },
      { proposals: [proposal({ decision: { form: 'core', deadline: '2026-12-03T09:00:00Z' } })] },
    );
    expect([proposals, pinned]).toEqual([[], []]);
  });

  test('a flaw that it brings is a change, though nobody gains or loses', () => {
    const { files, isUnchanged, inOrder, gains, loses, others } = judged({}, withCharter({ operations: null }));
    expect([files.length, isUnchanged, inOrder]).toEqual([1, false, true]);
    expect([...gains, ...loses, ...others]).toEqual([]);
    expect(judged({}, withCharter({ mission: 'Rings.' })).isUnchanged).toBe(true);
  });

  test('everything of a rule is said where the rules file says it', () => {
    const { rules } = judged({}, { rules: 'extends: mcp\nrules:\n  veto-window: { days: 3 }\n' });
    expect(rules.map(({ at }) => at)).toEqual([{ path: RULES, line: 3, isOld: false }]);
    const back = judged({ rules: 'extends: mcp\nrules:\n  veto-window: { days: 3 }\n' }, { rules: 'extends: mcp\n' });
    expect(back.rules.map(({ at }) => at)).toEqual([{ path: RULES, line: 3, isOld: true }]);
    const gone = judged({ rules: 'extends: mcp\nrules:\n  veto-window: { days: 3 }\n' }, { rules: null });
    expect(gone.rules.map(({ at }) => at)).toEqual([{ path: RULES, line: 3, isOld: true }]);
    const other = judged({ rules: 'extends: mcp\n' }, { rules: 'extends: minimal\n' });
    expect(new Set(other.rules.map(({ at }) => at))).toEqual(new Set([null]));
  });

  test('the day is that of the look, and its last role still holds on it', () => {
    const ends = people('{ logins: [fagoh], roles: [{ role: maintainer, until: 2026-11-23 }] }');
    const { gains } = judged({}, ends);
    expect(gains.map(line)).toEqual(['fagoh would become a maintainer; until now a contributor. @3']);
  });
});

describe('the list of what was taken over', () => {
  const row = (pull: number, more: Partial<Listed> = {}): Listed => ({
    pull,
    status: 'draft',
    sponsor: null,
    line: 3,
    ...more,
  });
  const told = (before: Listed[] | null, after: Listed[] | null, more: Partial<GovernanceChangeFacts> = {}) => {
    const verdict = judged(
      { roster: roster(ROSA) },
      {},
      {
        author: 'RosaEk',
        proposals: [proposal(), proposal({ pull: 72, takenOver: false })],
        facts: (facts) => ({
          before: { ...facts.before, takenOver: before },
          after: { ...facts.after, takenOver: after },
          ...more,
        }),
      },
    );
    return [...verdict.author, ...verdict.takenOver].map((each) => `${each.effect} ${line(each)}`);
  };

  test.each<[string, () => string[], string[]]>([
    ['a row that was there already, wherever it stands', () => told([row(71)], [row(71, { line: 9 })]), []],
    ['a row that is new', () => told(null, [row(71)]), ['changes #71 would be confirmed as draft. @3']],
    ['a row that goes', () => told([row(71)], null), []],
    [
      'another state',
      () => told([row(71)], [row(71, { status: 'in-review' })]),
      ['changes #71 would be in-review, and not draft as it was taken over. @3'],
    ],
    [
      'another sponsor, who is the author',
      () => told([row(71)], [row(71, { sponsor: 'rosaek' })]),
      ['gains would sponsor #71. @3', 'changes #71 would be confirmed as draft, sponsored by rosaek. @3'],
    ],
    [
      'a sponsor less',
      () => told([row(71, { sponsor: 'rosaek' })], [row(71)]),
      ['changes #71 would be confirmed as draft. @3'],
    ],
    [
      'one row of two',
      () => told([row(71)], [row(71), row(72, { line: 4 })]),
      ['changes #72 would not change: nothing is left to confirm there. @4'],
    ],
    [
      'a sponsor who may not',
      () => told(null, [row(71, { sponsor: 'cydorn' })]),
      ['changes #71 would not change: cydorn may not sponsor. @3'],
    ],
    [
      'a sponsor whom no file names',
      () => told(null, [row(71, { sponsor: 'quinn' })]),
      ['changes #71 would not change: quinn is known to no file. @3'],
    ],
    [
      'no such proposal',
      () => told(null, [row(99)]),
      ['changes #99 would not change: it is no open proposal that was taken over. @3'],
    ],
    [
      'no such proposal among those that could be read',
      () => told(null, [row(99), row(72, { line: 4 })], { unreadProposals: 1 }),
      [
        'changes #99 is called draft; whether that changes it cannot be said. @3',
        'changes #72 would not change: nothing is left to confirm there. @4',
      ],
    ],
  ])('%s', (_, found, expected) => expect(found()).toEqual(expected));
});
