import type * as Schema from '@octokit/graphql-schema';

import type { App as AppState, GitHubState } from '../../state/types.js';
import type { FieldsOf } from '../context.js';
import { databaseId } from '../sources.js';
import { avatarUrl } from '../urls.js';

export interface AppSource {
  readonly __typename: 'App';
  readonly app: AppState;
}

export function appSource(state: GitHubState, id: number): AppSource | null {
  const app = state.apps.get(id);
  return app ? { __typename: 'App', app } : null;
}

export const App = {
  id: ({ app }) => app.nodeId,
  databaseId: ({ app }) => databaseId(app.id),
  clientId: ({ app }) => app.clientId,
  slug: ({ app }) => app.slug,
  name: ({ app }) => app.name,
  description: ({ app }) => app.description,
  createdAt: ({ app }) => app.createdAt,
  updatedAt: ({ app }) => app.createdAt,
  logoBackgroundColor: () => 'ffffff',
  logoUrl: ({ app }, { size }: Schema.AppLogoUrlArgs, { state }) => avatarUrl(state, app.botId, size),
  url: ({ app }) => app.externalUrl,
} satisfies FieldsOf<Schema.App, AppSource>;
