import type { Resolve } from './context.js';
import { CHECK_MUTATIONS } from './mutations/checks.js';
import { COMMENT_MUTATIONS } from './mutations/comments.js';
import { GIT_MUTATIONS } from './mutations/git.js';
import { ISSUE_MUTATIONS } from './mutations/issues.js';
import { LABEL_MUTATIONS } from './mutations/labels.js';
import { PULL_MUTATIONS } from './mutations/pulls.js';
import { REVIEW_MUTATIONS } from './mutations/reviews.js';
import { THREAD_MUTATIONS } from './mutations/threads.js';
import { Bot, User } from './types/accounts.js';
import { App } from './types/apps.js';
import { CheckAnnotation, CheckRun, CheckSuite } from './types/checks.js';
import { IssueComment } from './types/comments.js';
import { Commit, GitActor } from './types/commits.js';
import { Discussion, DiscussionCategory, DiscussionComment } from './types/discussions.js';
import { EVENTS } from './types/events.js';
import { Issue } from './types/issues.js';
import { Label } from './types/labels.js';
import { Organization, Team } from './types/organizations.js';
import { PullRequestChangedFile, PullRequestCommit, ReviewRequest } from './types/pull-parts.js';
import { PullRequest } from './types/pulls.js';
import { Query } from './types/query.js';
import { Reaction, ReactionGroup } from './types/reactions.js';
import { Ref } from './types/refs.js';
import { Repository } from './types/repository.js';
import { PullRequestReview, PullRequestReviewComment, PullRequestReviewThread } from './types/reviews.js';
import { StatusCheckRollup, StatusContext } from './types/rollup.js';
import { RepositoryRuleset } from './types/rulesets.js';
import { Blob, Tree, TreeEntry } from './types/trees.js';
import { UserContentEdit } from './types/written.js';

const Mutation = {
  ...CHECK_MUTATIONS,
  ...COMMENT_MUTATIONS,
  ...GIT_MUTATIONS,
  ...ISSUE_MUTATIONS,
  ...LABEL_MUTATIONS,
  ...PULL_MUTATIONS,
  ...REVIEW_MUTATIONS,
  ...THREAD_MUTATIONS,
};

/** All that the sandbox serves: by type, then by field. Connections and payloads answer with their own properties. */
export const RESOLVERS: ReadonlyMap<string, Readonly<Record<string, Resolve<never>>>> = new Map(
  Object.entries({
    App,
    Blob,
    Bot,
    CheckAnnotation,
    CheckRun,
    CheckSuite,
    Commit,
    Discussion,
    DiscussionCategory,
    DiscussionComment,
    ...EVENTS,
    GitActor,
    Issue,
    IssueComment,
    Label,
    Mutation,
    Organization,
    PullRequest,
    PullRequestChangedFile,
    PullRequestCommit,
    PullRequestReview,
    PullRequestReviewComment,
    PullRequestReviewThread,
    Query,
    Reaction,
    ReactionGroup,
    Ref,
    Repository,
    RepositoryRuleset,
    ReviewRequest,
    StatusCheckRollup,
    StatusContext,
    Team,
    Tree,
    TreeEntry,
    User,
    UserContentEdit,
  }),
);
