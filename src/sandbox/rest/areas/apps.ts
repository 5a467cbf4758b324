import { z } from 'zod';

import { forbidden, notFound, unauthenticated } from '../../errors.js';
import { appJson, installationJson } from '../../json/accounts.js';
import { repositoryJson } from '../../json/repository.js';
import { installationReaches } from '../../state/access.js';
import { repositoryByName } from '../../state/find.js';
import type { Account, App, GitHubState, Installation, Repository } from '../../state/types.js';
import { given, readBody } from '../body.js';
import { accountOf, found, installationOf, organizationOf, param } from '../lookup.js';
import { paged, wrapped } from '../paging.js';
import { created, movedTo, ok } from '../replies.js';
import { type Call, open, type RouteMap } from '../route.js';

const access = z.enum(['read', 'write', 'admin']);
const newToken = z.object({
  permissions: z.record(z.string(), access).nullish(),
  repositories: z.array(z.string()).nullish(),
  repository_ids: z.array(z.number().int()).nullish(),
});

/** The app about itself, its installations, and what an installation sees. */
export const apps = {
  'apps/get-authenticated': open((call) => {
    const app = callingApp(call);
    return ok({ ...appJson(call.state, app), installations_count: installationsOf(call.state, app).length });
  }),

  'apps/get-by-slug': open((call) =>
    ok(
      appJson(
        call.state,
        found([...call.state.apps.values()], ({ slug }) => slug === param(call, 'app_slug')),
      ),
    ),
  ),

  'apps/list-installations': open((call) =>
    paged(call, installationsOf(call.state, callingApp(call)), (one) => installationJson(call.state, one)),
  ),

  'apps/get-installation': open((call) => ok(installationJson(call.state, installationOf(call, callingApp(call).id)))),

  'apps/get-repo-installation': open((call) => {
    const app = callingApp(call);
    const named = repositoryByName(call.state, param(call, 'owner'), param(call, 'repo'));
    if (named === null) throw notFound();
    const covering = found(installationsOf(call.state, app), (one) => covers(one, named.repository));
    if (named.moved) throw movedTo(call, named.repository.id);
    return ok(installationJson(call.state, covering));
  }),

  'apps/get-org-installation': open((call) => accountInstallation(call, organizationOf(call).account)),
  'apps/get-user-installation': open((call) => accountInstallation(call, accountOf(call, param(call, 'username')))),

  'apps/create-installation-access-token': open((call) => {
    const installation = installationOf(call, callingApp(call).id);
    if (installation.suspendedAt !== null) throw forbidden('This installation has been suspended');
    const input = readBody(call, newToken);
    const { token, expiresAt, permissions, repositoryIds } = call.actions.createInstallationToken(call.caller, {
      installationId: installation.id,
      ...given({
        permissions: input.permissions,
        repositories: input.repositories,
        repositoryIds: input.repository_ids,
      }),
    });
    const chosen = repositoryIds?.flatMap((id) => call.state.repositories.get(id) ?? []);
    return created({
      token,
      expires_at: expiresAt,
      permissions,
      repository_selection: repositoryIds === null && installation.repositoryIds === null ? 'all' : 'selected',
      ...(chosen === undefined ? {} : { repositories: chosen.map((one) => repositoryJson(call.state, one)) }),
    });
  }),

  'apps/list-repos-accessible-to-installation': open((call) => {
    const { caller, state } = call;
    if (caller.kind === 'anonymous') throw unauthenticated();
    if (caller.kind !== 'installation') {
      throw forbidden(
        'You must authenticate with an installation access token in order to list repositories for an installation.',
      );
    }
    const seen = [...state.repositories.values()].filter((one) => installationReaches(state, caller, one));
    const reply = wrapped(call, 'repositories', seen, (one) => repositoryJson(state, one, caller));
    const all = state.installations.get(caller.installationId)?.repositoryIds === null && caller.repositoryIds === null;
    return { ...reply, body: { ...(reply.body as object), repository_selection: all ? 'all' : 'selected' } };
  }),
} satisfies RouteMap;

/** The app whose JSON Web Token this is. @throws GitHubError 401 for any other credential. */
export function callingApp({ state, caller }: Call): App {
  if (caller.kind !== 'app') throw unauthenticated('A JSON web token could not be decoded');
  const app = state.apps.get(caller.appId);
  if (app === undefined) throw unauthenticated('Integration not found');
  return app;
}

const installationsOf = (state: GitHubState, app: App): Installation[] =>
  [...state.installations.values()].filter(({ appId }) => appId === app.id);

function accountInstallation(call: Call, account: Account) {
  const app = callingApp(call);
  const one = installationsOf(call.state, app).find(({ accountId }) => accountId === account.id);
  if (one === undefined) throw notFound();
  return ok(installationJson(call.state, one));
}

const covers = ({ accountId, repositoryIds }: Installation, repository: Repository): boolean =>
  accountId === repository.ownerId && (repositoryIds === null || repositoryIds.has(repository.id));
