import type * as Schema from '@octokit/graphql-schema';

import type { Repository, Ruleset } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { FieldsOf } from '../context.js';
import { databaseId, repositorySource, type RulesetSource } from '../sources.js';

/** Each thing that a ruleset asks for, as a rule of its own. */
type RuleSource = Readonly<Record<'id' | 'type', string>> & {
  readonly __typename: 'RepositoryRule';
  readonly parameters: object | null;
};

function rulesOf({ requiredChecks, nodeId, ...ruleset }: Ruleset): RuleSource[] {
  const rule = (type: Schema.RepositoryRuleType, parameters: object | null): RuleSource => ({
    __typename: 'RepositoryRule',
    id: `RRU_${Buffer.from(`${nodeId}/${type}`).toString('base64url')}`,
    type,
    parameters,
  });
  const rules: RuleSource[] = [];
  if (ruleset.blockDeletion) rules.push(rule('DELETION', null));
  if (ruleset.blockForcePushes) rules.push(rule('NON_FAST_FORWARD', null));
  if (ruleset.requiredApprovals > 0 || ruleset.requireThreadResolution) {
    rules.push(
      rule('PULL_REQUEST', {
        __typename: 'PullRequestParameters',
        allowedMergeMethods: ['merge', 'squash', 'rebase'],
        dismissStaleReviewsOnPush: false,
        requireCodeOwnerReview: false,
        requireLastPushApproval: false,
        requiredApprovingReviewCount: ruleset.requiredApprovals,
        requiredReviewThreadResolution: ruleset.requireThreadResolution,
      }),
    );
  }
  if (requiredChecks.length > 0) {
    rules.push(
      rule('REQUIRED_STATUS_CHECKS', {
        __typename: 'RequiredStatusChecksParameters',
        doNotEnforceOnCreate: false,
        strictRequiredStatusChecksPolicy: false,
        requiredStatusChecks: requiredChecks.map(({ context, appId }) => ({ context, integrationId: appId })),
      }),
    );
  }
  return rules;
}

export const RepositoryRuleset = {
  id: ({ value }) => value.nodeId,
  databaseId: ({ value }) => databaseId(value.id),
  name: ({ value }) => value.name,
  enforcement: ({ value }) => value.enforcement.toUpperCase(),
  target: () => 'BRANCH',
  source: ({ repository }) => repositorySource(repository),
  conditions: ({ value }) => ({
    refName: {
      include: value.branches.map((name) => (name.startsWith('~') ? name : `refs/heads/${name}`)),
      exclude: [],
    },
    repositoryId: null,
    repositoryName: null,
    repositoryProperty: null,
  }),
  rules: ({ value }, args: PageArgs & Pick<Schema.RepositoryRulesetRulesArgs, 'type'>) => {
    const { type } = args;
    const rules = rulesOf(value).filter((rule) => type == null || rule.type === type);
    return connection(rules, args, { key: ({ id }) => id, node: (rule) => rule });
  },
  createdAt: ({ value }) => value.createdAt,
  updatedAt: ({ value }) => value.updatedAt,
} satisfies FieldsOf<Schema.RepositoryRuleset, RulesetSource>;

export function rulesetConnection(repository: Repository, args: PageArgs): object {
  return connection([...repository.rulesets.values()], args, {
    key: ({ id }) => id,
    node: (value): RulesetSource => ({ __typename: 'RepositoryRuleset', repository, value }),
  });
}
