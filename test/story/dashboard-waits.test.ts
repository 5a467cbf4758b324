import { expect, it } from 'vitest';
import { begin } from '../../src/sandbox/demo/story.js';
import { stageFor, strikeWhole, tidewire } from './stage.js';

it('leaves the dashboard alone while little of the hour is left, and decides all the same', async () => {
  const stage = await stageFor(tidewire('wire-format', { pace: { sweepMinutes: 60 * 24 * 60, dashboardSeconds: 60 } }));
  const told = await begin(stage);
  const { sandbox, bench, cast } = stage;
  const pages = (): number => sandbox.requests.filter(({ operation }) => operation === 'Dashboard').length;
  await bench.awaitsDashboard();
  const before = pages();
  expect(before).toBeGreaterThan(0);

  for (const bucket of sandbox.state.rateBuckets.values()) bucket.used = bucket.limit - 900;
  await cast.lead.comments(told.pull, '/sep adopt');
  expect(told.pull.lastBotComment()?.body).toContain('adopted');
  await bench.awaitsDashboard();
  expect(pages()).toBe(before);

  await sandbox.clock.advance({ hours: 1 });
  expect(pages()).toBeGreaterThan(before);
  await strikeWhole(stage);
});
