import type { GitHubClient } from './clients.js';
import type { Mutation } from './mutation.js';
import { present } from './read.js';
import { Refused } from './refused.js';

/** What tells whether a pull request is Convenor's own. */
interface Whose {
  viewerDidAuthor: boolean;
  isCrossRepository: boolean;
}

/** Convenor's own among the pull requests of a branch, in their order: a fork may have a branch of the same name. */
export const ownAmong = <Pull extends Whose>(nodes: readonly (Pull | null)[] | null | undefined): Pull[] =>
  present(nodes).filter(({ viewerDidAuthor, isCrossRepository }) => viewerDidAuthor && !isCrossRepository);

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/** How a pull request stands. */
export type PullState = (typeof STATES)[keyof typeof STATES];

/** How a pull request stands, of GitHub's word for it. */
export const pullState = (raw: keyof typeof STATES): PullState => STATES[raw];

/**
 * Writes that open a pull request of Convenor's own from a branch. A list of pull requests may lag behind, so one that is
 * there already is no failure: it is the one that we have opened.
 * @param opening the payload of the field that opens it
 * @throws {Refused} where GitHub does not let the app
 */
export async function runOpening(client: GitHubClient, mutation: Mutation, opening: unknown): Promise<void> {
  const { errors } = await mutation.run(client);
  for (const [alias, { message }] of errors) {
    if (mutation.payload(alias) === opening && /already exists/i.test(message)) errors.delete(alias);
  }
  const failure = mutation.failure(errors);
  if (failure) throw failure;
}

/**
 * That a branch with the name of Convenor's own is not as it left it: what somebody else has put there is never written over.
 * @param next what somebody does about it, as a sentence
 */
export const notAsLeft = (branch: string, next: string): Refused =>
  new Refused('forbidden', `The branch ${branch} is there already, and it is not as Convenor left it.`, next);
