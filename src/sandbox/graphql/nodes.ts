import { canSee } from '../state/access.js';
import type { Demand } from '../state/access.js';
import { findNode, textsOf, type Node } from '../state/nodes.js';
import type { IssueOrPull, Repository } from '../state/types.js';
import type { Context } from './context.js';
import { unresolved } from './errors.js';
import { needs, READ, viewerId } from './permissions.js';
import { accountSource, issueSource, on, repositorySource, teamSource, type ReactableSource } from './sources.js';
import { appSource } from './types/apps.js';
import { needsMembers } from './types/organizations.js';
import type { PullCommitSource } from './types/pull-parts.js';
import { eventSource } from './types/timeline.js';

/** What an app needs to read a node of each kind that belongs to a repository. */
const DEMANDS: Readonly<Record<Extract<Node, { repository: Repository }>['type'], Demand>> = {
  Blob: READ.contents,
  CheckRun: READ.checks,
  CheckSuite: READ.checks,
  Commit: READ.contents,
  Issue: READ.issues,
  IssueComment: READ.conversation,
  Label: READ.conversation,
  PullRequest: READ.pulls,
  PullRequestCommit: READ.pulls,
  PullRequestReview: READ.pulls,
  PullRequestReviewComment: READ.pulls,
  PullRequestReviewThread: READ.pulls,
  Reaction: READ.conversation,
  Ref: READ.contents,
  RepositoryRuleset: READ.metadata,
  StatusContext: READ.statuses,
  TimelineEvent: READ.conversation,
  Tree: READ.contents,
  UserContentEdit: READ.conversation,
};

/**
 * The source of the node with that id.
 * @throws NOT_FOUND where there is none as far as the caller may know; FORBIDDEN where an app may not read its kind.
 */
export function readNode(context: Context, id: string): object {
  const node = findVisible(context, id);
  if (node === null) throw unresolved(id);
  if ('repository' in node) needs(context, node.repository, DEMANDS[node.type]);
  return sourceOf(context, node);
}

/** The node, where the caller may know of it. A pending review is known to its author alone. */
export function findVisible(context: Context, id: string): Node | null {
  const node = findNode(context.state, id);
  if (node === null) return null;
  const repository = node.type === 'Repository' ? node.value : 'repository' in node ? node.repository : null;
  if (repository && !canSee(context.state, context.caller, repository)) return null;
  const pending = node.type === 'PullRequestReview' && node.value.state === 'PENDING';
  return pending && node.value.authorId !== viewerId(context) ? null : node;
}

function sourceOf(context: Context, node: Node): object {
  switch (node.type) {
    case 'User':
    case 'Bot':
    case 'Organization':
      return accountSource(node.value);
    case 'App':
      return appSource(context.state, node.value.id) ?? node;
    case 'Team':
      needsMembers(context, node.value.organizationId);
      return teamSource(node.value);
    case 'Repository':
      return repositorySource(node.value);
    case 'Commit':
    case 'Blob':
      return on(node.type, node.repository, node.oid);
    case 'Tree':
      return on('Tree', node.repository, { oid: node.oid, path: null });
    case 'Ref':
      return on('Ref', node.repository, node.ref);
    case 'PullRequestCommit':
      return on('PullRequestCommit', node.repository, {
        pull: node.value,
        oid: node.oid,
      }) satisfies PullCommitSource;
    case 'TimelineEvent':
      return eventSource(node.repository, node.issue, node.value);
    case 'Reaction': {
      const subject = textsOf(node.issue).find(({ reactions }) => reactions.includes(node.value)) ?? node.issue;
      return on('Reaction', node.repository, {
        reaction: node.value,
        subject: textSource(node.repository, node.issue, subject),
      });
    }
    default:
      return on(node.type, node.repository, node.value);
  }
}

/** The source of one of an issue's or pull request's texts. */
function textSource(
  repository: Repository,
  issue: IssueOrPull,
  text: ReturnType<typeof textsOf>[number],
): ReactableSource {
  if (text === issue) return issueSource(repository, issue);
  if ('diffHunk' in text) return on('PullRequestReviewComment', repository, text);
  if ('submittedAt' in text) return on('PullRequestReview', repository, text);
  if ('kind' in text) return issueSource(repository, text);
  return on('IssueComment', repository, text);
}
