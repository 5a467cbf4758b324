import { describe, expect, it } from 'vitest';
import { readEntry } from '../../src/dashboard/entry.js';
import { convenor, folderWith, SPECIFICATION } from './terminal.js';

const rules = (grant: string): Record<string, string> => ({
  ...SPECIFICATION,
  '.github/convenor.yml': `extends: mcp\nname: tea\ndelegation:\n  grants:\n    kettles:\n${grant.replaceAll(/^/gm, '      ')}\n`,
});

const GRANT = 'authority: veto-window\ngrantedBy: the core, 2 March 2026\nsince: 2026-03-02';
const NEEDS = `${GRANT}\nuntil: 2026-12-31\nneeds: { decided: 1, members: 2, organizations: 2 }`;

/** A proposal of the index whose consensus agreed and that the core then accepted or rejected. */
const entry = (pull: number, outcome: 'accepted' | 'rejected'): string =>
  JSON.stringify({
    v: 1,
    pull,
    url: `https://github.test/tea/tea/pull/${pull}`,
    number: pull,
    title: 'Tea',
    type: 'Standards Track',
    status: outcome,
    headline: 'Over',
    since: '2026-11-20T09:00:00Z',
    priorityArea: null,
    open: true,
    authors: [],
    sponsor: null,
    group: 'kettles',
    claimedGroup: null,
    decision: null,
    decisions: [
      {
        form: 'consensus',
        group: 'kettles',
        openedAt: '2026-11-02T09:00:00Z',
        closed: { at: '2026-11-07T09:00:00Z', outcome: 'agreed' },
        members: [{ id: 1, login: 'grace-example' }],
      },
      {
        form: 'core',
        group: 'kettles',
        openedAt: '2026-11-07T09:00:00Z',
        closed: { at: '2026-11-10T21:00:00Z', outcome },
        members: [],
      },
    ],
    waitsFor: [],
    steps: [],
  });

const recordWith = (...texts: string[]): string =>
  folderWith(Object.fromEntries(texts.map((text, index) => [`index/${index + 1}.json`, text])));

const report = async (files: Record<string, string>, ...args: string[]) =>
  convenor(['delegation', 'report', ...args, '.'], { cwd: folderWith(files) });

describe('somebody asks what groups may decide', () => {
  it('hears of a group without a grant that it advises, and that no record was looked at', async () => {
    const { status, out, err } = await report(SPECIFICATION);
    expect([status, err]).toEqual([0, '']);
    expect(out).toBe(`Kettles Working Group: advise
  Granted: nothing.
  Shown: what it decided is not known; 2 members from 2 known organisations.
  For a higher level it lacks a grant of the core; the rules do not say what that would need.

What groups have decided is not known: name a checkout of the record with --record.
`);
  });

  it('is told what a group lacks while what it decided is not known', async () => {
    const { out } = await report(rules(NEEDS));
    expect(out).toContain('Kettles Working Group: advise\n');
    expect(out).toContain(
      'Granted: veto-window, by the core, 2 March 2026, from 2026-03-02 to 2026-12-31 (28 days left).',
    );
    expect(out).toContain('Of proposals that it decided it needs 1, and how many it has is not known.');
  });

  it('sees the same grant hold once the record says that the group has shown enough', async () => {
    const record = recordWith(entry(1, 'accepted'));
    const { out } = await report(rules(NEEDS), '--record', record);
    expect(out).toBe(`Kettles Working Group: veto-window
  Granted: veto-window, by the core, 2 March 2026, from 2026-03-02 to 2026-12-31 (28 days left).
  Shown: 1 decided, 0 overturned, 8.5 days from review to decision (median), 1 member took part; 2 members from 2 known organisations.
  For a higher level it lacks a grant of the core; the rules do not say what that would need.
`);
  });

  it('sees it lost by one overturned decision', async () => {
    const record = recordWith(entry(1, 'accepted'), entry(2, 'rejected'));
    const { out } = await report(rules(NEEDS), '--json', '--record', record);
    expect(JSON.parse(out)).toEqual([
      {
        group: 'kettles',
        authority: 'advise',
        granted: {
          authority: 'veto-window',
          grantedBy: 'the core, 2 March 2026',
          since: '2026-03-02',
          until: '2026-12-31',
          needs: { decided: 1, overturned: 0, members: 2, organizations: 2 },
          daysLeft: 28,
        },
        shown: {
          decided: 1,
          overturned: 1,
          medianDays: 8.5,
          tookPart: ['grace-example'],
          members: 2,
          organizations: 2,
        },
        next: {
          authority: 'veto-window',
          lacks: ['At most 0 of its decisions may have been overturned, and 1 was.'],
        },
      },
    ]);
  });

  it.each([
    ['is over', `${GRANT}\nuntil: 2026-11-30`, 'which is over', 'Its delegation ended on 2026-11-30.'],
    ['has not begun', GRANT.replace('2026-03-02', '2027-01-01'), 'without end', 'Its delegation begins on 2027-01-01.'],
  ])('is told of a grant that %s', async (_, grant, span, lacks) => {
    const { out } = await report(rules(grant));
    expect(out).toContain('Kettles Working Group: advise\n');
    expect(out).toContain(span);
    expect(out).toContain(`For veto-window: ${lacks}`);
  });

  it('is told of a grant to a group that has no charter', async () => {
    const files = rules(GRANT);
    const path = '.github/convenor.yml';
    const { out } = await report({ ...files, [path]: files[path]!.replace('kettles:', 'teapots:') });
    expect(out).toContain('teapots: advise\n');
    expect(out).toContain('Only a Working Group in force decides, and the teapots is none.');
  });
});

describe('a report that cannot be made says why', () => {
  it.each<[string, Record<string, string>, string[], string]>([
    ['no clone', { 'a.txt': '' }, [], 'is no specification repository'],
    ['rules with errors', rules('authority: king'), [], 'See: convenor rules check .'],
    ['a folder that is no record', SPECIFICATION, ['--record', '.'], 'git worktree add ../record'],
    ['a record that is not there', SPECIFICATION, ['--record', 'nowhere'], '"nowhere" does not exist'],
  ])('%s', async (_, files, args, says) => {
    const { status, out, err } = await report(files, ...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  it('an index of which one file cannot be read tells nothing at all', async () => {
    const { status, err } = await report(rules(NEEDS), '--record', recordWith(entry(1, 'accepted'), '{}'));
    expect(status).toBe(2);
    expect(err).toContain('index/2.json');
  });
});

it('the entries of these stories are of the form of the index', () => {
  expect(readEntry(entry(1, 'accepted'))?.pull).toBe(1);
});
