import { readObject } from '../git/objects.js';
import { followLine, hunkAt } from '../git/positions.js';
import { entryAt } from '../git/trees.js';
import { pullFiles, pullMergeBase } from '../state/derive.js';
import type { GitHub } from '../state/github.js';
import type { ObjectStore, Oid, PullRequest, ReviewThread } from '../state/types.js';

/** After a push: threads follow their lines, and those whose lines changed or left the diff are outdated. */
export function outdateThreads(github: GitHub, pull: PullRequest): void {
  const { objects } = github.state;
  for (const thread of pull.reviewThreads) {
    const first = pull.reviewComments.find((comment) => comment.threadId === thread.id);
    if (thread.outdated || first === undefined) continue;
    const target = thread.side === 'LEFT' ? pullMergeBase(github.state, pull) : pull.head.oid;
    const before = textAt(objects, first.originalCommitOid, thread.path);
    const after = textAt(objects, target, thread.path);
    const follow = (line: number | null): number | null =>
      line === null || before === null || after === null || thread.side === 'LEFT'
        ? line
        : followLine(before, after, line);
    const place = { line: follow(thread.originalLine), startLine: follow(thread.originalStartLine) };
    const stands =
      after !== null &&
      (thread.subjectType === 'file' ||
        (inDiff(github, pull, thread, place.line) &&
          (place.startLine === null) === (thread.originalStartLine === null)));
    thread.outdated = !stands;
    Object.assign(thread, stands ? place : { line: null, startLine: null });
    for (const comment of pull.reviewComments.filter(({ threadId }) => threadId === thread.id)) {
      comment.line = thread.line;
      comment.startLine = thread.startLine;
      if (stands) comment.commitOid = pull.head.oid;
    }
  }
}

function inDiff(github: GitHub, pull: PullRequest, thread: ReviewThread, line: number | null): boolean {
  const patch = pullFiles(github.state, pull).find(({ path }) => path === thread.path)?.patch ?? null;
  return patch !== null && line !== null && hunkAt(patch, { number: line, side: thread.side }) !== null;
}

/** The text of a file in a commit; null where there is none. */
export function textAt(objects: ObjectStore, commit: Oid, path: string): string | null {
  const tree = readObject(objects, 'commit', commit)?.tree;
  const entry = tree === undefined ? null : entryAt(objects, tree, path);
  const blob = entry && readObject(objects, 'blob', entry.oid);
  return blob && Buffer.from(blob.bytes).toString('utf8');
}
