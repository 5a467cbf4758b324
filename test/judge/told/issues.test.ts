import { describe } from 'vitest';
import { parseCommands } from '../../../src/commands/parse.js';
import type { Said } from '../../../src/facts/facts.js';
import type { IssueFacts, RosterPull } from '../../../src/facts/issue-facts.js';
import { asAnswer } from '../../../src/judge/ladder/answer.js';
import { judgeIssue } from '../../../src/judge/ladder/judge.js';
import { rosterNews } from '../../../src/judge/ladder/roster.js';
import { chain, readLedger, sha256 } from '../../../src/ledger/chain.js';
import type { LineBody } from '../../../src/ledger/lines.js';
import { peopleOn, readSources } from '../../../src/people/index.js';
import { packRules } from '../../../src/facts/governing.js';
import { charter } from '../../people/writing.js';
import { account, Repository } from '../../publish/facts.js';
import { areToldIn } from './told.js';

const START = '2026-11-02T09:00:00Z';
const { governing, repository, rulebook } = new Repository().facts();

/** Rosa is of the core, and so is Kofi by the roster that most stories have; Ada Bell and Bo Carr lead the Kettle Timers, to which Cy Dorn belongs. */
function people(roster: string | null): IssueFacts['governing'] {
  const { paths } = packRules();
  const maintainers = '# Maintainers\n\n## Core Maintainers\n\n- [Rosa Ek](https://github.com/rosa)\n';
  const charters = [{ path: `${paths.workingGroups}/kettle-timers.mdx`, text: charter() }];
  return { ...governing, governance: peopleOn(readSources({ maintainers, roster, charters }, paths), '2026-11-02') };
}
const KOFI = '  - { logins: [kofi], name: Kofi A, roles: [{ role: core-maintainer, since: 2020-01-01 }] }\n';
const ROSTER = (more: string): string => `version: 1\npeople:\n${KOFI}${more}`;
const CY = "  - { logins: [cydorn], name: Cy Dorn, roles: [{ role: member, since: 2026-01-01, decision: '#3' }] }\n";

interface More extends Partial<IssueFacts> {
  roster?: string | null;
  /** Hours after the opening at which a look is made, one after the other, that writes down what it finds. */
  looks?: number[];
  /** What the ledger holds before the first of them. */
  prior?: LineBody[];
  /** Changes the issue as it stands. */
  issue?: IssueFacts['issue'];
}
const ISSUE: IssueFacts['issue'] = {
  ...{ number: 20, nodeId: 'I_20', title: 'Cy', url: 'https://github.test/20', author: account('rosa'), labels: [] },
  ...{ createdAt: START, updatedAt: START, state: 'open', closedAt: null, reopenedAt: null, locked: false, locks: [] },
};

/** What looks at an issue come to; every word is a minute after the one before. */
function seen(
  words: [login: string, words: string][],
  { roster = null, looks = [0], prior = [], ...more }: More = {},
): string[] {
  const said = words.flatMap(([login, body], minute): Said[] =>
    parseCommands(body).map((command, index) => ({
      ...command,
      at: `2026-11-02T09:${String(minute + 1).padStart(2, '0')}:00Z`,
      by: account(login),
      commit: null,
      source: {
        kind: 'comment',
        id: `IC_${minute}`,
        index,
        url: `https://github.test/${minute}`,
        sha256: 'a'.repeat(64),
      },
    })),
  );
  const ledger: string[] = chain(prior, null);
  return looks.flatMap((hours) => {
    const reading = readLedger(ledger.map((line) => `${line}\n`).join(''));
    if (!reading.ok) throw new Error(reading.broken.message);
    const now = new Date(Date.parse(START) + (hours * 60 + 30) * 60_000).toISOString().replace('.000', '');
    const facts: IssueFacts = {
      ...{ now, repository, issue: ISSUE, said, answers: [], governing: people(roster), rulebook, archived: [] },
      ...{ ledger: reading.lines, contributions: null, rosterOid: 'o1', pulls: [], refused: null },
      published: { posts: new Map(), duplicates: [], labels: new Map(), reactions: new Map() },
      ...more,
    };
    const { state, lines, doubts, due, waiting } = judgeIssue(facts);
    ledger.push(...chain(lines, ledger.at(-1) ?? null));
    const news = rosterNews(facts, state);
    return [
      `@ ${now} due ${due ?? 'never'}`,
      ...lines.map(
        (line) => `line ${line.kind} ${line.at} ${sha256(JSON.stringify({ ...line, rules: undefined })).slice(0, 8)}`,
      ),
      ...state.acts.flatMap(({ act, outcome }) =>
        outcome.taken ? [] : [`/${act.command}: ${outcome.why} ${outcome.next}`],
      ),
      ...waiting.map(({ command }) => `waits: ${command}`),
      ...doubts.map((doubt) => `doubt: ${doubt}`),
      ...(news ? [`roster: ${news.says} ${JSON.stringify(news.write)} ${news.isWaiting ? 'waits' : 'is done'}`] : []),
    ];
  });
}

const NOMINATED: [string, string][] = [
  ['rosa', '/nominate @cydorn maintainer'],
  ['adabell', '/endorse @cydorn'],
];
/** After the days to speak. */
const WEEK = 7 * 24;
const approved = (more: More = {}): string[] =>
  seen([...NOMINATED, ['kofi', '/ladder approve She has led it.']], { roster: ROSTER(CY), looks: [0, WEEK], ...more });
const pull = (more: Partial<RosterPull> = {}): RosterPull => ({
  ...{
    number: 21,
    nodeId: 'PR_21',
    url: 'https://github.test/21',
    state: 'open',
    head: 'f'.repeat(40),
    from: 'o1',
    isOurs: true,
  },
  ...more,
});
const wrote = (login: string, at: string): Said =>
  asAnswer({
    ...{ at, by: account(login) },
    source: { kind: 'comment', id: `IC_${at}`, url: 'https://github.test/a', sha256: 'a'.repeat(64) },
  });

describe('A look at an issue', () => {
  areToldIn('issues', {
    'A nomination, and a look on each of two days': () => seen(NOMINATED, { roster: ROSTER(CY), looks: [0, 24] }),
    'A nomination with what GitHub showed of their work': () =>
      seen([NOMINATED[0]!], { contributions: { merged: 3, since: '2026-01-01T00:00:00Z' } as never }),
    'A nomination of somebody whom no file names': () => seen([['rosa', '/nominate @hugo member']]),
    'A place in a group, by its title': () => seen([['adabell', '/nominate @hugo wg-member Kettle-Timers']]),
    'A place in a group that is not there': () => seen([['adabell', '/nominate @hugo wg-member cups']]),
    'A community moderator who is one': () =>
      seen([['rosa', '/nominate @cydorn moderator']], {
        roster: ROSTER('  - { logins: [cydorn], moderator: true }\n'),
      }),
    'Somebody who lays down what they are not': () =>
      seen([
        ['hugo', '/step-down maintainer'],
        ['hugo', '/step-down everything'],
      ]),
    'A lead who lays down their place as a member': () =>
      seen([
        ['adabell', '/step-down wg-member kettle-timers'],
        ['cydorn', '/step-down lead kettle-timers'],
      ]),
    'A lead who lays down the group': () => seen([['adabell', '/step-down lead kettle-timers']]),
    'A member of a group who lays everything down': () =>
      seen([['cydorn', '/emeritus @cydorn I am off.']], { roster: ROSTER(CY) }),
    'Emeritus who hold nothing': () => seen([['rosa', '/emeritus @hugo Long gone.']]),
    'Emeritus who hold something': () => seen([['rosa', '/emeritus @kofi Long gone.']], { roster: ROSTER('') }),
    'A member who lays that down, and stays in a group': () =>
      seen([['cydorn', '/step-down member']], { roster: ROSTER(CY) }),
    'A member of no group who lays that down': () =>
      seen([['hugo', '/step-down member']], { roster: ROSTER('  - { logins: [hugo], roles: [{ role: member }] }\n') }),
    'A member and moderator who lays one of both down': () =>
      seen([['hugo', '/step-down moderator']], {
        roster: ROSTER('  - { logins: [hugo], moderator: true, roles: [{ role: member }] }\n'),
      }),
    'A moderator who lays that down': () =>
      seen([['hugo', '/step-down moderator']], { roster: ROSTER('  - { logins: [hugo], moderator: true }\n') }),
    'A maintainer who is asked whether they are still there, and writes anything at all': () =>
      seen([['rosa', '/inactive @cydorn']], {
        roster: ROSTER(CY.replace('role: member', 'role: maintainer')),
        looks: [0, 48],
        answers: [
          wrote('hugo', '2026-11-02T12:00:00Z'),
          wrote('cydorn', '2026-11-03T13:00:00Z'),
          wrote('cydorn', '2026-11-03T12:00:00Z'),
          wrote('cydorn', '2026-11-01T12:00:00Z'),
        ],
      }),
    'A maintainer who is asked, and writes nothing': () =>
      seen([['rosa', '/inactive @cydorn\nSince May.']], {
        roster: ROSTER(CY.replace('role: member', 'role: maintainer')),
        looks: [0, 14 * 24],
      }),
    'A member of a group who is asked': () => seen([['adabell', '/inactive @cydorn kettle-timers']]),
    'A lead of a group who is asked': () => seen([['bocarr', '/inactive @adabell Kettle-Timers']]),
    'Somebody who is asked about a group that they are not of': () =>
      seen([
        ['adabell', '/inactive @hugo kettle-timers'],
        ['adabell', '/inactive @cydorn cups'],
      ]),
    'Somebody without a place, and somebody of whom no rule speaks': () =>
      seen(
        [
          ['rosa', '/inactive @hugo'],
          ['rosa', '/inactive @kofi'],
        ],
        { roster: ROSTER('').replace('core-maintainer', 'lead-maintainer') },
      ),
    'Somebody who holds their place for too short a time': () =>
      seen([['rosa', '/inactive @cydorn']], { roster: ROSTER(CY.replace('since: 2026-01-01', 'since: 2026-10-01')) }),
    'An issue that is closed': () =>
      seen(NOMINATED, { roster: ROSTER(CY), issue: { ...ISSUE, state: 'closed', closedAt: '2026-11-02T09:20:00Z' } }),
    'An issue that is locked': () =>
      seen(NOMINATED, {
        roster: ROSTER(CY),
        issue: { ...ISSUE, locked: true, locks: [{ at: '2026-11-02T09:20:00Z', locked: true }] },
      }),
    'An issue whose author is gone': () => seen([], { issue: { ...ISSUE, author: null } }),
    'An approval that no pull request brings into the roster yet': () => approved(),
    'An approval whose pull request is open': () => approved({ pulls: [pull()] }),
    'An approval whose pull request was made from an older roster': () => approved({ pulls: [pull({ from: 'o0' })] }),
    'An approval whose pull request was made from no roster, and there is none': () =>
      approved({ pulls: [pull({ from: 'none' })], rosterOid: null }),
    'An approval whose pull request somebody has changed': () => approved({ pulls: [pull({ isOurs: false })] }),
    'An approval whose pull request was closed': () => approved({ pulls: [pull({ state: 'closed' })] }),
    'An approval whose pull request was merged, and the roster says otherwise': () =>
      approved({ pulls: [pull({ state: 'merged' })] }),
    'An approval that GitHub refused a pull request for': () => approved({ refused: 'The app may not write there.' }),
    'An approval of which the roster says so': () =>
      approved({
        roster: ROSTER(
          CY.replace('{ role: member', "{ role: maintainer, since: 2026-11-09, decision: '#20' }, { role: member"),
        ),
        pulls: [pull({ state: 'merged' })],
      }),
    'An approval while the roster cannot be read': () =>
      approved({
        governing: {
          ...people(ROSTER(CY)),
          held: [{ path: packRules().paths.roster, commit: 'c'.repeat(40), why: 'No.' } as never],
        },
      }),
    'An approval whose pull request was made and is not there any more': () =>
      approved({
        prior: [
          { kind: 'opened', at: START, subject: { kind: 'nomination', number: 20 }, by: null },
          { kind: 'intent', at: START, key: 'roster-pull', people: [] },
          { kind: 'made', at: START, key: 'roster-pull' },
        ] as LineBody[],
      }),
    'A rejection': () => seen([...NOMINATED, ['rosa', '/ladder reject Not now.']], { roster: ROSTER(CY) }),
  });
});
