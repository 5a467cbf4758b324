import { describe, expect, it } from 'vitest';
import type { LineBody, LineOf } from '../../../src/ledger/lines.js';
import { CY, ISSUE, looked, NOMINATED, OPENED, ROSTER, SHOWN, START, WEEK, wrote, type More } from '../told/issue.js';

type Words = [login: string, words: string][];

/** The lines that each look adds, by kind. */
const kinds = (words: Words, more: More = {}): string[] =>
  looked(words, { roster: ROSTER(CY), ...more }).map(({ verdict: { lines } }) =>
    lines.map(({ kind }) => kind).join(' '),
  );
const dues = (words: Words, more: More = {}): (string | null)[] =>
  looked(words, { roster: ROSTER(CY), ...more }).map(({ verdict }) => verdict.due);
/** What the opening of a matter pins. */
function pinned(words: Words, more: More = {}): LineOf<'nomination'> {
  const found = looked(words, { roster: ROSTER(CY), ...more }).flatMap(({ verdict: { lines } }) =>
    lines.flatMap((line) => (line.kind === 'nomination' ? [line] : [])),
  );
  return found[0]!;
}
const minutes = (count: number): number => count / 60;

describe('A look at an issue', () => {
  it('writes each word once, and a further word where there is one', () => {
    expect(kinds(NOMINATED, { looks: [0, 24] })).toEqual(['opened act nomination act', '']);
    const [first] = looked(NOMINATED, { roster: ROSTER(CY) });
    const further = kinds([...NOMINATED, ['kofi', '/ladder approve She has led it.']], { prior: first!.verdict.lines });
    expect(further).toEqual(['act']);
  });

  it('writes since when the issue is closed, or open again, once', () => {
    const closed: More = { issue: { ...ISSUE, state: 'closed', closedAt: '2026-11-02T09:20:00Z' }, looks: [0, 24] };
    expect(kinds([], closed)).toEqual(['opened pull', '']);
    const prior: LineBody[] = [
      OPENED,
      { kind: 'pull', at: START, state: 'closed' },
      { kind: 'made', at: START, key: 'x' },
    ];
    const again = looked([], { prior, issue: { ...ISSUE, reopenedAt: '2026-11-02T09:10:00Z' } });
    expect(again[0]?.verdict.lines).toEqual([{ kind: 'pull', at: '2026-11-02T09:10:00Z', state: 'open' }]);
    // Nobody knows when: then by the time of the look.
    expect(looked([], { prior })[0]?.verdict.lines).toEqual([
      { kind: 'pull', at: '2026-11-02T09:30:00Z', state: 'open' },
    ]);
  });

  it('writes that what was meant to be made is there, where it writes anything, and once', () => {
    const intent = (key: string): LineBody => ({ kind: 'intent', at: START, key, people: [] });
    const posts = new Map(
      ['a', 'b'].map((marker) => [marker, { nodeId: marker, url: '', marker, body: '', at: START }]),
    );
    const published = {
      posts,
      duplicates: [],
      labels: new Map<string, string>(),
      reactions: new Map<string, Set<string>>(),
    };
    const made = (more: More): string[] =>
      looked(NOMINATED, { roster: ROSTER(CY), ...more }).flatMap(({ verdict: { lines } }) =>
        lines.flatMap((line) => (line.kind === 'made' ? [line.key] : [])),
      );
    const prior = [OPENED, intent('a'), intent('b'), intent('c'), intent('roster-pull')];
    expect(made({ published, prior })).toEqual(['a', 'b']);
    expect(made({ published, prior: [...prior, { kind: 'made', at: START, key: 'b' }] })).toEqual(['a']);
    expect(kinds([], { published, prior })).toEqual(['']);
  });

  it('gives back the time in which nobody was told of it: more than an hour', () => {
    expect(kinds(NOMINATED, { looks: [minutes(30)] })).toEqual(['opened act nomination act']);
    expect(kinds(NOMINATED, { looks: [minutes(32)] })).toEqual(['opened act nomination muted act muted']);
    // Opened at 09:01, found two days later: the seven days go on from then.
    expect(dues(NOMINATED, { looks: [48] })).toEqual(['2026-11-11T09:35:00Z']);
  });

  it('takes the first thing that who is asked writes for their answer', () => {
    const [found] = looked([['rosa', '/inactive @cydorn']], {
      roster: ROSTER(CY),
      answers: [wrote('cydorn', '2026-11-02T09:20:00Z'), wrote('cydorn', '2026-11-02T09:10:00Z')],
    });
    expect(found?.verdict.lines.map(({ kind, at }) => `${kind} ${at.slice(11, 16)}`)).toEqual([
      ...['opened 09:00', 'act 09:01', 'nomination 09:01', 'act 09:10', 'settled 09:10'],
    ]);
  });

  it('decides nothing from a ledger in doubt, and still writes what was said', () => {
    const settled: LineBody = {
      ...{ kind: 'settled', at: START, outcome: 'approved', why: 'It is.', sponsors: [], cause: null },
    };
    const [found] = looked(NOMINATED, { roster: ROSTER(CY), contributions: SHOWN, prior: [OPENED, settled] });
    expect(found?.verdict.lines.map(({ kind }) => kind)).toEqual(['act', 'act']);
    expect(found?.verdict.doubts).toEqual(['Nothing that was said gives this line.']);
  });
});

describe('What GitHub shows of somebody’s work', () => {
  const shown = (words: Words, more: More = {}): boolean =>
    kinds(words, { contributions: SHOWN, ...more }).some((one) => one.includes('contributions'));
  const BACK = ROSTER(
    '  - { logins: [cydorn], roles: [{ role: maintainer, since: 2020-01-01, until: 2024-01-01 }, { role: member, since: 2026-01-01 }] }\n',
  );

  it.each<[string, Words, More, boolean]>([
    ['is written of a nominee', NOMINATED, {}, true],
    ['is written of who comes back', NOMINATED, { roster: BACK }, true],
    ['is written of who is asked', [['rosa', '/inactive @cydorn']], {}, true],
    ['is not of who lays something down', [['cydorn', '/step-down member']], {}, false],
    ['is not of who is proposed as emeritus', [['rosa', '/emeritus @cydorn Gone.']], {}, false],
    ['is not where nobody is nominated', [['rosa', '/help']], {}, false],
    ['is not twice', NOMINATED, { prior: [OPENED, { kind: 'contributions', at: START, ...SHOWN }] }, false],
    ['is beside what else is written', NOMINATED, { prior: [OPENED] }, true],
  ])('%s', (_, words, more, is) => {
    expect(shown(words, more)).toBe(is);
  });
});

describe('When a look is due', () => {
  it('is five minutes after the deadline, and never once it has fallen', () => {
    // The deadline is at 09:01 of the ninth; looks are half an hour after the hours that are named.
    const looks = [0, WEEK - minutes(25), WEEK - minutes(24), WEEK];
    expect(dues(NOMINATED, { looks })).toEqual(['2026-11-09T09:06:00Z', '2026-11-09T09:06:00Z', null, null]);
  });

  it('is not in the minutes after the deadline, in which late words may turn up', () => {
    const looks = [0, WEEK - minutes(25), WEEK - minutes(24)];
    expect(kinds([...NOMINATED, ['kofi', '/ladder approve']], { looks }).slice(1)).toEqual(['', 'settled']);
  });

  it('is never while the issue is closed or locked: nothing ends then', () => {
    expect(dues(NOMINATED, { issue: { ...ISSUE, state: 'closed', closedAt: START } })).toEqual([null]);
    expect(dues(NOMINATED, { issue: { ...ISSUE, locked: true } })).toEqual([null]);
    expect(kinds([...NOMINATED, ['kofi', '/ladder approve']], { looks: [0, WEEK + 1] }).at(-1)).toBe('settled');
    expect(
      kinds([...NOMINATED, ['kofi', '/ladder approve']], {
        looks: [0, WEEK + 1],
        issue: { ...ISSUE, locked: true },
      }).at(-1),
    ).toBe('');
  });

  it('is never where nothing is open', () => {
    expect(dues([])).toEqual([null]);
    expect(dues([['cydorn', '/step-down member']])).toEqual([null]);
    expect(dues([...NOMINATED, ['cydorn', '/ladder reject I have no time.']])).toEqual([null]);
  });
});

describe('What an opening pins', () => {
  it('is the nominee with all their accounts, where they stood, and everybody who may have a say', () => {
    expect(pinned([['rosa', '/nominate @cydorn maintainer']])).toMatchObject({
      ...{ at: '2026-11-02T09:01:00Z', matter: 'advance', to: 'maintainer', group: null },
      nominee: { id: 4, login: 'cydorn', also: [], organization: null },
      standing: { role: 'member', since: '2026-01-01', decision: '#3', moderator: false, emeritus: false, held: [] },
      deadline: '2026-11-09T09:01:00Z',
    });
    const roster = ROSTER('  - { logins: [Hugo, cydorn, bocarr], name: Cy Dorn, organization: Kiln }\n');
    const { nominee, body } = pinned([['rosa', '/nominate @cydorn member']], { roster });
    expect(nominee).toEqual({ id: 4, login: 'cydorn', also: [3, 7], organization: 'Kiln' });
    expect(body.map(({ login }) => login)).toEqual(['kofi', 'rosa']);
  });

  const BEFORE = ROSTER(
    '  - { logins: [cydorn], roles: [{ role: maintainer, since: 2022-01-01, until: 2024-01-01 }, { role: member, since: 2025-01-01 }] }\n',
  );
  it.each<[string, string, LineOf<'nomination'>['matter']]>([
    ['rosa', '/nominate @cydorn maintainer', 'return'],
    ['rosa', '/nominate @cydorn moderator', 'advance'],
    ['rosa', '/emeritus @cydorn Gone.', 'emeritus'],
  ])('is a return to what was held before: %s says %s', (login, words, matter) => {
    const { standing, ...line } = pinned([[login, words]], { roster: BEFORE });
    expect([line.matter, standing.held]).toEqual([matter, ['maintainer']]);
  });

  it('is no return where somebody lays down again what they held before', () => {
    const roster = BEFORE.replace(/, \{ role: member.*\]/, ', { role: maintainer, since: 2025-01-01 }]');
    expect(pinned([['cydorn', '/step-down maintainer']], { roster })).toMatchObject({
      ...{ matter: 'step-down', body: [], deadline: null },
    });
  });
});

it('A group is called by its title', () => {
  const [found] = looked([['adabell', '/nominate @hugo wg-member kettle-timers']]);
  expect(found?.verdict.state.steps[0]?.says).toBe(
    '@adabell nominated @hugo as a WG member of the Kettle Timers Working Group.',
  );
});
