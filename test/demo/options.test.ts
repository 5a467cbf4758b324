import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { runDemo } from '../../src/sandbox/demo/run.js';
import { listener } from './telling.js';

const heard = await listener();
afterAll(() => rm(heard.cwd, { recursive: true }));

test.each([
  { args: ['--onec'], says: 'Did you mean "--once"?' },
  { args: ['seps'], says: '"seps" is none' },
  { args: ['--repo', 'spec'], says: '--repo needs --pull DIR' },
  { args: ['--pull', 'pulls/7'], says: '--pull needs --repo DIR' },
  { args: ['--group', 'discovery'], says: '--group needs --repo and --pull' },
  { args: ['--rules', 'draft.yml'], says: '--rules is for the playground' },
  { args: ['--repo', '.', '--pulls-facts', 'f.json'], says: '--pulls-facts needs --pull DIR' },
  { args: ['--authority', 'decide'], says: '--authority is advise or veto-window, not "decide"' },
  { args: ['--port', '0'], says: '--port is a number from 1 to 65535' },
  { args: ['--port'], says: '--port needs a value' },
  { args: ['--once=yes'], says: '--once takes no value' },
  { args: ['--repo', 'nowhere', '--pull', 'pulls/7'], says: 'nowhere cannot be read' },
  { args: ['--repo', '.', '--pull', 'pulls/seven'], says: 'no number' },
  { args: ['--repo', '.', '--pull', 'pulls/7'], says: 'There is no proposal in pulls/7/seps' },
])('$args is wrong use, and one line says why', async ({ args, says }) => {
  const { io, complained, said } = await listener();
  expect(await runDemo([...args, '--once'], { ...io, cwd: heard.cwd })).toBe(2);
  expect(complained()).toContain(says);
  expect(complained()).toMatch(/^demo: .*\n$/);
  expect(said()).toBe('');
});

test('--help tells of every option', async () => {
  const { io, said } = await listener();
  expect(await runDemo(['--help'], io)).toBe(0);
  for (const option of ['--once', '--repo', '--pull', '--pulls-facts', '--rules', '--group', '--authority', '--port']) {
    expect(said()).toContain(option);
  }
});
