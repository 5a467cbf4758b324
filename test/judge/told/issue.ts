import { parseCommands } from '../../../src/commands/parse.js';
import type { Said } from '../../../src/facts/facts.js';
import type { IssueFacts, RosterPull } from '../../../src/facts/issue-facts.js';
import { asAnswer } from '../../../src/judge/ladder/answer.js';
import { judgeIssue, type IssueVerdict } from '../../../src/judge/ladder/judge.js';
import { rosterNews } from '../../../src/judge/ladder/roster.js';
import { chain, readLedger, sha256 } from '../../../src/ledger/chain.js';
import type { LineBody } from '../../../src/ledger/lines.js';
import { peopleOn, readSources } from '../../../src/people/index.js';
import { packRules } from '../../../src/facts/governing.js';
import { charter } from '../../people/writing.js';
import { account, Repository } from '../../publish/facts.js';

export const START = '2026-11-02T09:00:00Z';
export const { governing, repository, rulebook } = new Repository().facts();

/** Rosa is of the core, and so is Kofi by the roster that most stories have; Ada Bell and Bo Carr lead the Kettle Timers, to which Cy Dorn belongs. */
export function people(roster: string | null): IssueFacts['governing'] {
  const known = READ.get(roster) ?? read(roster);
  READ.set(roster, known);
  return known;
}
/** What was read once: a look reads the same files again. */
const READ = new Map<string | null, IssueFacts['governing']>();
const { paths } = packRules();
function read(roster: string | null): IssueFacts['governing'] {
  const maintainers = '# Maintainers\n\n## Core Maintainers\n\n- [Rosa Ek](https://github.com/rosa)\n';
  const charters = [{ path: `${paths.workingGroups}/kettle-timers.mdx`, text: charter() }];
  return { ...governing, governance: peopleOn(readSources({ maintainers, roster, charters }, paths), '2026-11-02') };
}
export const KOFI = '  - { logins: [kofi], name: Kofi A, roles: [{ role: core-maintainer, since: 2020-01-01 }] }\n';
export const ROSTER = (more: string): string => `version: 1\npeople:\n${KOFI}${more}`;
export const CY =
  "  - { logins: [cydorn], name: Cy Dorn, roles: [{ role: member, since: 2026-01-01, decision: '#3' }] }\n";

export interface More extends Partial<IssueFacts> {
  roster?: string | null;
  /** Hours after the opening at which a look is made, one after the other, that writes down what it finds. */
  looks?: number[];
  /** What the ledger holds before the first of them. */
  prior?: LineBody[];
  /** Whether what was said is found the last word first. */
  isBackwards?: boolean;
  /** Changes the issue as it stands. */
  issue?: IssueFacts['issue'];
}
export const ISSUE: IssueFacts['issue'] = {
  ...{ number: 20, nodeId: 'I_20', title: 'Cy', url: 'https://github.test/20', author: account('rosa'), labels: [] },
  ...{ createdAt: START, updatedAt: START, state: 'open', closedAt: null, reopenedAt: null, locked: false, locks: [] },
};

/** Looks at an issue, each of which writes down what it finds; every word is a minute after the one before. */
export function looked(
  words: [login: string, words: string][],
  { roster = null, looks = [0], prior = [], isBackwards = false, ...more }: More = {},
): { facts: IssueFacts; verdict: IssueVerdict }[] {
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
  if (isBackwards) said.reverse();
  const ledger: string[] = chain(prior, null);
  return looks.map((hours) => {
    const reading = readLedger(ledger.map((line) => `${line}\n`).join(''));
    if (!reading.ok) throw new Error(reading.broken.message);
    const now = new Date(Date.parse(START) + (hours * 60 + 30) * 60_000).toISOString().replace('.000', '');
    const facts: IssueFacts = {
      ...{ now, repository, issue: ISSUE, said, answers: [], governing: people(roster), rulebook, archived: [] },
      ...{ ledger: reading.lines, contributions: null, rosterOid: 'o1', pulls: [], refused: null },
      published: { posts: new Map(), duplicates: [], labels: new Map(), reactions: new Map() },
      ...more,
    };
    const verdict = judgeIssue(facts);
    ledger.push(...chain(verdict.lines, ledger.at(-1) ?? null));
    return { facts, verdict };
  });
}

/** What looks at an issue come to, in words. */
export const seen = (words: [login: string, words: string][], more: More = {}): string[] =>
  looked(words, more).flatMap(({ facts, verdict: { state, lines, doubts, due, waiting } }) => {
    const news = rosterNews(facts, state);
    return [
      `@ ${facts.now} due ${due ?? 'never'}`,
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

export const NOMINATED: [string, string][] = [
  ['rosa', '/nominate @cydorn maintainer'],
  ['adabell', '/endorse @cydorn'],
];
/** After the days to speak. */
export const WEEK = 7 * 24;
export const approved = (more: More = {}): string[] =>
  seen([...NOMINATED, ['kofi', '/ladder approve She has led it.']], { roster: ROSTER(CY), looks: [0, WEEK], ...more });
export const pull = (more: Partial<RosterPull> = {}): RosterPull => ({
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
export const wrote = (login: string, at: string): Said =>
  asAnswer({
    ...{ at, by: account(login) },
    source: { kind: 'comment', id: `IC_${at}`, url: 'https://github.test/a', sha256: 'a'.repeat(64) },
  });

/** The issue was opened, and a look has seen it. */
export const OPENED: LineBody = { kind: 'opened', at: START, subject: { kind: 'nomination', number: 20 }, by: null };
/** What GitHub showed of the nominee's work. */
export const SHOWN: NonNullable<IssueFacts['contributions']> = {
  ...{ login: 'cydorn', merged: 3, reviewed: 2, commented: 5, proposals: 1 },
  ...{ first: '2026-01-01', months: 4, seen: 3 },
};
