import { markerOf } from '../../facts/texts.js';
import type { PullRequestHandle, Person } from '../people.js';
import type { ReviewComment } from '../state/types.js';
import { Refused, type PullMove } from './move.js';

/** Does on a pull request what somebody wants. @returns what was done, behind their name. @throws {Refused} and what GitHub refuses */
export async function actOn(pull: PullRequestHandle, who: Person, move: PullMove): Promise<string> {
  switch (move.do) {
    case 'comment':
      await who.comments(pull, move.text);
      return 'commented.';
    case 'review':
      return reviews(pull, who, move);
    case 'push':
      await pushes(pull, who, move);
      return `pushed a new \`${move.to}\`.`;
    case 'accept': {
      const comment = commentIn(pull, move.comment);
      await who.acceptsSuggestion(pull, comment);
      return `accepted the suggestion on \`${comment.path}\`.`;
    }
    case 'resolve':
      await who.resolvesThread(pull, commentIn(pull, move.comment), move.resolved);
      return move.resolved ? 'resolved a thread.' : 'opened a thread again.';
    case 'close':
      await who.closes(pull);
      return 'closed the pull request.';
    case 'reopen':
      await who.reopens(pull);
      return 'opened the pull request again.';
    case 'merge':
      await who.merges(pull);
      return 'merged the pull request.';
    case 'ready':
      await who.marksReady(pull);
      return 'marked it as ready for review.';
    case 'draft':
      await who.marksReady(pull, false);
      return 'marked it as a draft.';
    case 'assign':
      await who.assignsThemselves(pull);
      return 'assigned themselves.';
  }
}

async function pushes(
  pull: PullRequestHandle,
  who: Person,
  { path, to, text, message }: Extract<PullMove, { do: 'push' }>,
): Promise<void> {
  const moved = path === to ? {} : { [path]: null };
  await who.pushes(pull, { files: { ...moved, [to]: text }, message });
}

async function reviews(
  pull: PullRequestHandle,
  who: Person,
  { word, text: body }: Extract<PullMove, { do: 'review' }>,
): Promise<string> {
  if (word === 'approve') await who.approves(pull, { body });
  else await who.requestsChanges(pull, { body });
  return word === 'approve' ? 'approved the changes.' : 'asked for changes.';
}

function commentIn(pull: PullRequestHandle, id: number): ReviewComment {
  const found = pull.now.reviewComments.find((comment) => comment.id === id);
  if (!found) throw new Refused('There is no such comment on a line any more.');
  return found;
}

/**
 * The same move in another world, where comments have other ids: a suggestion of Convenor's is known by its marker.
 * @param from the pull request in the world for which the move was meant, before it was done there
 * @returns null where there is nothing of that kind to do there
 */
export function translated(move: PullMove, from: PullRequestHandle, to: PullRequestHandle): PullMove | null {
  if (move.do !== 'accept' && move.do !== 'resolve') return move;
  const meant = from.now.reviewComments.find(({ id }) => id === move.comment);
  if (!meant) return null;
  const marker = markerOf(meant.body) ?? meant.body;
  const same = to.now.reviewComments.findLast(
    ({ body, path, line }) => path === meant.path && line !== null && (markerOf(body) ?? body) === marker,
  );
  return same ? { ...move, comment: same.id } : null;
}
