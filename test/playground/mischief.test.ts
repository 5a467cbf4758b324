import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Desk } from '../../src/sandbox/playground/desk.js';
import { shortFrames, Visitor, wordsOf } from './table.js';

let desk: Desk;
let visitor: Visitor;
beforeEach(async () => {
  desk = await shortFrames();
  visitor = new Visitor({ desks: [desk], token: 'a token' });
});
afterEach(() => desk.close());

const play = async (as: string, fields: Readonly<Record<string, string>>): Promise<string> =>
  wordsOf((await visitor.acts(as, fields)).page);
const SPONSOR = { do: 'comment', text: '/sep sponsor' };

test('a lost webhook leaves Convenor behind until a sweep, and nothing is lost', async () => {
  expect(await play('kofiadu', { do: 'lose' })).toContain('waits: The next webhook will be lost.');
  const behind = await play('kofiadu', SPONSOR);
  expect(behind).toContain('behind: The webhook issue_comment.created was lost on Monday 23 November 2026');
  expect(behind).toContain('Nothing came of it here.');
  expect(behind).toContain('A new proposal that awaits a sponsor.');
  const swept = await play('kofiadu', { do: 'sweep' });
  expect(swept).toMatch(/made good: The webhook issue_comment\.created was lost .* nothing is lost\./);
  expect(swept).toContain('A draft, sponsored by kofiadu');
});

test.each([
  ['fail', 'failed with 502'],
  ['fail-after', 'took effect, and then the line broke'],
])('a call that meets "%s" is made good by itself, and nothing is there twice', async (how, words) => {
  await play('kofiadu', { do: how });
  const page = await play('kofiadu', SPONSOR);
  expect(page).toContain(`${words} on Monday 23 November 2026`);
  expect(page).toContain('did only what was still to do: nothing is lost, and nothing is there twice.');
  expect(page).toContain('A draft, sponsored by kofiadu');
  expect(desk.table.pull(12)?.botComments()).toHaveLength(1);
});

test('a bot that was restarted remembers nothing and repeats nothing', async () => {
  await play('kofiadu', SPONSOR);
  const page = await play('kofiadu', { do: 'restart' });
  expect(page).toMatch(/It read \d+ lines of the record, wrote none, and posted nothing a second time\./);
});

test('what happens while the bot is stopped is found when it starts', async () => {
  expect(await play('kofiadu', { do: 'stop' })).toContain('Convenor is not running');
  expect(await play('kofiadu', SPONSOR)).toContain('A new proposal that awaits a sponsor.');
  expect(await play('kofiadu', { do: 'start' })).toContain('A draft, sponsored by kofiadu');
});
