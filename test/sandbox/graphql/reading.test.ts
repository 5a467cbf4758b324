import { describe, expect, test } from 'vitest';

import { dig, PROPOSAL, world, type Ask } from './world.js';

const inPull = (fields: string): string =>
  `{ repository(owner: "specs", name: "spec") { pullRequest(number: 1) { ${fields} } } }`;

/** Reads fields of the pull request, which must all be answered. */
async function pullOf(ask: Ask, fields: string): Promise<unknown> {
  const answer = await ask(inPull(fields));
  expect(answer.errors).toBeUndefined();
  return dig(answer, 'repository.pullRequest');
}

describe('a proposal in one query, as a bot looks at it', () => {
  test('head, file and people', async () => {
    const { asks, bot, ben, pull } = world();
    const seen = await pullOf(
      asks(bot()),
      `id databaseId fullDatabaseId number state isDraft merged locked bodyText mergeable isCrossRepository authorAssociation
       author { __typename login ... on User { databaseId } } headRefOid headRefName headRepositoryOwner { login }
       headRepository { nameWithOwner isFork parent { nameWithOwner } } headRef { name target { oid } } baseRefName
       files(first: 100) { totalCount nodes { path changeType additions deletions } }
       commits(last: 1) { nodes { commit { oid file(path: "docs/proposal.md") { path object { oid ... on Blob { text } } } } } }
       viewerDidAuthor closingIssuesReferences(first: 1) { totalCount } participants(first: 5) { nodes { login } }`,
    );
    expect(seen).toMatchObject({
      id: pull.nodeId,
      // Beyond 2^31: only the text has it.
      databaseId: null,
      fullDatabaseId: String(pull.pullId),
      state: 'OPEN',
      merged: false,
      bodyText: 'Please read this.',
      mergeable: 'MERGEABLE',
      isCrossRepository: true,
      author: { __typename: 'User', login: 'ben', databaseId: ben.id },
      headRefOid: pull.head.oid,
      headRepository: { nameWithOwner: 'ben/spec', isFork: true, parent: { nameWithOwner: 'specs/spec' } },
      headRef: { name: 'idea', target: { oid: pull.head.oid } },
      baseRefName: 'main',
      files: { totalCount: 1, nodes: [{ path: 'docs/proposal.md', changeType: 'ADDED', additions: 4, deletions: 0 }] },
      commits: { nodes: [{ commit: { oid: pull.head.oid, file: { object: { text: PROPOSAL } } } }] },
      viewerDidAuthor: false,
      participants: { nodes: [{ login: 'ben' }] },
    });
  });

  test('what people said, how they edited it, and what was hidden', async () => {
    const { actions, asks, bot, as, ada, ben, pull } = world();
    actions.createComment(as(ben), pull, 'untouched');
    const edited = actions.createComment(as(ben), pull, 'first words');
    actions.editComment(as(ada), edited, 'second words');
    actions.minimizeComment(as(ada), edited, 'OUTDATED');
    const seen = await pullOf(
      asks(bot()),
      `comments(first: 5) { nodes { databaseId fullDatabaseId body author { login } editor { login } lastEditedAt
         includesCreatedEdit isMinimized minimizedReason url
         userContentEdits(first: 5) { nodes { diff editor { login } deletedAt } } } }`,
    );
    expect(seen).toMatchObject({
      comments: {
        nodes: [
          { body: 'untouched', editor: null, lastEditedAt: null, includesCreatedEdit: false, isMinimized: false },
          {
            body: 'second words',
            author: { login: 'ben' },
            editor: { login: 'ada' },
            includesCreatedEdit: true,
            isMinimized: true,
            minimizedReason: 'outdated',
            url: `http://sandbox.test/specs/spec/pull/1#issuecomment-${edited.id}`,
            userContentEdits: {
              nodes: [
                { diff: 'second words', editor: { login: 'ada' }, deletedAt: null },
                { diff: 'first words', editor: { login: 'ben' } },
              ],
            },
          },
        ],
      },
    });
  });

  test('who deleted their account is null, and what they wrote stays', async () => {
    const { actions, asks, bot, as, pull } = world();
    const cleo = actions.createUser({ login: 'cleo' });
    actions.createComment(as(cleo), pull, 'remember me');
    actions.deleteUser(cleo);
    const seen = await pullOf(asks(bot()), 'comments(first: 1) { nodes { body author { login } } }');
    expect(seen).toEqual({ comments: { nodes: [{ body: 'remember me', author: null }] } });
  });

  test('reactions of who deleted their account count, and show nobody', async () => {
    const { actions, asks, as, ben, bot, pull } = world();
    const cleo = actions.createUser({ login: 'cleo' });
    for (const user of [ben, cleo]) actions.addReaction(as(user), pull, 'heart');
    actions.deleteUser(cleo);
    const seen = await pullOf(
      asks(bot()),
      'reactions(first: 5) { totalCount } reactionGroups { content reactors(first: 5) { edges { node { ... on User { login } } } } }',
    );
    expect(seen).toMatchObject({
      reactions: { totalCount: 2 },
      reactionGroups: expect.arrayContaining([
        { content: 'HEART', reactors: { edges: [{ node: { login: 'ben' } }] } },
      ]) as unknown,
    });
  });

  test('what clients ask for by habit and the sandbox has none of is empty, not an error', async () => {
    const { asks, bot } = world();
    const fields =
      'milestone { title } projectCards(first: 100) { nodes { id } totalCount } autoMergeRequest { enabledAt }';
    expect(await pullOf(asks(bot()), fields)).toEqual({
      milestone: null,
      projectCards: { nodes: [], totalCount: 0 },
      autoMergeRequest: null,
    });
  });

  test('a pending review is seen by its author alone', async () => {
    const { actions, asks, as, ada, ben, bot, pull } = world();
    actions.createReview(as(ada), pull, {
      body: 'not yet',
      comments: [{ path: 'docs/proposal.md', line: 3, body: 'Hm.' }],
    });
    const fields =
      'reviews(first: 5) { nodes { state body } } reviewThreads(first: 5) { nodes { line comments(first: 1) { nodes { body } } } }';
    expect(await pullOf(asks(as(ada)), fields)).toEqual({
      reviews: { nodes: [{ state: 'PENDING', body: 'not yet' }] },
      reviewThreads: { nodes: [{ line: 3, comments: { nodes: [{ body: 'Hm.' }] } }] },
    });
    for (const caller of [as(ben), bot()]) {
      expect(await pullOf(asks(caller), fields)).toEqual({ reviews: { nodes: [] }, reviewThreads: { nodes: [] } });
    }
  });

  test('what happened, in order, and filtered by kind', async () => {
    const { actions, asks, as, ada, ben, bot, pull, state } = world();
    actions.addLabels(as(ada), pull, ['draft']);
    actions.addAssignees(as(ada), pull, [ada]);
    actions.createComment(as(ben), pull, 'ping');
    const fork = state.repositories.get(pull.head.repositoryId!)!;
    const before = pull.head.oid;
    actions.push(as(ben), fork, { branch: 'idea', from: 'main', force: true, files: { 'docs/other.md': 'x\n' } });
    const all = await pullOf(asks(bot()), 'timelineItems(first: 50) { totalCount nodes { __typename } }');
    expect(all).toMatchObject({
      timelineItems: {
        nodes: expect.arrayContaining([
          { __typename: 'LabeledEvent' },
          { __typename: 'AssignedEvent' },
          { __typename: 'IssueComment' },
          { __typename: 'HeadRefForcePushedEvent' },
          { __typename: 'PullRequestCommit' },
        ]) as unknown,
      },
    });
    const some = await pullOf(
      asks(bot()),
      `timelineItems(last: 10, itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT, LABELED_EVENT, ASSIGNED_EVENT]) { totalCount nodes {
         ... on LabeledEvent { actor { login } label { name } }
         ... on AssignedEvent { assignee { ... on User { login } } }
         ... on HeadRefForcePushedEvent { beforeCommit { oid } afterCommit { oid } ref { name } } } }`,
    );
    expect(some).toEqual({
      timelineItems: {
        totalCount: 3,
        nodes: [
          { actor: { login: 'ada' }, label: { name: 'draft' } },
          { assignee: { login: 'ada' } },
          { beforeCommit: { oid: before }, afterCommit: { oid: pull.head.oid }, ref: { name: 'idea' } },
        ],
      },
    });
  });

  test('the bot is the viewer by its full login, and an actor by the short one', async () => {
    const { actions, app, asks, bot, pull } = world();
    actions.createComment(bot(), pull, 'I am here.');
    const ask = asks(bot());
    expect(dig(await ask('{ viewer { login databaseId } }'), 'viewer')).toEqual({
      login: 'convenor[bot]',
      databaseId: app.botId,
    });
    expect(
      await pullOf(
        ask,
        'comments(first: 1) { nodes { viewerDidAuthor author { __typename login ... on Bot { databaseId } } } }',
      ),
    ).toEqual({
      comments: {
        nodes: [{ viewerDidAuthor: true, author: { __typename: 'Bot', login: 'convenor', databaseId: app.botId } }],
      },
    });
  });
});
