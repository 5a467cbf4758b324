import { unprocessable } from '../errors.js';
import { needAccount, needPull, needRepository } from '../state/find.js';
import { actorId } from '../state/access.js';
import type { GitHub } from '../state/github.js';
import type { Caller, PullRequest, ReviewComment } from '../state/types.js';
import { demandMove, demandPush } from './branch-rules.js';
import { commitFiles, personOf } from './commit-files.js';
import { moveRef } from './move-ref.js';
import { textAt } from './outdate.js';

/** The lines that a comment suggests in place of those it stands on; null where it suggests nothing. */
export function suggestionOf(body: string): string[] | null {
  const block = /^(`{3,}|~{3,})suggestion(?:[ \t][^\n]*)?\r?\n([\s\S]*?)^\1\s*$/m.exec(body);
  if (block === null) return null;
  const text = (block[2] ?? '').replaceAll('\r\n', '\n');
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** The lines that a comment was written on, without the diff's signs. */
export function commentedLines({ diffHunk, originalStartLine, originalLine }: ReviewComment): string[] {
  const count = originalLine === null ? 1 : originalLine - (originalStartLine ?? originalLine) + 1;
  return diffHunk
    .split('\n')
    .slice(-count)
    .map((line) => line.slice(1));
}

export function acceptSuggestion(github: GitHub, caller: Caller, comment: ReviewComment): PullRequest {
  const { state } = github;
  const pull = needPull(state, comment.repositoryId, comment.number);
  const lines = suggestionOf(comment.body);
  if (lines === null) throw unprocessable('The comment has no suggestion.');
  if (comment.line === null || comment.side === 'LEFT') throw unprocessable('The suggestion is outdated.');
  if (pull.state === 'closed' || pull.head.repositoryId === null) throw unprocessable('The pull request is closed.');
  const head = needRepository(state, pull.head.repositoryId);
  demandPush(github, caller, head, pull.head.ref);
  const text = textAt(state.objects, pull.head.oid, comment.path);
  if (text === null) throw unprocessable('The suggestion is outdated.');
  const all = text.split('\n');
  const first = comment.startLine ?? comment.line;
  all.splice(first - 1, comment.line - first + 1, ...lines);
  const { oid } = commitFiles(github, caller, {
    tree: treeOfHead(github, pull),
    parents: [pull.head.oid],
    files: { [comment.path]: all.join('\n') },
    message: messageFor(github, caller, comment),
    byGitHub: true,
  });
  demandMove(github, caller, head, pull.head.ref, oid);
  moveRef(github, actorId(caller), head, `refs/heads/${pull.head.ref}`, oid);
  resolveAccepted(github, caller, pull, comment);
  return pull;
}

function treeOfHead(github: GitHub, pull: PullRequest): string {
  const commit = github.state.objects.get(pull.head.oid);
  if (commit?.type !== 'commit') throw unprocessable('The head of the pull request is gone.');
  return commit.tree;
}

/** Who suggested is named, unless they accept it themselves. */
function messageFor(github: GitHub, caller: Caller, comment: ReviewComment): string {
  const title = `Update ${comment.path}`;
  if (comment.authorId === null || comment.authorId === actorId(caller)) return title;
  const { name, email } = personOf(needAccount(github.state, comment.authorId));
  return `${title}\n\nCo-authored-by: ${name} <${email}>`;
}

/** An accepted suggestion resolves its thread. */
function resolveAccepted(github: GitHub, caller: Caller, pull: PullRequest, { threadId }: ReviewComment): void {
  const thread = pull.reviewThreads.find(({ id }) => id === threadId);
  if (thread?.resolvedAt !== null) return;
  thread.resolvedAt = github.now;
  thread.resolvedById = actorId(caller);
  const where = { repositoryId: pull.repositoryId, senderId: actorId(caller), number: pull.number };
  github.emit({ event: 'pull_request_review_thread', action: 'resolved', threadId, ...where });
}
