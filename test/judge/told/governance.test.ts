import { describe } from 'vitest';
import { packRules } from '../../../src/facts/governing.js';
import type { Line, LineBody } from '../../../src/ledger/lines.js';
import { Issue } from '../ladder/history.js';
import type { GovernanceChangeFacts, OpenProposal } from '../../../src/facts/facts.js';
import type { ReviewPosition } from '../../../src/facts/review-positions.js';
import { withGovernance } from '../../../src/judge/governance-beside.js';
import type { GovernanceVerdict } from '../../../src/judge/governance-change.js';
import { charter, LEADS, MEMBERS, WG_PATH } from '../../people/writing.js';
import { Repository } from '../../publish/facts.js';
import {
  judged,
  LIDS,
  lids,
  line,
  MAINTAINERS,
  needing,
  NO_TABLE,
  ROSA,
  roster,
  withCharter,
  WORLD,
  item,
} from '../governance.js';
import { areToldIn } from './told.js';

/** All that is said of a change of the governance. */
function all(verdict: GovernanceVerdict): string[] {
  const { author, gains, loses, others, rules, proposals, takenOver, pinned, unsaid, asks, files } = verdict;
  return [
    ...author.map((each) => `author ${line(each)}`),
    ...gains.map((each) => `+ ${line(each)}`),
    ...loses.map((each) => `- ${line(each)}`),
    ...others.map((each) => `~ ${line(each)}`),
    ...rules.map((each) => `rule ${each.effect} ${line(each)}`),
    ...proposals.map((each) => `proposal ${each.effect} ${line(each)}`),
    ...takenOver.map((each) => `taken over ${line(each)}`),
    ...pinned.map((each) => `pinned ${each}`),
    ...unsaid.map((each) => `unsaid ${each}`),
    ...asks.map(({ says, approval }) => `asks ${says} ${JSON.stringify(approval)}`),
    ...files.flatMap(({ path, findings }) =>
      findings.map((each) => `${path}:${each.line} ${each.severity} ${each.code} ${each.message} ${each.help ?? ''}`),
    ),
    `${verdict.inOrder ? 'in order' : 'not in order'}, ${verdict.isUnchanged ? 'unchanged' : 'changed'}`,
  ];
}
const told = (...of: Parameters<typeof judged>): string[] => all(judged(...of));

const TWO =
  'extends: mcp\nrules:\n  charter-change: { approvals: 2, mode: enforce }\n  governance-change: { approvals: 2, mode: enforce }\n';
const SVEN = '{ logins: [svenro], name: Sven Ro, roles: [{ role: core-maintainer }] }';
const OLGA = '{ logins: [olga], name: Olga D, roles: [{ role: lead-maintainer }] }';
const core = roster(ROSA, SVEN, OLGA);
const approval = (login: string, id: number, more: Partial<ReviewPosition> = {}): ReviewPosition => ({
  ...{ by: { id, login, nodeId: `U_${id}`, isBot: false }, is: 'approval', at: '2026-11-23T08:30:00Z' },
  ...{ commit: 'a'.repeat(40), review: `PRR_${id}` },
  ...more,
});
const proposal = (more: Partial<OpenProposal> = {}): OpenProposal => ({
  ...{ pull: 71, number: 71, title: 'Bells', takenOver: false, type: 'Standards Track', status: 'draft' },
  ...{ group: null, decision: null },
  ...more,
});
/** The list of what was taken over comes to hold rows. */
const listing = (
  rows: [pull: number, status: OpenProposal['status'], sponsor: string | null][],
  more: Partial<GovernanceChangeFacts> = {},
) => ({
  facts: (facts: GovernanceChangeFacts): Partial<GovernanceChangeFacts> => ({
    files: [{ path: '.github/convenor/taken-over.yml', kind: 'taken-over', isRemoved: false }],
    after: {
      ...facts.after,
      takenOver: rows.map(([pull, status, sponsor], at) => ({ pull, status, sponsor, line: at + 3 })),
    },
    ...more,
  }),
});
const forming = '**Working Group** (forming)';
/** A charter whose group has been merged into another one. */
const OVER = charter({ items: null }).replace(
  '## Group Type',
  '> This group has been merged into the [Lids WG](/community/working-groups/lids).\n\n## Group Type',
);
const manyDays = roster(
  ...Array.from(
    { length: 30 },
    (_, day) =>
      `{ logins: [p${day}], roles: [{ role: maintainer, until: 2027-01-${String(day + 1).padStart(2, '0')} }] }`,
  ),
);
/** A proposal that is final and changes the governance as well. */
function beside(governance: GovernanceVerdict | null): string[] {
  const { verdict } = new Repository().look();
  const { headline, complete, next, requirements } = withGovernance({ ...verdict, complete: true }, governance);
  const rows = requirements.slice(verdict.requirements.length);
  return [
    headline,
    String(complete),
    ...next.map(({ who, what }) => `${who} ${what}`),
    ...rows.map((row) => JSON.stringify(row)),
  ];
}

/** Whom the roster has as a member, once a nomination in issue 20 is approved. */
const NEWCOMER = "{ ids: [20], logins: [nominee], roles: [{ role: member, since: 2026-11-09, decision: '#20' }] }";
/** The pull request says that it carries out that nomination, of which the record holds some lines. */
const carries =
  (lines: (all: readonly LineBody[]) => readonly LineBody[] = (all) => all) =>
  (): Partial<GovernanceChangeFacts> => {
    const issue = new Issue().says('core', '/nominate @nominee member').written().after({ days: 7 }).written();
    const nominee = { id: 20, login: 'nomi', nodeId: 'U_20', isBot: false };
    return {
      carriesOut: {
        issue: 20,
        lines: lines(issue.all) as Line[],
        rulebook: new Map([['a'.repeat(64), packRules()]]),
        pins: new Map([
          ['nomi', nominee],
          ['rosaek', { ...nominee, id: 7, login: 'rosaek' }],
        ]),
      },
    };
  };

describe('A change of the governance', () => {
  areToldIn('governance', {
    'Nothing is changed': () => told({}, {}),
    'A charter, and nobody has approved': () => told({}, withCharter({ mission: 'Rings.' })),
    'A charter, of which two are to approve': () =>
      told({ roster: core, rules: TWO }, withCharter({ mission: 'Rings.' })),
    'A charter, of which two are to approve and one has': () =>
      told({ roster: core, rules: TWO }, withCharter({ mission: 'Rings.' }), { positions: [approval('rosaek', 7)] }),
    'A charter that two have approved': () =>
      told({ roster: core, rules: TWO }, withCharter({ mission: 'Rings.' }), {
        positions: [approval('rosaek', 7), approval('svenro', 8)],
      }),
    'A charter that two approved before the last push': () =>
      told({ roster: core }, withCharter({ mission: 'Rings.' }), {
        positions: [
          approval('rosaek', 7, { commit: 'b'.repeat(40) }),
          approval('svenro', 8, { commit: 'b'.repeat(40) }),
        ],
      }),
    'A new group and a member more in another': () =>
      told(
        { roster: core },
        {
          charters: {
            [WG_PATH]: charter({ items: null, membership: `${MEMBERS}\n| Fa Goh | Ora | @fagoh | | WG Member |` }),
            [LIDS]: lids(item('SEP-71')),
          },
        },
      ),
    'A group that is forming, and then in force': () => told(withCharter({ type: forming }), withCharter({})),
    'A group in force that is to form again': () => told({}, withCharter({ type: forming })),
    'A group that is over': () => told({}, { charters: { [WG_PATH]: OVER } }),
    'A group that was over, and whose charter goes': () => told({ charters: { [WG_PATH]: OVER } }, { charters: {} }),
    'A group that is called otherwise': () =>
      told({}, withCharter({ front: 'title: Bell Ringers Working Group Charter' })),
    'A new group that is still forming, and one of which nobody knows the members': () =>
      told(
        {},
        {
          charters: {
            ...WORLD.charters,
            [LIDS]: charter({ front: 'title: Lids Working Group Charter', type: forming, items: null }),
            [LIDS.replace('lids', 'cups')]: charter({
              front: 'title: Cups Working Group Charter',
              membership: NO_TABLE,
              items: null,
            }),
          },
        },
      ),
    'A new group that is over already': () =>
      told({}, { charters: { ...WORLD.charters, [LIDS]: OVER.replaceAll('Kettle Timers', 'Lids') } }),
    'A charter of which a lead may approve, and one who wrote it did': () =>
      told(
        { rules: 'extends: mcp\nrules:\n  charter-change: { approves: [lead], approvals: 2 }\n' },
        withCharter({ mission: 'Rings.' }),
        {
          author: 'bocarr',
          positions: [approval('adabell', 1), approval('bocarr', 2), approval('cydorn', 3)],
        },
      ),
    'A change of somebody whose account is gone, which the core approved twice': () =>
      told({ roster: core }, withCharter({ mission: 'Rings.' }), {
        positions: [approval('svenro', 8, { at: '2026-11-23T08:40:00Z' }), approval('rosaek', 7)],
        facts: ({ pull }) => ({ pull: { ...pull, author: null } }),
      }),
    'Two flaws more in one file, below one that it had': () =>
      told(
        { roster: roster(ROSA, '{ logins: [a], rols: [] }') },
        { roster: roster(ROSA, '{ logins: [b], odd: 1 }', '{ logins: [a], rols: [] }', '{ logins: [c], names: x }') },
      ),
    'Independent people are of no organisation together': () =>
      told(
        {
          roster: roster(
            '{ logins: [cydorn], organization: Independent }',
            '{ logins: [rosaek], organization: Independent }',
          ),
        },
        {
          roster: `${roster('{ logins: [cydorn], organization: Independent }', '{ logins: [rosaek], organization: Fjord }')}organizations:\n  Kiln Works: [AWS]\n`,
        },
      ),
    'Fewer work items, more than are named': () =>
      told(
        withCharter({
          items: `| Item | Status |\n| ---- | ------ |\n${Array.from({ length: 14 }, (_, n) => `| SEP-${80 + n} | Draft |`).join('\n')}`,
        }),
        withCharter({ items: null }),
      ),
    'An Interest Group that becomes a Working Group': () =>
      told(withCharter({ type: '**Interest Group**' }), withCharter({})),
    'A group that gets a list of its members': () => told(withCharter({ membership: NO_TABLE }), withCharter({})),
    'A scope with many words more and less': () =>
      told(
        withCharter({
          scope: `### In Scope\n\n${'abcdefgh'
            .split('')
            .map((one) => `- Topic ${one}.`)
            .join('\n')}\n\n### Out of Scope\n\n- Cups.`,
        }),
        withCharter({
          scope: `### In Scope\n\n${'stuvwxyz'
            .split('')
            .map((one) => `- Topic ${one}.`)
            .join('\n')}\n\n### Out of Scope\n\n- Saucers.`,
        }),
      ),
    'Work items that come and go': () =>
      told(withCharter({ items: item('SEP-71, SEP-72') }), withCharter({ items: item('SEP-73: Lids') })),
    'More work items than are named': () =>
      told(
        {},
        withCharter({
          items: `| Item | Status |\n| ---- | ------ |\n${Array.from({ length: 14 }, (_, n) => `| SEP-${80 + n} | Draft |`).join('\n')}`,
        }),
      ),
    'A lead less and a term that ends sooner': () =>
      told({}, withCharter({ leadership: LEADS.split('\n').slice(0, 3).join('\n').replace('Mar 3', 'Jan 3') })),
    'A participant who becomes a member, and an observer who becomes a participant': () =>
      told(
        {},
        withCharter({ membership: MEMBERS.replace('Participant', 'WG Member  ').replace('Observer ', 'Participant') }),
      ),
    'A role from the next year on, and one until then': () =>
      told(
        { roster: roster(ROSA) },
        {
          roster: roster(
            ROSA.replace('core-maintainer }', 'core-maintainer, until: 2026-12-31 }'),
            '{ logins: [svenro], name: Sven Ro, roles: [{ role: maintainer, since: 2027-01-01 }] }',
          ),
        },
      ),
    'More days to come than are looked at': () => told({}, { roster: manyDays }),
    'A person of two accounts, who becomes two people': () =>
      told(
        { roster: roster('{ logins: [adabell, ada2], name: Ada Bell, roles: [{ role: maintainer }] }') },
        {
          roster: roster(
            '{ logins: [adabell], name: Ada Bell, roles: [{ role: maintainer }] }',
            '{ logins: [ada2], name: Ada Two }',
          ),
        },
      ),
    'Emeritus who come back, and a moderator less': () =>
      told(
        { roster: roster('{ logins: [svenro], emeritus: true }', '{ logins: [cydorn], moderator: true }') },
        { roster: roster(SVEN, '{ logins: [cydorn] }') },
      ),
    'Two names of one organisation': () =>
      told(
        { roster: roster('{ logins: [cydorn], organization: Fjord }'), rules: `${WORLD.rules}${needing(2)}` },
        {
          roster: `${roster('{ logins: [cydorn], organization: Fjord }')}organizations:\n  Kiln Works: [Fjord, AWS]\n`,
        },
      ),
    'Rules that change numbers, who, and words': () =>
      told(
        {},
        {
          rules:
            'extends: mcp\nrules:\n  consensus: { minor: 3, significant: 12 }\n  sponsorship: { who: [member] }\n  veto-window: { days: 3 }\n  numbering: { mode: enforce }\n',
        },
      ),
    'Rules that cannot be read, and a maintainer less': () =>
      told({}, { rules: 'extends: mcp\nrules:\n  consensus: { minr: 3 }\n', maintainers: '# Maintainers\n' }),
    'A roster that cannot be read': () => told({}, { roster: 'version: 2\n' }),
    'The rules file goes': () => told({}, { rules: null }),
    'The maintainers go': () => told({}, { maintainers: null }),
    'Files that were not looked at, and entries that could not be read': () =>
      told({}, withCharter({ mission: 'Rings.' }), { facts: () => ({ more: 3, unreadProposals: 2 }) }),
    'A file whose text was not had': () =>
      told({}, withCharter({ mission: 'Rings.' }), {
        facts: () => ({ broken: [{ code: 'rules/no-text', message: 'No text.', line: 1, column: 1 } as never] }),
      }),
    'An author whose own login is gone': () =>
      told(
        {},
        { roster: roster('{ logins: [zed], roles: [{ role: maintainer }] }') },
        { facts: ({ pull }) => ({ pull: { ...pull, author: null } }) },
      ),
    'An open proposal in a group that may decide more': () =>
      told(
        {},
        { rules: `${WORLD.rules}${needing(0)}` },
        {
          proposals: [
            proposal({
              group: 'kettle-timers',
              number: 70,
              decision: { form: 'vote', deadline: '2026-12-03T09:00:00Z' },
            }),
          ],
        },
      ),
    'An open proposal whose track is free again': () =>
      told(
        { rules: 'extends: mcp\nrules:\n  reserved-matters:\n    tracks: [Process, Standards Track]\n' },
        {},
        { proposals: [proposal(), proposal({ pull: 72, number: null, type: 'Odd' })], ...{} },
      ),
    'The same, by a change of the rules': () =>
      told(
        { rules: 'extends: mcp\nrules:\n  reserved-matters:\n    tracks: [Process, Standards Track]\n' },
        { rules: 'extends: mcp\n' },
        { proposals: [proposal()] },
      ),
    'A proposal of two groups': () =>
      told(
        {},
        { charters: { [WG_PATH]: charter({ items: item('SEP-71') }), [LIDS]: lids(item('SEP-71')) } },
        { proposals: [proposal({ title: null })] },
      ),
    'The list of what was taken over': () =>
      told(
        { roster: core },
        {},
        {
          author: 'svenro',
          proposals: [
            proposal({ takenOver: true }),
            proposal({ pull: 72, takenOver: true, status: 'accepted' }),
            proposal({ pull: 73 }),
            proposal({ pull: 74, takenOver: true }),
            proposal({ pull: 75, takenOver: true }),
          ],
          ...listing([
            [71, 'draft', 'svenro'],
            [72, 'final', null],
            [73, 'draft', null],
            [74, 'draft', 'cydorn'],
            [75, 'draft', 'nobody'],
            [99, 'draft', null],
          ]),
        },
      ),
    'The list of what was taken over, of what cannot be read': () =>
      told({ roster: core }, {}, { ...listing([[99, 'draft', null]], { unreadProposals: 1 }) }),
    'A change that says it carries out a decision, and is not exactly that': () =>
      told(
        {},
        { roster: core },
        { facts: () => ({ carriesOut: { issue: 20, lines: [], rulebook: new Map(), pins: new Map() } }) },
      ),
    'A change that says it carries out a decision, and is of another file': () =>
      told({}, withCharter({ mission: 'Rings.' }), {
        facts: () => ({ carriesOut: { issue: 20, lines: [], rulebook: new Map(), pins: new Map() } }),
      }),
    'A change that carries out a decision exactly': () =>
      told({ roster: roster(ROSA) }, { roster: roster(ROSA, NEWCOMER) }, { facts: carries() }),
    'A change that carries out a decision, and one thing more': () =>
      told({ roster: roster(ROSA) }, { roster: roster(ROSA, NEWCOMER, SVEN) }, { facts: carries() }),
    'A change that carries out a decision, and names two organisations as one': () =>
      told(
        { roster: roster(ROSA) },
        { roster: `${roster(ROSA, NEWCOMER)}organizations:\n  Kiln Works: [AWS]\n` },
        { facts: carries() },
      ),
    'A change that carries out a decision, beside a charter': () =>
      told(
        { roster: roster(ROSA) },
        { roster: roster(ROSA, NEWCOMER), ...withCharter({ mission: 'Rings.' }) },
        { facts: carries() },
      ),
    'A change that carries out a decision, beside files that nobody looked at': () =>
      told(
        { roster: roster(ROSA) },
        { roster: roster(ROSA, NEWCOMER) },
        { facts: () => ({ ...carries()(), more: 1 }) },
      ),
    'A change that carries out what is not decided yet': () =>
      told(
        { roster: roster(ROSA) },
        { roster: roster(ROSA, NEWCOMER) },
        { facts: carries((lines) => lines.filter(({ kind }) => kind !== 'settled')) },
      ),
    'A change that carries out what the ledger of a proposal says': () =>
      told({ roster: roster(ROSA) }, { roster: roster(ROSA, NEWCOMER) }, { facts: carries((lines) => lines.slice(1)) }),
    'A change that carries out a decision of which somebody changed the ledger': () =>
      told(
        { roster: roster(ROSA) },
        { roster: roster(ROSA, NEWCOMER) },
        {
          facts: carries((lines) =>
            lines.map((one) => (one.kind === 'settled' ? { ...one, outcome: 'rejected' as const } : one)),
          ),
        },
      ),
    'A change that carries out the decision on somebody whom the roster has under another login': () => {
      const named = '{ ids: [20], logins: [nomi], roles: [] }';
      const then = named.replace('roles: []', "roles: [{ role: member, since: 2026-11-09, decision: '#20' }]");
      return told({ roster: roster(ROSA, named) }, { roster: roster(ROSA, then) }, { facts: carries() });
    },
    'A proposal that changes nothing of the governance': () => beside(null),
    'A proposal that changes a charter as well, which is only said': () =>
      beside(
        judged(
          { rules: 'extends: mcp\nrules:\n  charter-change: { mode: warn }\n' },
          withCharter({ mission: 'Rings.' }),
        ),
      ),
    'A proposal that changes a charter as well, which nobody watches': () =>
      beside(
        judged(
          { rules: 'extends: mcp\nrules:\n  charter-change: { mode: observe }\n' },
          withCharter({ mission: 'Rings.' }),
        ),
      ),
    'A proposal that changes charter and rules as well, and waits for it': () =>
      beside(judged({ rules: TWO }, { ...withCharter({ mission: 'Rings.' }), rules: 'extends: mcp\n' })),
    'A proposal that changes a charter as well, which is approved': () =>
      beside(
        judged({ rules: TWO.replaceAll('approvals: 2', 'approvals: 1') }, withCharter({ mission: 'Rings.' }), {
          positions: [approval('rosaek', 7)],
        }),
      ),
    'The maintainers, in another order': () => told({}, { maintainers: MAINTAINERS.replace('Rosa Ek', 'Rosa  Ek') }),
  });
});
