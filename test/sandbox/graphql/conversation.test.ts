import { describe, expect, test } from 'vitest';

import { dig, world } from './world.js';

describe('a ballot in one document', () => {
  test('reaction, comment, labels and check go out together, each its own effect', async () => {
    const { actions, asks, as, ada, bot, pull, repository } = world();
    const ballot = actions.createComment(as(ada), pull, '/core accept');
    const label = actions.createLabel(as(ada), repository, { name: 'accepted', color: '00ff00' });
    const answer = await asks(bot())(
      `mutation($ballot: ID!, $pull: ID!, $repo: ID!, $label: ID!, $head: GitObjectID!) {
         seen: addReaction(input: { subjectId: $ballot, content: THUMBS_UP, clientMutationId: "1" }) {
           clientMutationId reaction { content user { login } } reactionGroups { content viewerHasReacted } }
         said: addComment(input: { subjectId: $pull, body: "Counted." }) { commentEdge { node { body viewerDidAuthor } } }
         marked: addLabelsToLabelable(input: { labelableId: $pull, labelIds: [$label] }) {
           labelable { labels(first: 5) { nodes { name } } } }
         checked: createCheckRun(input: { repositoryId: $repo, name: "convenor/merge", headSha: $head, conclusion: ACTION_REQUIRED,
           output: { title: "Not yet", summary: "Waits" } }) { checkRun { status conclusion title } } }`,
      { ballot: ballot.nodeId, pull: pull.nodeId, repo: repository.nodeId, label: label.nodeId, head: pull.head.oid },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      seen: { clientMutationId: '1', reaction: { content: 'THUMBS_UP' } },
      said: { commentEdge: { node: { body: 'Counted.', viewerDidAuthor: true } } },
      marked: { labelable: { labels: { nodes: [{ name: 'accepted' }] } } },
      checked: { checkRun: { status: 'COMPLETED', conclusion: 'ACTION_REQUIRED', title: 'Not yet' } },
    });
    expect(dig(answer, 'seen.reactionGroups.0')).toEqual({ content: 'THUMBS_UP', viewerHasReacted: true });
    expect(pull.comments.map(({ body }) => body)).toEqual(['/core accept', 'Counted.']);
  });

  test('what fails in the middle leaves what came before and does not stop what comes after', async () => {
    const { asks, bot, pull } = world();
    const answer = await asks(bot())(
      `mutation($pull: ID!) {
         one: addComment(input: { subjectId: $pull, body: "one" }) { clientMutationId }
         two: addComment(input: { subjectId: $pull, body: "" }) { clientMutationId }
         three: addComment(input: { subjectId: $pull, body: "three" }) { clientMutationId } }`,
      { pull: pull.nodeId },
    );
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ one: { clientMutationId: null }, two: null, three: { clientMutationId: null } });
    expect(answer.errors).toMatchObject([{ type: 'UNPROCESSABLE', path: ['two'] }]);
    expect(pull.comments.map(({ body }) => body)).toEqual(['one', 'three']);
  });
});

test('a comment is written, edited, hidden, shown and deleted', async () => {
  const { asks, bot, pull } = world();
  const ask = asks(bot());
  const made = await ask(
    'mutation($id: ID!) { addComment(input: { subjectId: $id, body: "a" }) { commentEdge { cursor node { id } } subject { id } } }',
    {
      id: pull.nodeId,
    },
  );
  expect(dig(made, 'addComment.subject.id')).toBe(pull.nodeId);
  const id = dig(made, 'addComment.commentEdge.node.id');
  const lived = await ask(
    `mutation($id: ID!) {
       updateIssueComment(input: { id: $id, body: "b" }) { issueComment { body includesCreatedEdit } }
       minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized minimizedReason } }
       unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } } }`,
    { id },
  );
  expect(lived.errors).toBeUndefined();
  expect(lived.data).toEqual({
    updateIssueComment: { issueComment: { body: 'b', includesCreatedEdit: true } },
    // One after the other, and each answers what it left behind.
    minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: 'outdated' } },
    unminimizeComment: { unminimizedComment: { isMinimized: false } },
  });
  await ask('mutation($id: ID!) { deleteIssueComment(input: { id: $id }) { clientMutationId } }', { id });
  expect(pull.comments).toEqual([]);
  const again = await ask('mutation($id: ID!) { deleteIssueComment(input: { id: $id }) { clientMutationId } }', { id });
  expect(again.errors).toMatchObject([{ type: 'NOT_FOUND' }]);
});

test('a reaction is given once, and taken back', async () => {
  const { asks, bot, pull } = world();
  const react = async (mutation: string) =>
    asks(bot())(
      `mutation($id: ID!) { ${mutation}(input: { subjectId: $id, content: EYES }) { subject { ... on PullRequest {
         reactions(first: 5, content: EYES) { totalCount viewerHasReacted nodes { content user { login } } } } } } }`,
      { id: pull.nodeId },
    );
  await react('addReaction');
  expect(dig(await react('addReaction'), 'addReaction.subject.reactions')).toMatchObject({
    totalCount: 1,
    viewerHasReacted: true,
  });
  expect(dig(await react('removeReaction'), 'removeReaction.subject.reactions')).toEqual({
    totalCount: 0,
    viewerHasReacted: false,
    nodes: [],
  });
});

test('labels: only what the repository has; taking off what is not there is no error', async () => {
  const { actions, asks, as, ada, bot, pull, repository, state } = world();
  const ask = asks(bot());
  const made = await ask(
    'mutation($id: ID!) { createLabel(input: { repositoryId: $id, name: "draft", color: "aabbcc" }) { label { id name color } } }',
    {
      id: repository.nodeId,
    },
  );
  expect(dig(made, 'createLabel.label')).toMatchObject({ name: 'draft', color: 'aabbcc' });
  const label = dig(made, 'createLabel.label.id');
  const change = async (mutation: string, labels: unknown[]) =>
    ask(
      `mutation($id: ID!, $labels: [ID!]!) { done: ${mutation}(input: { labelableId: $id, labelIds: $labels }) {
         labelable { labels(first: 5) { nodes { name } } } } }`,
      { id: pull.nodeId, labels },
    );
  const names = 'done.labelable.labels.nodes';
  expect(dig(await change('addLabelsToLabelable', [label]), names)).toEqual([{ name: 'draft' }]);
  expect(dig(await change('removeLabelsFromLabelable', [label]), names)).toEqual([]);
  expect((await change('removeLabelsFromLabelable', [label])).errors).toBeUndefined();

  const fork = state.repositories.get(pull.head.repositoryId!)!;
  const foreign = actions.createLabel(as(state.accounts.get(fork.ownerId)!), fork, { name: 'foreign' });
  expect((await change('addLabelsToLabelable', [foreign.nodeId])).errors).toMatchObject([{ type: 'NOT_FOUND' }]);

  actions.addLabels(as(ada), pull, ['draft', 'bug']);
  await ask('mutation($id: ID!) { clearLabelsFromLabelable(input: { labelableId: $id }) { clientMutationId } }', {
    id: pull.nodeId,
  });
  expect(pull.labelIds).toEqual([]);
});

test('a stranger labels nothing', async () => {
  const { actions, asks, as, ada, ben, pull, repository } = world();
  const label = actions.createLabel(as(ada), repository, { name: 'final' });
  const answer = await asks(as(ben))(
    'mutation($id: ID!, $l: ID!) { addLabelsToLabelable(input: { labelableId: $id, labelIds: [$l] }) { clientMutationId } }',
    { id: pull.nodeId, l: label.nodeId },
  );
  expect(answer).toMatchObject({ data: { addLabelsToLabelable: null }, errors: [{ type: 'FORBIDDEN' }] });
  expect(pull.labelIds).toEqual([]);
});

test('assignees come and go; who cannot be assigned is left out silently', async () => {
  const { actions, asks, ada, bot, pull } = world();
  const cleo = actions.createUser({ login: 'cleo' });
  const change = async (mutation: string, ids: string[]) =>
    asks(bot())(
      `mutation($id: ID!, $ids: [ID!]!) { done: ${mutation}(input: { assignableId: $id, assigneeIds: $ids }) {
         assignable { assignees(first: 5) { nodes { login } } } } }`,
      { id: pull.nodeId, ids },
    );
  const logins = 'done.assignable.assignees.nodes';
  expect(dig(await change('addAssigneesToAssignable', [ada.nodeId, cleo.nodeId]), logins)).toEqual([{ login: 'ada' }]);
  expect(dig(await change('removeAssigneesFromAssignable', [ada.nodeId]), logins)).toEqual([]);
});

test('an issue is opened, changed, closed, reopened and locked', async () => {
  const { asks, bot, ada, repository } = world();
  const ask = asks(bot());
  const made = await ask(
    `mutation($repo: ID!, $who: [ID!]) { createIssue(input: { repositoryId: $repo, title: "Nominate", assigneeIds: $who }) {
       issue { id number assignees(first: 1) { nodes { login } } } } }`,
    { repo: repository.nodeId, who: [ada.nodeId] },
  );
  expect(dig(made, 'createIssue.issue')).toMatchObject({ number: 2, assignees: { nodes: [{ login: 'ada' }] } });
  const id = dig(made, 'createIssue.issue.id');
  const lived = await ask(
    `mutation($id: ID!) {
       updateIssue(input: { id: $id, title: "Nominate Ada", body: "For core" }) { issue { title body } actor { login } }
       closeIssue(input: { issueId: $id, stateReason: NOT_PLANNED }) { issue { state stateReason closed } }
       reopenIssue(input: { issueId: $id }) { issue { state stateReason closed } }
       lockLockable(input: { lockableId: $id, lockReason: TOO_HEATED }) { lockedRecord { locked activeLockReason } }
       unlockLockable(input: { lockableId: $id }) { unlockedRecord { locked } } }`,
    { id },
  );
  expect(lived.errors).toBeUndefined();
  expect(lived.data).toEqual({
    updateIssue: { issue: { title: 'Nominate Ada', body: 'For core' }, actor: { login: 'convenor' } },
    closeIssue: { issue: { state: 'CLOSED', stateReason: 'NOT_PLANNED', closed: true } },
    reopenIssue: { issue: { state: 'OPEN', stateReason: 'REOPENED', closed: false } },
    lockLockable: { lockedRecord: { locked: true, activeLockReason: 'TOO_HEATED' } },
    unlockLockable: { unlockedRecord: { locked: false } },
  });
});
