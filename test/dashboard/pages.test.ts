import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/dashboard/entry.js';
import { pages } from '../../src/dashboard/pages.js';
import { NOTHING_DISCUSSED } from '../../src/judge/duties/discussed.js';
import { packRules } from '../../src/facts/governing.js';
import type { Rules } from '../../src/rules/schema.js';
import { peopleOn, readSources } from '../../src/people/index.js';
import { NO_TEMPLATES } from '../../src/templates/index.js';
import { CHARTER } from '../cli/kettles.js';
import { entry } from './entries.js';

const { paths } = packRules();
const charterOf = (slug: string, text: string) => ({ path: `${paths.workingGroups}/${slug}.mdx`, text });
const sources = readSources(
  {
    maintainers: null,
    roster: null,
    charters: [charterOf('kettles', CHARTER), charterOf('cups', CHARTER.replaceAll('Kettles', 'Cups'))],
  },
  paths,
);

/** The pages on a day, by path. */
const on = (asOf: string, ...entries: Entry[]): Map<string, string> => {
  const governance = peopleOn(sources, asOf);
  const ground = { governance, sources, loaded: { rules: packRules() }, asOf, templates: NO_TEMPLATES };
  return new Map(
    pages({ entries, nominations: [] }, { ...ground, discussed: NOTHING_DISCUSSED, ledgers: 'beside' as const }).map(
      ({ path, text }) => [path, text],
    ),
  );
};

/** The paths of pages that differ, in alphabetical order. */
const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();

const tally = { yes: 3, no: 1, abstain: 0, spoken: 4, electorate: 6 };
const round = { id: 'D1', authority: 'advise', deadline: '2026-11-27T09:00:00Z', tally, quorum: 4, blocks: 0 } as const;

/** A draft in a vote of its group. */
const inVote = (pull: number, count: typeof tally = tally, deadline: string = round.deadline): Entry =>
  entry(pull, {
    status: 'draft',
    decision: { id: 'D1', form: 'vote', deadline },
    decisions: [{ form: 'vote', group: 'kettles', openedAt: '2026-11-22T09:00:00Z', closed: null, members: [] }],
    course: {
      openedAt: '2026-10-02T09:00:00Z',
      turns: [
        { status: 'proposal', at: '2026-10-02T09:00:00Z' },
        { status: 'draft', at: '2026-10-06T21:00:00Z' },
      ],
      sponsoredAt: '2026-10-06T21:00:00Z',
      rounds: [{ ...round, tally: count, deadline }],
    },
  });

const accepted = (pull: number): Entry =>
  entry(pull, {
    status: 'final',
    open: false,
    decisions: [
      {
        ...{ form: 'consensus', group: 'kettles', openedAt: '2026-11-01T09:00:00Z' },
        closed: { at: '2026-11-08T09:00:00Z', outcome: 'agreed' },
        members: [{ id: 1, login: 'grace' }],
      },
    ],
    course: {
      openedAt: '2026-10-20T09:00:00Z',
      turns: [
        { status: 'proposal', at: '2026-10-20T09:00:00Z' },
        { status: 'draft', at: '2026-10-24T09:00:00Z' },
        { status: 'accepted', at: '2026-11-08T09:00:00Z' },
        { status: 'final', at: '2026-11-10T09:00:00Z' },
      ],
      sponsoredAt: '2026-10-24T09:00:00Z',
      rounds: [{ ...round, quorum: null, tally: { yes: 0, no: 0, abstain: 0, spoken: 0, electorate: 2 } }],
    },
    seal: { lines: 9, last: 'c'.repeat(64), ends: [{ decision: 'D1', seq: 6, sha256: 'b'.repeat(64) }] },
  });

describe('After one event', () => {
  const others = [accepted(3), entry(5), entry(6, { group: 'cups', status: 'draft' })];

  it('a ballot changes the front page, its proposal, its group and the bar, and nothing else', () => {
    const before = on('2026-11-23', ...others, inVote(4));
    const after = on('2026-11-23', ...others, inVote(4, { ...tally, yes: 4, spoken: 5 }));
    expect(differing(before, after)).toEqual([
      'README.md',
      'bars/6-4-3-1-0-4-dark.svg',
      'bars/6-4-3-1-0-4-light.svg',
      'bars/6-5-4-1-0-4-dark.svg',
      'bars/6-5-4-1-0-4-light.svg',
      'groups/kettles.md',
      'proposals/4.md',
    ]);
  });

  it('nothing that happened changes nothing, whatever the order of the index', () => {
    expect(
      differing(on('2026-11-23', ...others, inVote(4)), on('2026-11-23', inVote(4), ...others.toReversed())),
    ).toEqual([]);
  });

  it('a day that passes changes what is said of days alone', () => {
    expect(differing(on('2026-11-23', ...others, inVote(4)), on('2026-11-24', ...others, inVote(4)))).toEqual([]);
    const later = inVote(4, tally, '2026-12-01T09:00:00Z');
    expect(differing(on('2026-11-23', ...others, later), on('2026-11-24', ...others, later))).toEqual(['README.md']);
  });
});

describe('The front page', () => {
  const front = (...entries: Entry[]): string => on('2026-11-23', ...entries).get('README.md') ?? '';

  it('says what each person and body owes and since when, the longest wait first', () => {
    const waits = (who: string, ...people: string[]) => ({ waitsFor: [{ who, people, what: 'acts.' }] });
    const text = front(
      entry(1, { ...waits('The sponsor', 'grace-example'), since: '2026-11-20T09:00:00Z' }),
      entry(2, { ...waits('A maintainer'), since: '2026-11-02T09:00:00Z' }),
      entry(3, { ...waits('A lead of Kettles', 'grace-example', 'lin'), since: '2026-11-10T09:00:00Z' }),
    );
    const owed = text.slice(text.indexOf('## What waits'), text.indexOf('## The review queue'));
    expect(owed.split('\n').filter((line) => /^(?:\*\*|- )/.test(line))).toEqual([
      '**A maintainer**',
      '- [SEP-2](https://github.test/tea/tea/pull/2) [Tea 2](proposals/2.md), since 2 Nov 2026: acts.',
      '**Grace Example (grace-example)**',
      '- [SEP-3](https://github.test/tea/tea/pull/3) [Tea 3](proposals/3.md), since 10 Nov 2026, as a lead of Kettles: acts.',
      '- [SEP-1](https://github.test/tea/tea/pull/1) [Tea 1](proposals/1.md), since 20 Nov 2026, as the sponsor: acts.',
      '**lin**',
      '- [SEP-3](https://github.test/tea/tea/pull/3) [Tea 3](proposals/3.md), since 10 Nov 2026, as a lead of Kettles: acts.',
    ]);
  });

  it('parts decisions that close within seven days from those that close later', () => {
    const text = front(inVote(4, tally, '2026-11-30T23:00:00Z'), inVote(5, tally, '2026-12-01T00:00:00Z'));
    const [week = '', later = ''] = text.split('## Decisions that close later');
    expect(week).toContain('## Decisions that close this week');
    expect(week.match(/\(proposals\/\d\.md\)\. Vote: 4 of 6/g)).toEqual(['(proposals/4.md). Vote: 4 of 6']);
    expect(later).toContain('- Until Tuesday 1 December 2026 00:00 UTC: [SEP-5]');
    expect(later).toContain('(proposals/5.md). Vote: 4 of 6 have spoken');
  });

  it('draws the flow of twelve months', () => {
    const text = front(accepted(3), inVote(4));
    expect(text).toMatch(/x-axis \["Dec", "Jan", .*"Oct", "Nov"\]/);
    expect(text).toContain('bar [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0]');
    expect(text).toContain('line [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]');
    expect(text).toContain('| Nov 2026 | 0 | 1 | 0 |');
  });
});

/** The page of Kettles by another charter, and by other grants. */
function groupIn(charter: string, grants: object = {}): string {
  const pack = packRules();
  const given = { grantedBy: 'The core', since: '2026-01-01' };
  const all = Object.entries(grants).map(([slug, grant]) => [slug, { ...given, ...(grant as object) }]);
  const delegation = { default: 'advise', grants: Object.fromEntries(all) as Rules['delegation']['grants'] } as const;
  const loaded = { rules: { ...pack, delegation } };
  const read = readSources(
    {
      maintainers: null,
      roster: null,
      charters: [charterOf('kettles', charter), charterOf('cups', CHARTER.replaceAll('Kettles', 'Cups'))],
    },
    paths,
  );
  const ground = { sources: read, governance: peopleOn(read, '2026-11-23'), asOf: '2026-11-23', loaded };
  const governed = { ...ground, templates: NO_TEMPLATES, discussed: NOTHING_DISCUSSED, ledgers: 'beside' as const };
  return pages({ entries: [], nominations: [] }, governed).find(({ path }) => path === 'groups/kettles.md')?.text ?? '';
}

describe('The page of a group', () => {
  const group =
    on('2026-11-23', accepted(3), inVote(4), entry(12, { status: 'rejected' })).get('groups/kettles.md') ?? '';

  it('shows how an open decision stands, in a picture and in words', () => {
    expect(group).toContain('srcset="../bars/6-4-3-1-0-4-dark.svg"');
    expect(group.match(/4 of 6 have spoken, quorum reached: 3 yes, 1 no, 0 abstained/g)).toHaveLength(2);
  });

  it('shows what was decided, by whom, and where its record is', () => {
    expect(group).toContain(
      '| [SEP-3](https://github.test/tea/tea/pull/3) | [Tea 3](../proposals/3.md) | final | 8 Nov 2026 | the group | [ledger](../../ledgers/3) |',
    );
    expect(group).toContain('1 decided on its word, 0 overturned');
  });

  it('holds the work items of its charter against what really is', () => {
    expect(group).toContain('| SEP-12: Tea in the afternoon | Draft | [SEP-12](../proposals/12.md): rejected |');
  });

  it('tells its charter in two lines, however long that is', () => {
    const lines = group.split('\n');
    expect(lines.slice(2, 5)).toEqual(['Kettles that boil.', '', 'In scope: Kettles.']);
    const items = Array.from({ length: 30 }, (_, index) => `- Kettle number ${index}, with a | and a lid.`);
    const long = CHARTER.replace('Kettles that boil.', 'Kettles that boil. '.repeat(40)).replace(
      '- Kettles',
      items.join('\n'),
    );
    const told = groupIn(long).split('\n');
    expect(told[2]).toBe('Kettles that boil. '.repeat(12).trim());
    expect(groupIn(CHARTER.replace('Kettles that boil.', 'Kettles '.repeat(90)))).toMatch(/\n(?:Kettles )+Kettles…\n/);
    const named = CHARTER.replace('- Kettles', '- Lids: what lies on a kettle.\n- Spouts: from which it pours.');
    expect(groupIn(named)).toContain('In scope: Lids; Spouts.');
    expect(told[4]).toMatch(/^In scope: Kettle number 0, with a \\\| and a lid; .*; and \d+ more\.$/);
    for (const line of [told[2], told[4]]) expect(line?.length).toBeLessThan(280);
  });

  it.each<[string, object, string[]]>([
    ['nothing granted', {}, ['The core grants `veto-window` by a change of the rules.']],
    [
      'nothing granted, and another group that was asked for more',
      { cups: { authority: 'veto-window', needs: { decided: 3, overturned: 0, members: 1, organizations: 9 } } },
      [
        'The core grants `veto-window` by a change of the rules.',
        'As Cups was asked: Of proposals that it decided it needs 3, and has 0. Of organisations that its members are from it needs 9, and has 2.',
      ],
    ],
    [
      'all of what was granted shown',
      { kettles: { authority: 'veto-window' } },
      ['The core grants `decide` by a change of the rules.'],
    ],
    ['the highest granted and shown', { kettles: { authority: 'decide' } }, []],
    [
      'less shown than was granted for',
      { kettles: { authority: 'decide', needs: { decided: 2, overturned: 0, members: 2, organizations: 0 } } },
      ['For `decide`, which was granted: Of proposals that it decided it needs 2, and has 0.'],
    ],
    [
      'a grant that is over',
      { kettles: { authority: 'veto-window', until: '2026-11-22' } },
      ['For `veto-window`, which was granted: Its delegation ended on 2026-11-22.'],
    ],
  ])('says what the next level takes of a group with %s', (_, grants, lacks) => {
    const rows = groupIn(CHARTER, grants)
      .split('\n')
      .flatMap((line) => /^\| For the next level \| (.*) \|$/.exec(line)?.[1] ?? []);
    expect(rows).toEqual(lacks.length === 0 ? [] : [lacks.join(' ')]);
  });

  it('says how long its proposals stay in a status', () => {
    expect(group).toContain('| proposal | 4.3 days | 2 |');
    expect(group).toContain('| draft | 15 days | 1 |');
  });
});

describe('The other pages', () => {
  const made = on('2026-11-23', accepted(3), inVote(4));

  it('gives the line and the hash that end a decision', () => {
    expect(made.get('audit.md')).toContain(`| Lazy consensus | agreed | [7](../ledgers/3) | \`${'b'.repeat(64)}\` |`);
  });

  it('counts who carries how much, of what is open', () => {
    const loads = (...entries: Entry[]): string[] =>
      (on('2026-11-23', ...entries).get('people.md') ?? '')
        .split('\n')
        .filter((line) => /^\| .* \| \d+ \| \d+ \| \d+ \|$/.test(line));
    expect(
      loads(
        entry(1, { sponsor: 'grace-example', reviewers: ['lin'] }),
        entry(2, { sponsor: null, reviewers: ['lin', 'grace-example'] }),
        entry(3, { sponsor: 'lin', reviewers: ['lin'], open: false }),
        entry(4, { sponsor: null, waitsFor: [{ who: 'The author', people: ['ada'], what: 'acts.' }] }),
      ),
    ).toEqual(['| Grace Example (grace-example) | 1 | 1 | 0 |', '| lin | 0 | 2 | 0 |', '| ada | 0 | 0 | 1 |']);
  });

  it('counts who decided, how long it took and who spoke', () => {
    const health = made.get('health.md') ?? '';
    expect(health).toContain('Of 1 decided proposal, 1 was decided on the word of its group');
    expect(health).toContain('| [Kettles](groups/kettles.md) | 2 | 4.3 days | – | 19 days |');
    expect(health).toContain('| [Kettles](groups/kettles.md) | 1 | 50 % |');
  });

  it('tells the way of a proposal by its days', () => {
    expect(made.get('proposals/3.md')).toContain(
      'timeline\n  20 Oct 2026 : proposal\n  24 Oct 2026 : draft\n  1 Nov 2026 : Lazy consensus opens\n',
    );
  });
});

it('shows a command that names somebody as it is written, and mentions nobody else', () => {
  const what = '@rosa designates who answers with `/escalate assign @user`.';
  const made = on('2026-11-23', entry(7, { waitsFor: [{ who: 'The Core Maintainers', people: [], what }] }));
  for (const path of ['README.md', 'proposals/7.md']) {
    expect(made.get(path)).toContain('rosa designates who answers with `/escalate assign @user`.');
    expect(made.get(path)).not.toContain('@rosa');
  }
});

it("has a column for the groups' months only where there are any", () => {
  const head = (made: ReadonlyMap<string, string>): string =>
    /^\| Group \| Kind.*$/m.exec(made.get('README.md') ?? '')?.[0] ?? '';
  expect(head(on('2026-11-23', inVote(7)))).toBe('| Group | Kind | Open proposals | Last twelve months |');
  expect(head(on('2026-11-23', entry(7)))).toBe('| Group | Kind | Open proposals |');
});
