import { expect, test } from 'vitest';
import type { Told } from '../../src/sandbox/demo/story.js';
import { brought } from './places.js';
import { strike } from './stage.js';

/** The reactions on the latest comment of a person. */
const reactions = ({ pull }: Told): string[] =>
  (pull.now.comments.findLast(({ body }) => !body.startsWith('<!--'))?.reactions ?? []).map(({ content }) => content);

const asked = ({ sandbox }: Told, since: number): string[] =>
  sandbox.requests.slice(since).flatMap(({ operation, authentication }) => (authentication ? [] : [operation]));

test('a command is seen before it is written down, and then done or refused', async () => {
  const told = await brought();
  const { sandbox, cast, pull, bench } = told;
  bench.patient = false;
  sandbox.faults.add({ on: { operation: /^Append$/ }, fault: { kind: 'hangs-up' } });
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(reactions(told)).toEqual(['eyes']);
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  bench.patient = true;
  await bench.sweep();
  expect(reactions(told)).toEqual(['eyes', '+1']);
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(reactions(told)).toEqual(['eyes', 'confused']);
  expect(pull.botComments()).toHaveLength(2);
  await strike(told);
});

test('a process that ends between the two leaves nobody with eyes alone', async () => {
  const told = await brought();
  const { sandbox, cast, pull, bench } = told;
  for (const operation of [/^Append$/, /^Publish$/]) {
    bench.patient = false;
    sandbox.faults.add({ on: { operation }, fault: { kind: 'hangs-up' } });
    await cast.outsider.comments(pull, '/sep check');
    expect(reactions(told)).toEqual(['eyes']);
    await bench.stop();
    bench.patient = true;
    await bench.start();
    expect(reactions(told)).toEqual(['eyes', '+1']);
    expect(sandbox.faults.pending).toEqual([]);
  }
  expect(pull.botComments()).toHaveLength(3);
  await strike(told);
});

test('the description and a review are seen, too, and what holds no command is not', async () => {
  const told = await brought();
  const { cast, pull, repo, play } = told;
  const other = await cast.lead.opensPullRequest({
    repo,
    title: 'Another',
    body: 'Please have a look.\n\n/sep adopt',
    files: { 'seps/0000-other.md': play.proposal.text.replace('Short frames', 'Long frames') },
  });
  expect(other.now.reactions.map(({ content }) => content)).toEqual(['eyes', '+1']);
  const review = await cast.sponsor.reviewsWithComment(pull, { body: 'Good.\n\n/sep sponsor' });
  expect(review.reactions.map(({ content }) => content)).toEqual(['eyes', '+1']);
  expect(other.statusComment()).not.toBeNull();
  const since = told.sandbox.requests.length;
  const comment = await cast.outsider.comments(pull, 'I like it.');
  expect(comment.reactions).toEqual([]);
  expect(asked(told, since)).toEqual(['Snapshot']);
  await strike(told);
});

test('eyes that cannot be shown hold nothing up, and a limit is waited for', async () => {
  const told = await brought();
  const { sandbox, cast, pull, bench } = told;
  sandbox.faults.add({ on: { operation: /^Eyes$/ }, fault: { kind: 'fails', status: 502 } });
  const since = sandbox.requests.length;
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(asked(told, since)).toEqual(['Snapshot', 'Accounts', 'Eyes', 'Append', 'Publish']);
  expect(reactions(told)).toEqual(['+1']);
  expect(bench.log.errors).toEqual([]);
  sandbox.faults.add({ on: { operation: /^Eyes$/ }, fault: { kind: 'secondary-limit', retryAfterSeconds: 300 } });
  const before = sandbox.clock.now();
  await cast.sponsor.comments(pull, '/sep unsponsor');
  expect(sandbox.clock.now().since(before).total('seconds')).toBeGreaterThanOrEqual(300);
  expect(reactions(told)).toEqual(['eyes', '+1']);
  await strike(told);
});

test('a comment that is gone before it can be seen is counted all the same', async () => {
  const told = await brought();
  const { sandbox, cast, pull, world } = told;
  sandbox.faults.add({
    on: { operation: /^Eyes$/ },
    fault: {
      kind: 'partial-data',
      errors: [{ message: 'Could not resolve to a node', type: 'NOT_FOUND', path: ['m0'] }],
    },
  });
  const comment = await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.sponsor.deletesComment(comment);
  await world.settle();
  expect(pull.labels).toEqual(['SEP', 'draft']);
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
});
