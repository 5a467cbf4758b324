import { expect, test } from 'vitest';
import type { Told } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import { brought, status } from './places.js';
import { strike } from './stage.js';

const sponsors = (told: Told): string[] =>
  ledgerOf(told).flatMap((line) =>
    line.kind === 'act' && line.command === 'sep sponsor' ? [`${line.by.login} by ${line.source.kind}`] : [],
  );

test('a maintainer who assigns themselves sponsors the proposal, without a word and once', async () => {
  const told = await brought();
  const { cast, pull, bench } = told;
  const words = pull.botComments().length;
  await cast.sponsor.assignsThemselves(pull);
  expect(pull.labels).toContain('draft');
  expect(status(told)).toContain('A draft, sponsored by kofiadu');
  expect(pull.statusComment()?.body).toContain('kofiadu sponsors the proposal by assigning themselves.');
  expect(sponsors(told)).toEqual(['kofiadu by assignment']);
  expect(pull.botComments()).toHaveLength(words);
  await bench.restart();
  await bench.sweep();
  expect(sponsors(told)).toEqual(['kofiadu by assignment']);
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});

test('who takes their assignment back is the sponsor still: that needs a word', async () => {
  const told = await brought();
  const { cast, pull, bench } = told;
  await cast.sponsor.assignsThemselves(pull);
  await cast.sponsor.unassigns(pull, cast.sponsor);
  await bench.sweep();
  expect(status(told)).toContain('A draft, sponsored by kofiadu');
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});

test('an assignment that sponsors nothing is no act: no answer, no reaction, and the step is still open to others', async () => {
  const told = await brought();
  const { cast, pull, world, bench } = told;
  const words = pull.botComments().length;
  // A member who is no maintainer, a maintainer whom somebody else assigned, and nobody of them is the sponsor.
  await cast.member.assignsThemselves(pull);
  await cast.lead.assigns(pull, cast.sponsor);
  expect(status(told)).toContain('A new proposal that awaits a sponsor');
  expect(pull.botComments()).toHaveLength(words);
  expect(pull.statusComment()?.body).not.toContain('assigning themselves');
  await world.user('minasato').comments(pull, '/sep sponsor');
  expect(status(told)).toContain('A draft, sponsored by minasato');
  // A second maintainer who assigns themselves takes nothing over, and is not told off for it.
  await cast.sponsor.unassigns(pull, cast.sponsor);
  await cast.sponsor.assignsThemselves(pull);
  expect(sponsors(told)).toEqual(['linokafor by assignment', 'minasato by comment', 'kofiadu by assignment']);
  expect(status(told)).toContain('A draft, sponsored by minasato');
  expect(pull.botComments()).toHaveLength(words);
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});

test('a webhook that was lost changes nothing: the sweep finds the assignment at its own time', async () => {
  const told = await brought();
  const { cast, pull, world, bench, sandbox } = told;
  await world.quietly(() => cast.sponsor.assignsThemselves(pull));
  const at = sandbox.clock.now().toString({ smallestUnit: 'second' });
  await sandbox.clock.advance({ hours: 3 });
  expect(status(told)).toContain('A new proposal that awaits a sponsor');
  await bench.sweep();
  expect(status(told)).toContain('A draft, sponsored by kofiadu');
  const line = ledgerOf(told).find((one) => one.kind === 'act' && one.command === 'sep sponsor');
  expect(Date.parse(at) - Date.parse(line?.at ?? '')).toBeLessThan(60_000);
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});
