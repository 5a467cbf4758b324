import { unprocessable } from '../errors.js';
import { pullFiles } from '../state/derive.js';
import type { DiffSide, GitHubState, PullRequest } from '../state/types.js';

/**
 * The line that an old `position` means: the count of lines below the file's first hunk header, later headers included.
 * @throws GitHubError 422 where the diff has no such position.
 */
export function lineOfPosition(
  state: GitHubState,
  pull: PullRequest,
  path: string,
  position: number,
): { line: number; side: DiffSide } {
  const file = pullFiles(state, pull).find((one) => one.path === path);
  let [left, right] = [0, 0];
  for (const [index, text] of (file?.patch ?? '').split('\n').entries()) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(text);
    if (header) [left, right] = [Number(header[1]) - 1, Number(header[2]) - 1];
    if (!header && !text.startsWith('+') && !text.startsWith('\\')) left += 1;
    if (!header && !text.startsWith('-') && !text.startsWith('\\')) right += 1;
    if (index === position && !header)
      return text.startsWith('-') ? { line: left, side: 'LEFT' } : { line: right, side: 'RIGHT' };
  }
  throw unprocessable('Unprocessable Entity', [
    {
      resource: 'PullRequestReviewComment',
      field: 'position',
      code: 'invalid',
      message: 'Position could not be resolved',
    },
  ]);
}
