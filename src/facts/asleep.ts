import type { RawPull } from '../github/queries/snapshot.js';
import { present } from '../github/read.js';
import type { Conversation } from './conversation.js';
import { saidByAssigning } from './assignments.js';
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
  if (saidByAssigning(pull).some(({ at }) => since(at))) return false;
  return !present(pull.commits.nodes).some(({ commit }) => since(commit.committedDate));
}
