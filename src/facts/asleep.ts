import type { Line } from '../ledger/lines.js';
import type { RawPull } from '../github/queries/snapshot.js';
import { present } from '../github/read.js';
import type { Conversation } from './conversation.js';
import { saidByAssigning } from './assignments.js';
import type { PullFacts } from './facts.js';
import { accountOf } from './texts.js';

/**
 * Whether a pull request is older than the installation and no person has acted on it since: it is left in peace until
 * somebody does, so that nobody gets a hundred comments on day one (DESIGN.md, State). A push is seen by its commit's
 * date, which its author sets: a wrong one only wakes the pull request earlier or later.
 */
export function isAsleep(pull: RawPull, { comments, reviews }: Conversation, installedAt: string): boolean {
  const since = (at: string | null | undefined): boolean => at != null && Date.parse(at) >= Date.parse(installedAt);
  if (since(pull.createdAt)) return false;
  const people = [...comments, ...reviews].filter((text) => accountOf(text.author)?.isBot === false);
  if (people.some((text) => since(text.createdAt))) return false;
  if (present(pull.reopened.nodes).some(({ createdAt }) => since(createdAt))) return false;
  if (saidByAssigning(pull).some(({ at }) => since(at))) return false;
  return !present(pull.commits.nodes).some(({ commit }) => since(commit.committedDate));
}

/** Whether a ledger holds nothing but what stood there when Convenor came, so that nobody has heard from it yet. */
export const isUntouched = (ledger: readonly Line[]): boolean =>
  ledger.every(({ kind }) => kind !== 'act' && kind !== 'intent');

/** Whether a pull request was closed or merged before Convenor came, and is so still: its story was over by then. */
export const wasOver = ({ state, closedAt }: PullFacts, installedAt: string): boolean =>
  state !== 'open' && closedAt !== null && Date.parse(closedAt) < Date.parse(installedAt);

/** Whether a ledger knows already all that is to be written down of a pull request that is left in peace. */
export function hasNothingNew(ledger: readonly Line[], pull: PullFacts): boolean {
  const head = ledger.findLast((line) => line.kind === 'head-seen')?.commit;
  const state = ledger.findLast((line) => line.kind === 'pull')?.state ?? 'open';
  return head === pull.head && state === pull.state;
}
