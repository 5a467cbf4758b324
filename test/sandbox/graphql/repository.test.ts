import { expect, test } from 'vitest';

import { dig, world } from './world.js';

test('checks are found by app and name, with their annotations, and roll up', async () => {
  const { actions, app, asks, bot, repository, pull } = world();
  const output = { title: 'No', summary: 'Two things', annotations: [annotation(1), annotation(2)] };
  const head = { headOid: pull.head.oid };
  actions.createCheckRun(bot(), repository, { ...head, name: 'convenor/proposal', conclusion: 'failure', output });
  actions.createCheckRun(bot(), repository, { ...head, name: 'convenor/merge', conclusion: 'action_required' });
  const answer = await asks(bot())(
    `query($app: Int!) { repository(owner: "specs", name: "spec") { pullRequest(number: 1) {
       statusCheckRollup { state contexts(first: 5) { totalCount } }
       commits(last: 1) { nodes { commit { checkSuites(first: 1, filterBy: { appId: $app }) { nodes { app { slug }
         checkRuns(first: 5, filterBy: { checkName: "convenor/proposal" }) { nodes { name status conclusion title summary text externalId
           annotations(first: 1) { totalCount nodes { path message annotationLevel location { start { line } } } } } } } } } } } } } }`,
    { app: app.id },
  );
  expect(answer.errors).toBeUndefined();
  expect(dig(answer, 'repository.pullRequest')).toEqual({
    statusCheckRollup: { state: 'FAILURE', contexts: { totalCount: 2 } },
    commits: {
      nodes: [
        {
          commit: {
            checkSuites: {
              nodes: [
                {
                  app: { slug: 'convenor' },
                  checkRuns: {
                    nodes: [
                      {
                        name: 'convenor/proposal',
                        status: 'COMPLETED',
                        conclusion: 'FAILURE',
                        title: 'No',
                        summary: 'Two things',
                        text: null,
                        externalId: null,
                        annotations: {
                          totalCount: 2,
                          nodes: [
                            {
                              path: 'a.md',
                              message: 'm',
                              annotationLevel: 'WARNING',
                              location: { start: { line: 1 } },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        },
      ],
    },
  });
});

const annotation = (line: number) =>
  ({
    path: 'a.md',
    startLine: line,
    endLine: line,
    startColumn: null,
    endColumn: null,
    level: 'warning',
    message: 'm',
    title: null,
    rawDetails: null,
  }) as const;

test('people: members, teams, collaborators, and what a ruleset asks for', async () => {
  const { actions, asks, as, ada, ben, org, bot, repository } = world();
  const team = actions.createTeam({ organization: org, name: 'Core' });
  actions.addTeamMember(team, ada, 'maintainer');
  actions.setCollaborator(as(ada), repository, ben, 'triage');
  actions.createRuleset(as(ada), repository, {
    name: 'main',
    branches: ['~DEFAULT_BRANCH'],
    requiredChecks: [{ context: 'convenor/merge', appId: null }],
    requiredApprovals: 1,
  });
  const answer = await asks(bot())(
    `{ organization(login: "specs") { membersWithRole(first: 9) { edges { role node { login } } }
         teams(first: 9, query: "core") { nodes { slug members(first: 9) { edges { role node { login databaseId } } } } } }
       repository(owner: "specs", name: "spec") { viewerPermission
         collaborators(first: 9) { edges { permission node { login } } }
         assignableUsers(first: 9, query: "be") { nodes { login } }
         rulesets(first: 9) { nodes { name enforcement conditions { refName { include } }
           rules(first: 9) { nodes { type parameters { ... on RequiredStatusChecksParameters { requiredStatusChecks { context } }
             ... on PullRequestParameters { requiredApprovingReviewCount } } } } } } } }`,
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toEqual({
    organization: {
      membersWithRole: { edges: [{ role: 'ADMIN', node: { login: 'ada' } }] },
      teams: {
        nodes: [
          { slug: 'core', members: { edges: [{ role: 'MAINTAINER', node: { login: 'ada', databaseId: ada.id } }] } },
        ],
      },
    },
    repository: {
      viewerPermission: 'WRITE',
      collaborators: {
        edges: [
          { permission: 'ADMIN', node: { login: 'ada' } },
          { permission: 'TRIAGE', node: { login: 'ben' } },
        ],
      },
      assignableUsers: { nodes: [{ login: 'ben' }] },
      rulesets: {
        nodes: [
          {
            name: 'main',
            enforcement: 'ACTIVE',
            conditions: { refName: { include: ['~DEFAULT_BRANCH'] } },
            rules: {
              nodes: [
                { type: 'PULL_REQUEST', parameters: { requiredApprovingReviewCount: 1 } },
                {
                  type: 'REQUIRED_STATUS_CHECKS',
                  parameters: { requiredStatusChecks: [{ context: 'convenor/merge' }] },
                },
              ],
            },
          },
        ],
      },
    },
  });
});
