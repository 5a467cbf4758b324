import type * as Schema from '@octokit/graphql-schema';

import type { FieldsOf } from '../context.js';
import { connection, type PageArgs } from '../connection.js';
import { closingPulls } from '../closing.js';
import { on, type IssueSource } from '../sources.js';
import { NUMBERED } from './numbered.js';
import { timelineItems } from './timeline.js';

export const Issue = {
  ...NUMBERED,
  state: ({ value }) => value.state.toUpperCase(),
  stateReason: ({ value }, { enableDuplicate }: { enableDuplicate?: boolean | null }) => {
    // Who did not ask for duplicates is told that it was not planned.
    if (value.stateReason === 'duplicate' && enableDuplicate !== true) return 'NOT_PLANNED';
    return value.stateReason?.toUpperCase() ?? null;
  },
  isPinned: () => false,
  parent: () => null,
  closedByPullRequestsReferences: (
    { repository, value },
    args: PageArgs & Pick<Schema.IssueClosedByPullRequestsReferencesArgs, 'includeClosedPrs' | 'userLinkedOnly'>,
    { state },
  ) => {
    // Links that somebody made by hand do not exist in the sandbox.
    const linked = args.userLinkedOnly === true ? [] : closingPulls(state, repository, value);
    const pulls = linked.filter((pull) => args.includeClosedPrs === true || pull.state === 'open');
    return connection(pulls, args, {
      key: ({ pullId }) => pullId,
      node: (pull) => on('PullRequest', repository, pull),
    });
  },
  timelineItems,
} satisfies FieldsOf<Schema.Issue, IssueSource>;
