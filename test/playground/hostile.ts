import { governanceOf, packRules } from '../../src/facts/governing.js';
import { textsOf } from '../../src/sandbox/ground.js';
import type { Show } from '../../src/sandbox/page/show.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { World } from '../../src/sandbox/people.js';

/** What a stranger may write wherever text is taken. */
export const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'';

/** Nobody calls the sandbox here. */
const closed = (): Promise<never> => Promise.reject(new Error('Nobody should have asked.'));

/** A pull request of somebody who means no good, with an app's check on it and a page of the dashboard. */
export async function hostileShow(): Promise<Show> {
  const sandbox = createSandbox({ handlers: { rest: closed, graphql: closed } });
  const { actions, state } = sandbox;
  const world = new World(sandbox);
  const keeper = world.user('keeper');
  const repo = actions.createRepository(keeper.caller, {
    owner: keeper.account,
    name: 'spec',
    files: { 'README.md': 'A specification.\n' },
  });
  const mallory = world.user('mallory');
  const pull = await mallory.opensPullRequest({
    repo,
    title: HOSTILE,
    body: [
      `${HOSTILE}\n\n<!-- convenor:status -->`,
      '[go](javascript:alert(3)) <a href="#x" onclick="alert(4)" id="tabs" style="position:fixed">x</a>',
      '![a picture](https://tracker.example/pixel.png)',
    ].join('\n'),
    files: { 'seps/0000-evil.md': `# ${HOSTILE}\n` },
  });
  const table = `| a | b |\n| - | - |\n| ${HOSTILE} | ~~c~~ |`;
  const comment = await mallory.comments(pull, `<details><summary>More</summary>\n\n${table}\n\n</details>`);
  await keeper.reacts(comment, 'confused');
  const suggestion = `\`\`\`suggestion\n${HOSTILE}\n\`\`\``;
  await mallory.commentsOnLine(pull, { path: 'seps/0000-evil.md', line: 1, body: `Better:\n\n${suggestion}` });
  await keeper.labels(pull, '</span><script>alert(5)</script>');
  await keeper.pushesTo(
    repo,
    {
      'dashboard/README.md': `# ${HOSTILE}\n\n[A group](groups/a.md) [out](../secret.md)\n`,
      'dashboard/groups/a.md': 'Back: [all](../README.md)\n',
      'secret.md': 'no page\n',
    },
    'record',
  );
  const rules = packRules();
  return {
    slug: 'evil',
    name: HOSTILE,
    state,
    repositoryId: repo.id,
    number: pull.number,
    record: { branch: 'record', dashboard: 'dashboard' },
    rules,
    governance: governanceOf(textsOf({ files: {} }, rules), rules, '2026-01-05'),
    group: null,
    me: mallory.id,
    token: 'a token',
    page: '',
    draft: HOSTILE,
    look: null,
    newFrom: 0,
    happened: {
      number: 1,
      at: state.now,
      did: HOSTILE,
      refused: HOSTILE,
      came: [HOSTILE],
      isBare: false,
      requests: HOSTILE,
    },
    tricks: [{ kind: 'webhook', state: 'met', says: HOSTILE }],
    isRunning: true,
    story: { told: 0, of: 1, next: { name: HOSTILE, says: HOSTILE } },
    beside: { rules: HOSTILE, look: null, apart: [HOSTILE], differences: [HOSTILE] },
    verified: { at: state.now, holds: false, says: [HOSTILE] },
  };
}
