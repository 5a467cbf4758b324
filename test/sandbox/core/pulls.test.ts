import { describe, expect, it } from 'vitest';

import { pullFiles } from '../../../src/sandbox/state/derive.js';
import { pullJson } from '../../../src/sandbox/json/pull.js';
import { refusal, stage } from './world.js';

const idea = { 'seps/0000-idea.md': '# Idea\n\nWords.\n' };

describe('a pull request', () => {
  it('comes from a fork, moves with its branch, and shows its files', async () => {
    const { sandbox, repo, ada } = stage();
    const pull = await ada.opensPullRequest({ repo, files: idea, title: 'An idea' });
    expect(pullJson(sandbox.state, pull.now)).toMatchObject({
      number: 1,
      head: { label: 'ada:change-1', repo: { full_name: 'ada/spec', fork: true } },
      author_association: 'FIRST_TIME_CONTRIBUTOR',
      mergeable: true,
      commits: 1,
      additions: 3,
    });
    await ada.renamesFile(pull, 'seps/0000-idea.md', 'seps/0001-idea.md');
    expect(pullFiles(sandbox.state, pull.now).map(({ path, status }) => [path, status])).toEqual([
      ['seps/0001-idea.md', 'added'],
    ]);
    expect(pull.now.headHistory).toHaveLength(2);
    expect(repo.refs.get('refs/pull/1/head')).toBe(pull.head);
  });

  it('shows only its own changes after the base went on', async () => {
    const { sandbox, repo, ada, wim } = stage();
    const pull = await ada.opensPullRequest({ repo, files: idea, title: 'An idea' });
    await wim.pushesTo(repo, { 'other.md': 'else\n' });
    await ada.pushes(pull, { files: { 'seps/0000-idea.md': '# Idea\n' } });
    expect(pullFiles(sandbox.state, pull.now).map(({ path }) => path)).toEqual(['seps/0000-idea.md']);
  });

  it('is closed with its branch, reopened with it, and not after the branch was made anew', async () => {
    const { repo, ada, wim } = stage();
    const pull = await ada.opensPullRequest({ repo, files: idea, title: 'An idea', branch: 'idea' });
    await ada.deletesBranch(pull);
    expect(pull.now.state).toBe('closed');
    await expect(ada.reopens(pull)).rejects.toThrow('Validation Failed');
    await ada.restoresBranch(pull);
    await ada.reopens(pull);
    expect(pull.now.state).toBe('open');

    await wim.closes(pull);
    await ada.forcePushes(pull, { files: { 'seps/0000-idea.md': '# Another\n' } });
    await expect(ada.reopens(pull)).rejects.toMatchObject({
      errors: [{ message: 'state cannot be changed. The idea branch was force-pushed or recreated.' }],
    });
  });

  it('keeps its commits when the fork is deleted, and is closed', async () => {
    const { sandbox, repo, ada } = stage();
    const pull = await ada.opensPullRequest({ repo, files: idea, title: 'An idea' });
    await ada.deletesFork(pull);
    expect(pull.now).toMatchObject({ state: 'closed', head: { repositoryId: null } });
    expect(pullJson(sandbox.state, pull.now)).toMatchObject({
      changed_files: 1,
      head: { repo: null, user: { login: 'ada' } },
    });
  });

  it('waits for the required check of the default branch, which only the bot can give', async () => {
    const { sandbox, repo, bot, wim, olga, ada } = stage();
    sandbox.actions.createRuleset(olga.caller, repo, {
      name: 'process',
      requiredChecks: [{ context: 'clerk/merge', appId: null }],
    });
    const pull = await ada.opensPullRequest({ repo, files: idea, title: 'An idea' });
    await expect(wim.merges(pull)).rejects.toMatchObject({ status: 405 });
    const check = { name: 'clerk/merge', headOid: pull.head };
    sandbox.actions.createCheckRun(bot, repo, { ...check, conclusion: 'action_required' });
    await expect(wim.merges(pull)).rejects.toThrow('Required status check "clerk/merge" is expected.');
    sandbox.actions.createCheckRun(bot, repo, { ...check, conclusion: 'success' });
    await wim.merges(pull);
    expect(pull.now.mergedAt).not.toBeNull();
    expect(repo.refs.get('refs/heads/main')).toBe(pull.now.mergeCommitOid);
    expect(pullFiles(sandbox.state, pull.now)).toHaveLength(1);
    expect(refusal(() => sandbox.actions.push(wim.caller, repo, { branch: 'main', files: idea }))).toContain('422');
  });

  it('asks nobody for review where one of them has no access, and never its author', async () => {
    const { sandbox, repo, ada, wim } = stage();
    const pull = await ada.opensPullRequest({ repo, files: idea, title: 'An idea' });
    const stranger = sandbox.actions.createUser({ login: 'stranger' });
    const ask = (...users: (typeof stranger)[]) =>
      refusal(() => sandbox.actions.requestReviewers(wim.caller, pull.now, { users }));
    expect(ask(wim.account, stranger)).toContain('422 Reviews may only be requested from collaborators.');
    expect(ask(ada.account)).toBe('422 Review cannot be requested from pull request author.');
    expect(pull.requestedReviewers).toEqual([]);
    await wim.requestsReview(pull, { users: [wim] });
    expect(pull.requestedReviewers).toEqual(['wim']);
    await wim.approves(pull);
    expect(pull.requestedReviewers).toEqual([]);
  });

  it('goes into another base, and back', async () => {
    const { sandbox, repo, ada, wim } = stage();
    const pull = await ada.opensPullRequest({ repo, files: idea, title: 'An idea' });
    sandbox.actions.createRef(wim.caller, repo, 'refs/heads/next', repo.refs.get('refs/heads/main') ?? '');
    await ada.changesBase(pull, 'next');
    expect(pull.now.base.ref).toBe('next');
    const edited = sandbox.webhooks.deliveries.findLast(({ event }) => event === 'pull_request');
    expect(JSON.parse(edited?.payload ?? '')).toMatchObject({
      action: 'edited',
      changes: { base: { ref: { from: 'main' } } },
    });
  });
});

describe('words and hands', () => {
  it('keeps every revision of a comment, and who made it', async () => {
    const { repo, ada, wim, github } = stage();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    const comment = await ada.comments(issue, 'first');
    await wim.editsComment(comment, 'second');
    expect(comment.revisions.map(({ body, editorId }) => [body, editorId])).toEqual([
      ['first', ada.id],
      ['second', wim.id],
    ]);
    await expect(github.user('eve').editsComment(comment, 'third')).rejects.toMatchObject({ status: 403 });
    expect(comment.id).toBeGreaterThan(2 ** 31);
  });

  it('leaves the words of somebody who left under a ghost, and the login to anybody', async () => {
    const { github, repo, ada } = stage();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    const comment = await ada.comments(issue, 'I was here');
    const { id } = ada;
    await ada.deletesTheirAccount();
    expect([comment.authorId, issue.now.authorId]).toEqual([null, null]);
    expect(github.user('ada').id).not.toBe(id);
  });

  it('assigns those with access or a word in it, silently leaving out the rest', async () => {
    const { github, repo, ada, wim } = stage();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    await wim.assigns(issue, github.user('stranger'), ada, wim);
    expect(issue.assignees).toEqual(['ada', 'wim']);
    await expect(ada.assignsThemselves(issue)).rejects.toMatchObject({ status: 403 });
  });

  it('makes a label that is put on an issue and was not there', async () => {
    const { repo, ada, wim } = stage();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    await wim.labels(issue, 'wet', 'BUG');
    expect(issue.labels).toEqual(['bug', 'wet']);
  });

  it('lets nobody but writers into a locked conversation', async () => {
    const { repo, ada, wim } = stage();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    await wim.locks(issue);
    await expect(ada.comments(issue, 'but')).rejects.toThrow('Unable to create comment because issue is locked.');
    await wim.comments(issue, 'closed for rain');
    expect(issue.now.comments).toHaveLength(1);
  });
});
