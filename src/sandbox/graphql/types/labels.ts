import type * as Schema from '@octokit/graphql-schema';

import type { FieldsOf } from '../context.js';
import { repositorySource, type LabelSource } from '../sources.js';
import { repositoryPath } from '../urls.js';

export const Label = {
  id: ({ value }) => value.nodeId,
  name: ({ value }) => value.name,
  color: ({ value }) => value.color,
  description: ({ value }) => value.description,
  isDefault: ({ value }) => value.isDefault,
  repository: ({ repository }) => repositorySource(repository),
  url: ({ repository, value }, _args, { state }) =>
    `${state.urls.web}${repositoryPath(state, repository)}/labels/${encodeURIComponent(value.name)}`,
  resourcePath: ({ repository, value }, _args, { state }) =>
    `${repositoryPath(state, repository)}/labels/${encodeURIComponent(value.name)}`,
} satisfies FieldsOf<Schema.Label, LabelSource>;
