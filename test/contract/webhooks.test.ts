import { beforeAll, describe, expect, it } from 'vitest';

import { createSandbox } from '../../src/sandbox/index.js';
import type { Caller, Repository } from '../../src/sandbox/state/types.js';
import { validateWebhook } from './validate.js';

/** All that the sandbox can tell an app, by event and action. */
const EVERYTHING = [
  ...['created', 'completed', 'rerequested', 'requested_action'].map((action) => `check_run.${action}`),
  ...['requested', 'rerequested'].map((action) => `check_suite.${action}`),
  ...['create', 'delete', 'fork', 'push'],
  ...['created', 'deleted'].map((action) => `installation.${action}`),
  ...['added', 'removed'].map((action) => `installation_repositories.${action}`),
  ...['created', 'deleted', 'edited'].map((action) => `issue_comment.${action}`),
  ...[
    'assigned',
    'closed',
    'edited',
    'labeled',
    'locked',
    'opened',
    'reopened',
    'unassigned',
    'unlabeled',
    'unlocked',
  ].map((action) => `issues.${action}`),
  ...['created', 'deleted', 'edited'].map((action) => `label.${action}`),
  ...['added', 'edited', 'removed'].map((action) => `member.${action}`),
  ...['added', 'removed'].map((action) => `membership.${action}`),
  'merge_group.checks_requested',
  ...['member_added', 'member_removed'].map((action) => `organization.${action}`),
  ...[
    ...['assigned', 'closed', 'converted_to_draft', 'edited', 'labeled', 'locked', 'opened', 'ready_for_review'],
    ...['reopened', 'review_request_removed', 'review_requested', 'synchronize', 'unassigned', 'unlabeled', 'unlocked'],
  ].map((action) => `pull_request.${action}`),
  ...['dismissed', 'edited', 'submitted'].map((action) => `pull_request_review.${action}`),
  ...['created', 'deleted', 'edited'].map((action) => `pull_request_review_comment.${action}`),
  ...['resolved', 'unresolved'].map((action) => `pull_request_review_thread.${action}`),
  ...['archived', 'created', 'deleted', 'edited', 'renamed', 'transferred', 'unarchived'].map(
    (action) => `repository.${action}`,
  ),
];

const PERMISSIONS = {
  administration: 'read',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  members: 'read',
  merge_queues: 'read',
  pull_requests: 'write',
} as const;

/** Ada runs `open-spec`, Ben can push there, Dan is anybody; the app listens to everything. */
function busyDay() {
  const sandbox = createSandbox({
    handlers: { rest: () => Promise.reject(new Error('unused')), graphql: () => Promise.reject(new Error('unused')) },
  });
  const { actions } = sandbox;
  const [ada, ben, dan] = ['ada', 'ben', 'dan'].map((login) => actions.createUser({ login }));
  const by = (account: typeof ada): Caller => ({ kind: 'user', userId: account!.id });
  const organization = actions.createOrganization({ login: 'open-spec' });
  actions.addOrganizationMember(organization, ada!, 'admin');
  const files = { 'README.md': '# Here\n\nText.\n' };
  const repository = actions.createRepository(by(ada), { owner: organization, name: 'protocol', files });
  // What happens to an installation is told without a subscription.
  const names = EVERYTHING.map((name) => name.split('.')[0]!).filter((name) => !name.startsWith('installation'));
  const events = [...new Set(names)];
  const app = actions.createApp({ slug: 'listener', owner: organization, permissions: PERMISSIONS, events });
  const installation = actions.installApp({ app, account: organization, repositories: null });
  const bot: Caller = {
    kind: 'installation',
    appId: app.id,
    installationId: installation.id,
    permissions: installation.permissions,
    repositoryIds: null,
    botId: app.botId,
  };
  return { sandbox, actions, ada: ada!, ben: ben!, dan: dan!, by, organization, repository, app, bot };
}

type Day = ReturnType<typeof busyDay>;

function peopleAndRepositories({ actions, ada, ben, dan, by, organization, repository, app }: Day): void {
  const admin = by(ada);
  const team = actions.createTeam({ organization, name: 'Editors' });
  actions.addTeamMember(team, dan);
  actions.removeTeamMember(team, dan);
  actions.removeOrganizationMember(organization, dan);
  for (const level of ['read', 'write', 'none'] as const) actions.setCollaborator(admin, repository, ben, level);
  actions.setCollaborator(admin, repository, ben, 'write');
  const label = actions.createLabel(admin, repository, { name: 'one', color: 'ff0000' });
  actions.updateLabel(admin, repository, label, { name: 'two' });
  actions.deleteLabel(admin, repository, label);

  const other = actions.createRepository(admin, { owner: organization, name: 'other', files: { a: 'a' } });
  actions.renameRepository(admin, other, 'another');
  actions.archiveRepository(admin, other, true);
  actions.archiveRepository(admin, other, false);
  actions.push(admin, other, { branch: 'trunk', files: { b: 'b' } });
  actions.setDefaultBranch(admin, other, 'trunk');
  const mine = actions.createRepository(admin, { owner: ada, name: 'mine', files: { a: 'a' } });
  actions.transferRepository(admin, mine, organization);
  actions.deleteRepository(admin, other);

  const narrow = actions.installApp({ app, account: ada, repositories: [] });
  const adas = actions.createRepository(admin, { owner: ada, name: 'notes', files: { a: 'a' } });
  actions.addToInstallation(narrow, [adas]);
  actions.removeFromInstallation(narrow, [adas]);
  actions.uninstallApp(narrow);
}

function issues({ actions, ben, dan, by, repository }: Day): void {
  const issue = actions.openIssue(by(dan), repository, { title: 'Why?', body: 'Because' });
  conversation({ actions, ben, by }, issue);
  const comment = actions.createComment(by(dan), issue, 'So');
  actions.editComment(by(dan), comment, 'So what');
  actions.deleteComment(by(dan), comment);
}

/** What issues and pull requests share. */
function conversation(
  { actions, ben, by }: Pick<Day, 'actions' | 'ben' | 'by'>,
  issue: Parameters<Day['actions']['lock']>[1],
): void {
  const writer = by(ben);
  actions.editIssue(writer, issue, { title: 'Why not?' });
  actions.addLabels(writer, issue, ['question']);
  actions.removeLabel(writer, issue, 'question');
  actions.addAssignees(writer, issue, [ben]);
  actions.removeAssignees(writer, issue, [ben]);
  actions.lock(writer, issue, 'resolved');
  actions.unlock(writer, issue);
  for (const state of ['closed', 'open'] as const) {
    if (issue.kind === 'pull') actions.editPull(writer, issue, { state });
    else actions.editIssue(writer, issue, { state });
  }
}

function pulls(day: Day): void {
  const { actions, ada, ben, dan, by, repository } = day;
  const fork = actions.forkRepository(by(dan), { repository });
  const propose = (branch: string) => {
    actions.push(by(dan), fork, { branch, files: { [`${branch}.md`]: 'One\nTwo\n' } });
    const pull = { title: branch, head: branch, headRepository: fork, base: 'main' };
    return actions.openPull(by(dan), repository, pull);
  };
  const pull = propose('next');
  conversation(day, pull);
  actions.push(by(dan), fork, { branch: 'next', files: { 'next.md': 'One\nTwo\nThree\n' } });
  actions.setDraft(by(dan), pull, true);
  actions.setDraft(by(dan), pull, false);
  actions.requestReviewers(by(ada), pull, { users: [ben] });
  actions.removeReviewers(by(ada), pull, { users: [ben] });
  const comments = [{ path: 'next.md', line: 1, body: 'Which?' }];
  const review = actions.createReview(by(ben), pull, { event: 'APPROVE', body: 'Fine', comments });
  actions.editReview(by(ben), review, 'Very fine');
  actions.dismissReview(by(ada), review, 'Not yet');
  const first = pull.reviewComments[0]!;
  actions.editReviewComment(by(ben), first, 'Which one?');
  actions.setThreadResolved(by(ben), pull, first.threadId, true);
  actions.setThreadResolved(by(ben), pull, first.threadId, false);
  actions.deleteReviewComment(by(ben), first);
  actions.enqueue(by(ada), pull);
  actions.mergePull(by(ada), propose('later'), { method: 'squash' });
}

function branchesAndChecks({ actions, ben, by, repository, bot }: Day): void {
  actions.push(by(ben), repository, { branch: 'topic', files: { 'a.md': 'a' }, from: 'main' });
  actions.deleteRef(by(ben), repository, 'refs/heads/topic');
  const run = actions.createCheckRun(bot, repository, {
    name: 'lint',
    headOid: headOf(repository),
    actions: [{ label: 'Mend', description: 'Mends it', identifier: 'mend' }],
  });
  actions.updateCheckRun(bot, run, { conclusion: 'success' });
  actions.requestCheckAction(by(ben), run, 'mend');
  actions.rerequestCheckRun(by(ben), run);
  actions.rerequestCheckSuite(by(ben), repository.checkSuites.get(run.suiteId)!);
}

const headOf = (repository: Repository): string => repository.refs.get('refs/heads/main')!;

describe('webhooks of the sandbox', () => {
  let day: Day;
  beforeAll(() => {
    day = busyDay();
    peopleAndRepositories(day);
    issues(day);
    pulls(day);
    branchesAndChecks(day);
  });
  const nameOf = ({ event, action }: { event: string; action: string | null }): string =>
    action === null ? event : `${event}.${action}`;

  it('tell of everything that happened in a busy day', () => {
    expect([...new Set(day.sandbox.webhooks.deliveries.map(nameOf))].sort()).toEqual([...EVERYTHING].sort());
  });

  it.each(EVERYTHING)("%s has the payload of GitHub's description", (name) => {
    const mine = day.sandbox.webhooks.deliveries.filter((delivery) => nameOf(delivery) === name);
    expect(mine).not.toEqual([]);
    for (const { event, action, payload } of mine)
      expect(validateWebhook(event, action, JSON.parse(payload))).toEqual([]);
  });
});
