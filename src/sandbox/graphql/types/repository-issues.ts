import type * as Schema from '@octokit/graphql-schema';

import type { Instant, Issue, IssueOrPull, Label, PullRequest, Repository } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context, FieldsOf } from '../context.js';
import { refusal } from '../errors.js';
import { sorted, type Order } from '../order.js';
import { needs, READ } from '../permissions.js';
import { issueSource, on, type RepositorySource } from '../sources.js';

/** What `IssueOrder` and `PullRequestOrder` sort by. */
const ORDERS = {
  CREATED_AT: ({ createdAt, number }: IssueOrPull) => `${createdAt}/${String(number).padStart(9, '0')}`,
  UPDATED_AT: ({ updatedAt, number }: IssueOrPull) => `${updatedAt}/${String(number).padStart(9, '0')}`,
  COMMENTS: ({ comments }: IssueOrPull) => comments.length,
};

/** GitHub's words for a number that leads nowhere. */
const noSuch = (what: string, number: number): Error =>
  refusal('NOT_FOUND', `Could not resolve to ${what} with the number of ${number}.`);

const isIssue = (issue: IssueOrPull): issue is Issue => issue.kind === 'issue';
const isPull = (issue: IssueOrPull): issue is PullRequest => issue.kind === 'pull';

/** Carries one of these labels: GitHub's filters join them with "or". */
function carries({ labels }: Repository, issue: IssueOrPull, names: readonly string[] | null | undefined): boolean {
  if (!names) return true;
  const own = issue.labelIds.map((id) => labels.get(id)?.name.toLowerCase());
  return names.some((name) => own.includes(name.toLowerCase()));
}

/** Of `IssueFilters`, what is served. */
type Filters = Pick<Schema.IssueFilters, 'assignee' | 'createdBy' | 'labels' | 'states'> & { since?: Instant | null };

interface IssueArgs extends PageArgs {
  labels?: readonly string[] | null;
  states?: readonly string[] | null;
  orderBy?: Order | null;
}

function labelByName(repository: Repository, name: string): Label | undefined {
  return [...repository.labels.values()].find((label) => label.name.toLowerCase() === name.toLowerCase());
}

function issuesOf({ state }: Context, repository: Repository, args: IssueArgs, filter: Filters): Issue[] {
  const { labels, states } = args;
  const { createdBy, since, assignee, labels: filterLabels, states: filterStates } = filter;
  const login = (id: number | null): string | undefined =>
    id === null ? undefined : state.accounts.get(id)?.login.toLowerCase();
  return [...repository.issues.values()]
    .filter(isIssue)
    .filter((issue) => carries(repository, issue, labels) && carries(repository, issue, filterLabels))
    .filter((issue) =>
      [states, filterStates].every((some) => !some || some.includes(issue.state.toUpperCase() as never)),
    )
    .filter(({ authorId }) => createdBy == null || login(authorId) === createdBy.toLowerCase())
    .filter(({ updatedAt }) => since == null || Date.parse(updatedAt) >= Date.parse(since))
    .filter(({ assigneeIds }) => {
      if (assignee == null) return true;
      if (assignee === '*') return assigneeIds.length > 0;
      return assigneeIds.some((id) => login(id) === assignee.toLowerCase());
    });
}

/** Issues, pull requests and labels of a repository. */
export const issueFields = {
  issue: ({ repository }, { number }: Schema.RepositoryIssueArgs, context) => {
    needs(context, repository, READ.issues);
    const found = repository.issues.get(number);
    if (found?.kind !== 'issue') throw noSuch('an Issue', number);
    return on('Issue', repository, found);
  },
  issueOrPullRequest: ({ repository }, { number }: Schema.RepositoryIssueOrPullRequestArgs, context) => {
    needs(context, repository, READ.conversation);
    const found = repository.issues.get(number);
    if (!found) throw noSuch('an issue or pull request', number);
    return issueSource(repository, found);
  },
  pullRequest: ({ repository }, { number }: Schema.RepositoryPullRequestArgs, context) => {
    needs(context, repository, READ.pulls);
    const found = repository.issues.get(number);
    if (found?.kind !== 'pull') throw noSuch('a PullRequest', number);
    return on('PullRequest', repository, found);
  },
  issues: ({ repository }, args: IssueArgs & { filterBy?: Filters | null }, context) => {
    needs(context, repository, READ.issues);
    const found = issuesOf(context, repository, args, args.filterBy ?? {});
    return connection(sorted(found, args.orderBy, ORDERS), args, {
      key: ({ number }) => number,
      node: (issue) => on('Issue', repository, issue),
    });
  },
  pullRequests: (
    { repository },
    args: IssueArgs & { baseRefName?: string | null; headRefName?: string | null },
    context,
  ) => {
    needs(context, repository, READ.pulls);
    const { baseRefName, headRefName, labels, states } = args;
    const found = [...repository.issues.values()]
      .filter(isPull)
      .filter((pull) => !states || states.includes(pull.mergedAt === null ? pull.state.toUpperCase() : 'MERGED'))
      .filter((pull) => baseRefName == null || pull.base.ref === baseRefName)
      .filter((pull) => headRefName == null || pull.head.ref === headRefName)
      .filter((pull) => carries(repository, pull, labels));
    return connection(sorted(found, args.orderBy, ORDERS), args, {
      key: ({ number }) => number,
      node: (pull) => on('PullRequest', repository, pull),
    });
  },
  label: ({ repository }, { name }: Schema.RepositoryLabelArgs, context) => {
    needs(context, repository, READ.conversation);
    const found = labelByName(repository, name);
    return found ? on('Label', repository, found) : null;
  },
  labels: ({ repository }, args: PageArgs & { query?: string | null; orderBy?: Order | null }, context) => {
    needs(context, repository, READ.conversation);
    const query = args.query?.toLowerCase() ?? '';
    const found = [...repository.labels.values()].filter(
      ({ name, description }) =>
        name.toLowerCase().includes(query) || (description ?? '').toLowerCase().includes(query),
    );
    const order = { CREATED_AT: ({ id }: Label) => id, NAME: ({ name }: Label) => name.toLowerCase() };
    return connection(sorted(found, args.orderBy, order), args, {
      key: ({ id }) => id,
      node: (label) => on('Label', repository, label),
    });
  },
} satisfies FieldsOf<Schema.Repository, RepositorySource>;
