import { expect } from 'vitest';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { treeOf } from '../../src/sandbox/git/compare.js';
import { readObject } from '../../src/sandbox/git/objects.js';
import { flattenTree } from '../../src/sandbox/git/trees.js';
import type { IssueHandle, PullRequestHandle } from '../../src/sandbox/people.js';
import { ROSTER } from './places.js';

/** The roster as it stands at a commit. */
export function rosterAt({ sandbox }: Stage, commit: string): string {
  const { objects } = sandbox.state;
  const file = [...flattenTree(objects, treeOf(objects, commit))].find(([path]) => path === ROSTER);
  const blob = file && readObject(objects, 'blob', file[1].oid);
  return blob ? Buffer.from(blob.bytes).toString('utf8') : '';
}

/** Convenor's own pull request for an issue; fails where there is none. */
export function rosterPull(stage: Stage, issue: IssueHandle): PullRequestHandle {
  const found = [...stage.repo.issues.values()].filter(
    (one) => one.kind === 'pull' && one.head.ref === `convenor/ladder-${issue.number}`,
  );
  expect(found).toHaveLength(1);
  return stage.world.pull(stage.repo, found[0]?.number ?? 0);
}

/** What a text has more often than another, line by line. */
export function added(before: string, after: string): string[] {
  const left = before.split('\n');
  return after.split('\n').flatMap((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1 ? [line.trim()] : [];
  });
}
