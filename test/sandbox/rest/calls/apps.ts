import { expect } from 'vitest';

import type { Bench } from '../bench.js';

const HERE = { owner: 'open-spec', repo: 'protocol' };

/** The app about itself, its installation and its deliveries. */
export async function callApps(bench: Bench): Promise<void> {
  const { rest: app } = bench.client('app');
  const { rest: installed } = bench.client('installation');
  const { rest: dan } = bench.client('dan');

  const { data: self } = await app.apps.getAuthenticated();
  expect(self).toMatchObject({ slug: 'scribe', owner: { login: 'open-spec' } });
  await dan.apps.getBySlug({ app_slug: 'scribe' });
  await app.apps.getWebhookConfigForApp();

  const { data: installations } = await app.apps.listInstallations();
  expect(installations.map(({ id }) => id)).toEqual([bench.installation.id]);
  await app.apps.getInstallation({ installation_id: bench.installation.id });
  const { data: covering } = await app.apps.getRepoInstallation(HERE);
  expect(covering.id).toBe(bench.installation.id);
  await app.apps.getOrgInstallation({ org: 'open-spec' });
  const onUser = bench.actions.installApp({ app: bench.app, account: bench.people.dan, repositories: null });
  const { data: dans } = await app.apps.getUserInstallation({ username: 'dan' });
  expect(dans.id).toBe(onUser.id);

  const { data: narrow } = await app.apps.createInstallationAccessToken({
    installation_id: bench.installation.id,
    repositories: ['protocol'],
    permissions: { issues: 'read' },
  });
  expect(narrow).toMatchObject({ repository_selection: 'selected', permissions: { issues: 'read', metadata: 'read' } });
  const { data: seen } = await installed.apps.listReposAccessibleToInstallation();
  expect(seen.repositories.map((one) => one.full_name)).toEqual(['open-spec/protocol']);

  await deliveries(bench);
}

async function deliveries(bench: Bench): Promise<void> {
  const { rest: app } = bench.client('app');
  const sent = { at: '2026-01-05T09:30:00Z', redelivery: false, durationSeconds: 0.4 };
  bench.sandbox.state.deliveries.push({
    id: 1,
    guid: 'a2b1c0d0-0000-4000-8000-000000000001',
    appId: bench.app.id,
    hookId: bench.app.webhook.id,
    installationId: bench.installation.id,
    repositoryId: bench.repository.id,
    event: 'push',
    action: null,
    payload: '{"ref":"refs/heads/main"}',
    signature: 'sha256=0',
    createdAt: sent.at,
    state: 'delivered',
    attempts: [
      { id: 101, status: 500, ...sent },
      { id: 102, status: 200, ...sent, redelivery: true },
    ],
  });
  const { data: first, headers } = await app.apps.listWebhookDeliveries({ per_page: 1 });
  expect(first).toMatchObject([{ id: 102, status: 'OK', redelivery: true }]);
  const cursor = /cursor=(\w+)/.exec(headers.link ?? '')?.[1] ?? '';
  const { data: second } = await app.apps.listWebhookDeliveries({ per_page: 1, cursor });
  expect(second).toMatchObject([{ id: 101, status_code: 500 }]);
  const { data: one } = await app.apps.getWebhookDelivery({ delivery_id: 101 });
  expect(one.request.payload).toEqual({ ref: 'refs/heads/main' });
  expect((await app.apps.redeliverWebhookDelivery({ delivery_id: 101 })).status).toBe(202);
}
