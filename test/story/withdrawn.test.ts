import { expect, test } from 'vitest';
import { begin } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import { stageFor, strike, tidewire } from './stage.js';

test('a withdrawn proposal is closed once; its author opens it again, and nobody works against that', async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  const { pull, cast, bench, sandbox, world } = told;
  // The webhook of the closing is lost: the next look finds it.
  sandbox.webhooks.loses = ({ event, action }) => event === 'pull_request' && action === 'closed';
  await cast.author.comments(pull, '/sep status withdrawn\nI shall be at sea for a year.');
  expect(pull.now.state).toBe('closed');
  expect(pull.labels).toEqual(['SEP', 'withdrawn']);
  await bench.sweep();
  expect(pull.statusComment()?.body).toContain('**Withdrawn by its author.**');
  expect(ledgerOf(told).filter(({ kind }) => kind === 'pull')).toMatchObject([{ state: 'closed' }]);

  await bench.restart();
  await sandbox.clock.advance({ days: 2 });
  await world.quietly(() => cast.author.reopens(pull));
  const { now } = sandbox.state;
  await sandbox.clock.advance({ days: 3 });
  await bench.sweep();
  await bench.restart();
  expect(pull.now.state).toBe('open');
  // It is dated at GitHub's time, whenever a look finds it.
  expect(ledgerOf(told).findLast(({ kind }) => kind === 'pull')).toMatchObject({ state: 'open', at: now });
  expect(pull.botComments()).toHaveLength(1);
  await strike(told);
});

test('a proposal whose place another one takes is closed, and says which one', async () => {
  const told = await begin(await stageFor(tidewire('wire-format')));
  const { pull, cast, world, bench } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.lead.comments(pull, '/sep supersede by 40');
  expect(pull.now.state).toBe('open');
  await world.user('yaramensah').comments(pull, '/sep supersede by 40');
  expect(pull.now.state).toBe('closed');
  expect(pull.labels).toEqual(['SEP', 'superseded']);
  expect(pull.statusComment()?.body).toContain('**Superseded by #40.**');
  expect(pull.statusComment()?.body).toContain('Next: nothing is asked of anybody now.');
  // Who opens it again is not worked against.
  await cast.author.reopens(pull);
  await bench.restart();
  expect(pull.now.state).toBe('open');
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});
