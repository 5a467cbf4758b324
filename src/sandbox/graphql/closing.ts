import { fullName } from '../state/find.js';
import type { GitHubState, Issue, PullRequest, Repository } from '../state/types.js';

/** GitHub's keywords before a number, as its "Linking a pull request to an issue" lists them. */
const CLOSES = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:([\w.-]+\/[\w.-]+)#|#)(\d+)\b/gi;

/** The issues of the same repository that a merge of this pull request closes. Only into the default branch. */
export function closingIssues(state: GitHubState, repository: Repository, pull: PullRequest): Issue[] {
  if (pull.base.ref !== repository.defaultBranch) return [];
  const name = fullName(state, repository).toLowerCase();
  const numbers = [...pull.body.matchAll(CLOSES)]
    .filter(([, other]) => other === undefined || other.toLowerCase() === name)
    .map(([, , number]) => Number(number));
  return [...new Set(numbers)].flatMap((number) => {
    const issue = repository.issues.get(number);
    return issue?.kind === 'issue' ? [issue] : [];
  });
}

/** The pull requests whose merge closes this issue. */
export function closingPulls(state: GitHubState, repository: Repository, issue: Issue): PullRequest[] {
  return [...repository.issues.values()].filter(
    (pull): pull is PullRequest => pull.kind === 'pull' && closingIssues(state, repository, pull).includes(issue),
  );
}
