import { expect } from 'vitest';

import type { Bench } from '../bench.js';

const ORG = { org: 'open-spec' };
const EDITORS = { ...ORG, team_slug: 'editors' };

/** The interface itself, people, organisations and teams. */
export async function callAccounts(bench: Bench): Promise<void> {
  const { rest: nobody } = bench.client('nobody');
  const { rest: ada } = bench.client('ada');
  await nobody.meta.root();
  await nobody.meta.get();
  await nobody.meta.getAllVersions();
  expect((await nobody.meta.getZen()).data).toMatch(/\w/);
  const { data: limits } = await nobody.rateLimit.get();
  expect(limits.resources.core.limit).toBe(60);

  expect((await ada.users.getAuthenticated()).data.login).toBe('ada');
  expect((await nobody.users.getByUsername({ username: 'ADA' })).data.id).toBe(bench.people.ada.id);
  expect((await nobody.users.getById({ account_id: bench.people.ben.id })).data.login).toBe('ben');
  await nobody.users.getByUsername({ username: 'scribe[bot]' });

  await nobody.orgs.get(ORG);
  const { data: members } = await ada.orgs.listMembers({ ...ORG, role: 'member' });
  expect(members.map(({ login }) => login)).toEqual(['cleo']);
  expect((await ada.orgs.checkMembershipForUser({ ...ORG, username: 'cleo' })).status).toBe(204);
  await nobody.orgs.listPublicMembers(ORG);
  await nobody.orgs.checkPublicMembershipForUser({ ...ORG, username: 'cleo' });
  const { data: membership } = await ada.orgs.getMembershipForUser({ ...ORG, username: 'ada' });
  expect(membership.role).toBe('admin');
  expect((await ada.orgs.listForAuthenticatedUser()).data.map(({ login }) => login)).toEqual(['open-spec']);
  await ada.repos.createInOrg({ ...ORG, name: 'empty' });
  await ada.repos.createForAuthenticatedUser({ name: 'notes', auto_init: true, private: true });
  const { data: adas } = await ada.repos.listForAuthenticatedUser();
  expect(adas.map((one) => one.full_name)).toEqual(['open-spec/empty', 'ada/notes', 'open-spec/protocol']);
  await nobody.repos.listForOrg(ORG);
  await nobody.repos.listForUser({ username: 'dan' });

  expect((await ada.teams.list(ORG)).data.map(({ slug }) => slug)).toEqual(['editors']);
  expect((await ada.teams.getByName(EDITORS)).data).toMatchObject({ members_count: 1, repos_count: 1 });
  expect((await ada.teams.listMembersInOrg(EDITORS)).data.map(({ login }) => login)).toEqual(['cleo']);
  await ada.teams.getMembershipForUserInOrg({ ...EDITORS, username: 'cleo' });
  await ada.teams.listChildInOrg(EDITORS);
  await ada.teams.listReposInOrg(EDITORS);
  const onRepository = { ...EDITORS, owner: 'open-spec', repo: 'protocol' };
  expect((await ada.teams.checkPermissionsForRepoInOrg(onRepository)).status).toBe(204);
  const headers = { accept: 'application/vnd.github.v3.repository+json' };
  const { data: access } = await ada.teams.checkPermissionsForRepoInOrg({ ...onRepository, headers });
  expect(access.permissions).toMatchObject({ triage: true, push: false });
}
