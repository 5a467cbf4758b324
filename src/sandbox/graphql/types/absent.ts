import type * as Schema from '@octokit/graphql-schema';

import { connection, type PageArgs } from '../connection.js';
import type { FieldsOf, Resolve } from '../context.js';
import type { IssueSource, PullSource, RepositorySource } from '../sources.js';

/*
 * What clients ask for by habit and the sandbox has none of: an empty answer is the true one here. A field stands here
 * only if nothing that can be done in the sandbox could ever fill it.
 */

/** A connection without items. All arguments count as read: they filter what is not there. */
const none: Resolve<unknown> = (_source, args: PageArgs) =>
  connection<never>([], { ...args }, { key: () => 0, node: (item) => item });

export const ABSENT_FROM_REPOSITORY = {
  branchProtectionRules: none,
  codeOfConduct: () => null,
  deleteBranchOnMerge: () => false,
  hasProjectsEnabled: () => false,
  hasWikiEnabled: () => false,
  homepageUrl: () => null,
  isUserConfigurationRepository: () => false,
  issueTemplates: () => [],
  latestRelease: () => null,
  licenseInfo: () => null,
  mergeQueue: () => null,
  milestones: none,
  mirrorUrl: () => null,
  primaryLanguage: () => null,
  pullRequestTemplates: () => [],
  releases: none,
  repositoryTopics: none,
  stargazerCount: () => 0,
  templateRepository: () => null,
} satisfies FieldsOf<Schema.Repository, RepositorySource>;

export const ABSENT_FROM_NUMBERED = {
  milestone: () => null,
  projectCards: none,
  projectItems: none,
  projectsV2: none,
} satisfies FieldsOf<Schema.Issue & Schema.PullRequest, IssueSource | PullSource>;
