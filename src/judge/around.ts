import type { Facts, PullFacts } from '../facts/facts.js';
import type { Timeline } from '../ledger/fold/timeline.js';
import type { Who } from '../ledger/lines.js';
import { titleOf } from '../people/index.js';
import type { Rules } from '../rules/schema.js';
import { leadAccounts } from './roles.js';
import type { TitleOf } from './verdict.js';

/** What the words about a proposal need beside the fold of its ledger, as far as somebody knows it. */
export interface Around {
  pull: Pick<PullFacts, 'number' | 'state' | 'hasBranch' | 'locked'>;
  /** Whether the pull request brings its document to the default branch no more. */
  isGone: boolean;
  /** Those in force, or the last that the record names. */
  rules: Rules;
  titleOf: TitleOf;
  /** Who of a group's leads has an account; empty where nobody knows its charter. */
  leadsOf: (group: string) => Who[];
}

/** What a look knows. */
export const aroundOf = ({ pull, document, governing }: Facts): Around => ({
  pull,
  isGone: document.isGone,
  rules: governing.rules,
  titleOf: (group) => titleOf(governing.governance, group),
  leadsOf: (group) => leadAccounts(group, governing),
});

/** What somebody knows who has the record and nothing else. */
export const aroundLedger = ({ opened, pulls, muted }: Timeline, rules: Rules): Around => ({
  pull: {
    number: opened?.subject.number ?? 0,
    state: pulls.at(-1)?.state ?? 'open',
    hasBranch: true,
    locked: muted.findLast(({ by }) => by === 'lock')?.muted ?? false,
  },
  isGone: false,
  rules,
  titleOf: (group) => group,
  leadsOf: () => [],
});
