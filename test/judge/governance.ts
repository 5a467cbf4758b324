import type { GovernanceChangeFacts, OpenProposal } from '../../src/facts/facts.js';
import { packRules } from '../../src/facts/governing.js';
import type { ReviewPosition } from '../../src/facts/review-positions.js';
import { judgeGovernanceChange, type Change, type GovernanceVerdict } from '../../src/judge/governance-change.js';
import { peopleChanges } from '../../src/judge/governance-change-people.js';
import { readSources } from '../../src/people/index.js';
import { loadRules } from '../../src/rules/index.js';
import { charter, WG_PATH } from '../people/writing.js';

export const RULES = '.github/convenor.yml';
export const ROSTER = '.github/convenor/roster.yml';
export const LIDS = 'docs/community/working-groups/lids.mdx';
export const MAINTAINERS = `# Maintainers\n\n## Core Maintainers\n\n- [Rosa Ek](https://github.com/rosaek)\n`;

/** The files that govern an invented repository; a part that is left out is as in {@link WORLD}. */
export interface Files {
  rules: string | null;
  roster: string | null;
  maintainers: string | null;
  charters: Record<string, string>;
}

export const WORLD: Files = {
  rules: 'extends: mcp\n',
  roster: null,
  maintainers: MAINTAINERS,
  charters: { [WG_PATH]: charter({ items: null }) },
};

/** A charter of a second group, which nobody of the first belongs to. */
export const lids = (items: string | null = null): string =>
  charter({
    front: 'title: Lids Working Group Charter',
    leadership: '| Role | Name | GitHub |\n| ---- | ---- | ------ |\n| Lead | Lu Mi | @lumi |',
    membership: '| Name | GitHub | Level |\n| ---- | ------ | ----- |\n| Lu Mi | @lumi | Lead |',
    items,
  });

export const item = (sep: string): string => `| Item | Status |\n| ---- | ------ |\n| ${sep} | Draft |`;

/** What was read of some files: reading takes longer than all that is judged of them. */
const read = new Map<string, ReturnType<typeof stateFrom>>();

export function stateOf(files: Files): ReturnType<typeof stateFrom> {
  const key = JSON.stringify(files);
  const state = read.get(key) ?? stateFrom(files);
  read.set(key, state);
  return state;
}

function stateFrom(files: Files) {
  const result = loadRules(files.rules, RULES);
  const charters = Object.entries(files.charters).map(([path, text]) => ({ path, text }));
  const sources = readSources({ maintainers: files.maintainers, roster: files.roster, charters }, PACK.paths);
  return {
    result,
    state: { rules: result.ok ? result.loaded.rules : null, rulesText: files.rules, sources, takenOver: [] },
  };
}
const PACK = packRules();

export interface More {
  author?: string;
  proposals?: OpenProposal[];
  now?: string;
  shown?: GovernanceChangeFacts['shown'];
  positions?: ReviewPosition[];
  /** Further facts in place of those that are so by themselves. */
  facts?: (facts: GovernanceChangeFacts) => Partial<GovernanceChangeFacts>;
}

/** What is said of a change from some files to others. */
export function judged(from: Partial<Files>, to: Partial<Files>, more: More = {}): GovernanceVerdict {
  const [old, now] = [
    { ...WORLD, ...from },
    { ...WORLD, ...from, ...to },
  ];
  const [before, after] = [stateOf(old), stateOf(now)];
  if (before.state.rules === null) throw new Error('The rules before the change cannot be read.');
  const paths = new Set([...Object.keys(old.charters), ...Object.keys(now.charters)]);
  const files: GovernanceChangeFacts['files'] = [
    ...(old.rules === now.rules ? [] : [{ path: RULES, kind: 'rules' as const, isRemoved: now.rules === null }]),
    ...(old.roster === now.roster ? [] : [{ path: ROSTER, kind: 'roster' as const, isRemoved: now.roster === null }]),
    ...(old.maintainers === now.maintainers
      ? []
      : [{ path: 'MAINTAINERS.md', kind: 'maintainers' as const, isRemoved: now.maintainers === null }]),
    ...[...paths]
      .filter((path) => old.charters[path] !== now.charters[path])
      .map((path) => ({ path, kind: 'charter' as const, isRemoved: now.charters[path] === undefined })),
  ];
  const facts: GovernanceChangeFacts = {
    now: more.now ?? '2026-11-23T09:00:00Z',
    templates: new Map(),
    carriesOut: null,
    repository: { owner: 'kiln', name: 'kettles', nodeId: 'R' },
    pull: {
      number: 9,
      nodeId: 'P',
      title: 'Change how we decide',
      url: 'https://github.com/kiln/kettles/pull/9',
      author: { id: 1, login: more.author ?? 'Zed', nodeId: 'U', isBot: false },
      createdAt: '2026-11-23T08:00:00Z',
      state: 'open',
      closedAt: null,
      reopenedAt: null,
      locked: false,
      locks: [],
      base: 'main',
      intoDefault: true,
      head: 'a'.repeat(40),
      labels: [],
      updatedAt: '2026-11-23T09:00:00Z',
      assignees: [],
      reviews: 0,
      askedForReview: [],
      pushedBy: { who: null, isBot: false },
      requested: [],
      hasBranch: true,
    },
    files,
    more: 0,
    taken: 'merge',
    before: { ...before.state, rules: before.state.rules },
    after: after.state,
    broken: after.result.ok ? [] : after.result.problems,
    proposals: more.proposals ?? [],
    unreadProposals: 0,
    shown: more.shown ?? new Map(),
    positions: more.positions ?? [],
    published: {
      posts: new Map(),
      duplicates: [],
      threads: new Map(),
      spareThreads: [],
      allThreads: true,
      unaskable: new Set(),
      refused: new Set(),
      labels: new Map(),
      checks: [],
      reactions: new Map(),
    },
  };
  return judgeGovernanceChange({ ...facts, ...more.facts?.(facts) });
}

export const line = ({ who, says, at, from }: Change): string =>
  [
    from === null ? '' : `${from}: `,
    who === null ? '' : `${who} `,
    says,
    at ? ` @${at.isOld ? 'old ' : ''}${at.line}` : '',
  ].join('');

/** Every change in one list: `+` gains, `-` loses, `~` neither. */
export const told = ({ gains, loses, others }: GovernanceVerdict): string[] => [
  ...gains.map((each) => `+ ${line(each)}`),
  ...loses.map((each) => `- ${line(each)}`),
  ...others.map((each) => `~ ${line(each)}`),
];

export const roster = (...people: string[]): string =>
  `version: 1\npeople:\n${people.map((each) => `  - ${each}\n`).join('')}`;
export const ROSA = '{ logins: [rosaek], name: Rosa Ek, roles: [{ role: core-maintainer }] }';
export const withCharter = (change: Parameters<typeof charter>[0]): Partial<Files> => ({
  charters: { [WG_PATH]: charter({ items: null, ...change }) },
});
export const needing = (organizations: number): string =>
  `delegation: { grants: { kettle-timers: { authority: decide, grantedBy: us, since: 2026-01-01, needs: { decided: 0, members: 3, organizations: ${organizations} } } } }\n`;
export const NO_TABLE = 'Ask in the channel.';

/** What becomes of people from some files to others, on the day of {@link judged}. */
export const ofPeople = (from: Partial<Files>, to: Partial<Files>): ReturnType<typeof peopleChanges> =>
  peopleChanges(
    stateOf({ ...WORLD, ...from }).state.sources,
    stateOf({ ...WORLD, ...from, ...to }).state.sources,
    '2026-11-23',
  );

/** The same in its order, with what the group's own sentence says for all of its people in brackets. */
export const toldOfPeople = (from: Partial<Files>, to: Partial<Files>): string[] =>
  ofPeople(from, to).changes.map((each) => {
    const says = `${{ gains: '+', loses: '-', changes: '~' }[each.effect]} ${line(each)}`;
    return each.isImplied ? `(${says})` : says;
  });

export const people = (...of: string[]): Partial<Files> => ({ roster: roster(...of) });
