import { expect, test } from 'vitest';
import { markerOf } from '../../src/facts/texts.js';
import { mentions } from '../../src/people/index.js';
import { requestsInWords } from '../../src/sandbox/demo/costs.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import { brought, proposal } from './places.js';
import { fileAt } from './record.js';
import { strike } from './stage.js';

/** The comments of Convenor's own as "key: who is called by name". */
const told = ({ pull }: Told): string[] =>
  pull
    .botComments()
    .map(({ body }) => `${markerOf(body) ?? 'none'}: ${markerOf(body) === 'status' ? '' : mentions(body).join(' ')}`);

test('two leads are asked; one is away and says so elsewhere, the other is reminded, and the clock alone does it', async () => {
  const story = await brought({}, proposal({ 'Working Group': 'Wire Format' }));
  const { pull, world, sandbox, cast, bench, repo } = story;
  expect(pull.requestedReviewers).toEqual(['noorhaddad', 'tomasvik']);
  // Tomas says on another pull request that he is away. It holds for the whole repository.
  const other = await cast.author.opensPullRequest({
    repo,
    title: 'SEP: Tide tables',
    files: { 'seps/0000-tide-tables.md': proposal({}).replace('Short frames for satellite links', 'Tide tables') },
  });
  const word = await world.user('tomasvik').comments(other, '/away until 2026-12-20');
  expect(JSON.parse(fileAt(story, 'away.json') ?? '{}')).toEqual({
    [world.user('tomasvik').id]: { login: 'tomasvik', at: word.createdAt, until: '2026-12-20' },
  });

  await sandbox.clock.advanceTo('2026-12-07T08:59:00Z');
  expect(told(story)).toEqual(['status: ']);
  // A process that remembers nothing reminds at the same instant as one that does.
  await bench.restart();
  let since = sandbox.requests.length;
  await sandbox.clock.advanceTo('2026-12-07T12:00:00Z');
  expect(told(story)).toEqual(['status: ', 'remind:1: noorhaddad']);
  expect(requestsInWords(sandbox.requests.slice(since))).toBe('5: Snapshot ×2, Append ×2, Publish');

  // Noor answers, without a decision. Nobody is told again what they know.
  await world.user('noorhaddad').comments(pull, 'We talk about it on Thursday.');
  await sandbox.clock.advanceTo('2026-12-20T23:59:00Z');
  expect(told(story)).toHaveLength(2);
  // Tomas is back, and is asked then; Noor two weeks after her word.
  await sandbox.clock.advanceTo('2026-12-21T00:05:00Z');
  expect(told(story).at(-1)).toBe('remind:2: tomasvik');
  await sandbox.clock.advanceTo('2026-12-21T13:00:00Z');
  expect(told(story).at(-1)).toBe('remind:3: noorhaddad');
  since = sandbox.requests.length;
  await bench.sweep();
  await cast.author.comments(pull, 'Thank you both.');
  expect(requestsInWords(sandbox.requests.slice(since))).toMatch(/^\d+: Sweep, Snapshot( ×\d)?$/);

  await world.user('noorhaddad').comments(pull, '/sep adopt');
  await sandbox.clock.advance({ days: 60 });
  expect(told(story)).toHaveLength(4);
  expect(bench.log.errors).toEqual([]);
  await strike(story);
});

test('what somebody deleted is not said again, and a comment that fails after it took effect is said once', async () => {
  const story = await brought({}, proposal({ 'Working Group': 'Wire Format' }));
  const { pull, sandbox, cast, bench, world } = story;
  sandbox.faults.add({ on: { operation: /^Publish$/ }, nth: 1, fault: { kind: 'hangs-up-after' } });
  await sandbox.clock.advance({ days: 15 });
  expect(told(story)).toEqual(['status: ', 'remind:1: noorhaddad tomasvik']);
  const [, reminder] = pull.now.comments;
  await world.user('tidewire-keeper').deletesComment(reminder!);
  await bench.restart();
  await sandbox.clock.advance({ days: 10 });
  await cast.author.comments(pull, 'Still here.');
  expect(told(story)).toEqual(['status: ']);
  await sandbox.clock.advance({ days: 5 });
  expect(told(story)).toEqual(['status: ', 'remind:2: noorhaddad tomasvik']);
  await strike(story);
});
