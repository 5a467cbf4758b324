import { apps } from './areas/apps.js';
import { assignees } from './areas/assignees.js';
import { branches } from './areas/branches.js';
import { checks } from './areas/checks.js';
import { comments } from './areas/comments.js';
import { commits } from './areas/commits.js';
import { contents } from './areas/contents.js';
import { deliveries } from './areas/deliveries.js';
import { gitObjects } from './areas/git-objects.js';
import { gitRefs, listRefs } from './areas/git-refs.js';
import { issueEvents } from './areas/issue-events.js';
import { issues } from './areas/issues.js';
import { labels } from './areas/labels.js';
import { meta } from './areas/meta.js';
import { orgs } from './areas/orgs.js';
import { pulls } from './areas/pulls.js';
import { reactions } from './areas/reactions.js';
import { requestedReviewers } from './areas/requested-reviewers.js';
import { repositories } from './areas/repositories.js';
import { repositoryLists } from './areas/repository-lists.js';
import { reviewComments } from './areas/review-comments.js';
import { reviews } from './areas/reviews.js';
import { rulesets } from './areas/rulesets.js';
import { search } from './areas/search.js';
import { statuses } from './areas/statuses.js';
import { teams } from './areas/teams.js';
import { users } from './areas/users.js';
import { OPERATIONS, type OperationId } from './operations.js';
import { bySpecificity, compile, match, type Pattern } from './paths.js';
import type { Route } from './route.js';

/** Every operation of the table has its route: the compiler says so. */
const ROUTES: Readonly<Record<OperationId, Route>> = {
  ...apps,
  ...assignees,
  ...branches,
  ...checks,
  ...comments,
  ...commits,
  ...contents,
  ...deliveries,
  ...gitObjects,
  ...gitRefs,
  ...issueEvents,
  ...issues,
  ...labels,
  ...meta,
  ...orgs,
  ...pulls,
  ...reactions,
  ...repositories,
  ...repositoryLists,
  ...requestedReviewers,
  ...reviewComments,
  ...reviews,
  ...rulesets,
  ...search,
  ...statuses,
  ...teams,
  ...users,
};

interface Entry {
  template: string;
  pattern: Pattern;
  route: Route;
  docs: string;
}

const entry = (method: string, template: string, route: Route, docs: string): Entry => ({
  template,
  pattern: compile(method, template),
  route,
  docs: `https://docs.github.com/rest/${docs}`,
});

const ENTRIES: readonly Entry[] = [
  ...(Object.keys(ROUTES) as OperationId[]).map((id) => {
    const { method, path, docs } = OPERATIONS[id];
    return entry(method, path, ROUTES[id], docs);
  }),
  entry('GET', '/repos/{owner}/{repo}/git/refs', listRefs, 'git/refs'),
  entry('GET', '/repos/{owner}/{repo}/git/refs/{+ref}', listRefs, 'git/refs'),
].sort((one, other) => bySpecificity(one.template, other.template));

export interface Found {
  route: Route;
  params: Record<string, string>;
  /** The page that error replies name. */
  docs: string;
}

/** The route of a request; null where GitHub has nothing there. */
export function findRoute(method: string, path: string): Found | null {
  for (const { pattern, route, docs } of ENTRIES) {
    const params = match(pattern, method, path);
    if (params !== null) return { route, params, docs };
  }
  return null;
}
