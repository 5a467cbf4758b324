import { beforeAll, describe, expect, test } from 'vitest';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import type { Fault } from '../../src/sandbox/faults.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { endOf, type End } from './end.js';
import { stageFor, strike, tidewire } from './stage.js';

/**
 * Tells the whole story, with something going wrong in it.
 * @param mischief done before the story begins; what it gives back is done after each chapter
 */
async function tellWith(mischief: (stage: Stage) => ((told: Told) => Promise<void>) | void): Promise<End> {
  const stage = await stageFor(tidewire('wire-format'));
  const after = mischief(stage);
  const told = await begin(stage);
  await after?.(told);
  for (const chapter of chaptersFor('advise')) {
    await chapter.act(told);
    await after?.(told);
  }
  // A sweep finds what a lost webhook would have told; the dashboard follows a minute later.
  await stage.bench.sweep();
  await stage.bench.sweep();
  const end = endOf(told);
  await strike(stage);
  return end;
}

/** How many webhooks come, and how many requests are made, when nothing goes wrong. */
interface Quiet {
  end: End;
  webhooks: number;
  requests: number;
}

let quiet: Quiet;

beforeAll(async () => {
  const counts = { webhooks: 0, requests: 0 };
  const end = await tellWith((stage) => () => {
    counts.webhooks = stage.sandbox.webhooks.deliveries.length;
    counts.requests = stage.sandbox.requests.filter(({ authentication }) => !authentication).length;
    return Promise.resolve();
  });
  quiet = { end, ...counts };
}, 120_000);

/** CI tells every story; a laptop in a hurry tells each n-th, and says so in the test's name. */
const STEP = Number(process.env['MISCHIEF_STEP'] ?? '1');

describe('the story ends the same, and nothing is said twice, whatever goes wrong on the way', () => {
  test('each webhook is doubled', { timeout: 120_000 }, async () => {
    const end = await tellWith((stage) => void stage.world.doublesEveryWebhook());
    expect(end).toEqual(quiet.end);
  });

  test('the process is stopped and started between any two steps', { timeout: 120_000 }, async () => {
    const end = await tellWith(() => (told) => told.bench.restart());
    expect(end).toEqual(quiet.end);
  });

  test('each webhook is lost in turn, and a sweep follows', { timeout: 600_000 }, async () => {
    for (let lost = 0; lost < quiet.webhooks; lost += STEP) {
      const end = await tellWith((stage) => {
        stage.sandbox.webhooks.losesNumber(lost);
        return async (told) => {
          if (told.sandbox.webhooks.deliveries.some(({ state }) => state === 'lost')) await told.bench.sweep();
        };
      });
      expect(end, `webhook ${lost} of ${quiet.webhooks} is lost`).toEqual(quiet.end);
    }
  });

  const faults: [string, Fault][] = [
    ['before it takes effect', { kind: 'fails', status: 502 }],
    ['after it took effect', { kind: 'hangs-up-after' }],
  ];
  test.each(faults)('each single request fails once %s', { timeout: 900_000 }, async (_, fault) => {
    for (let nth = 1; nth <= quiet.requests; nth += STEP) {
      const end = await tellWith((stage) => void stage.sandbox.faults.add({ nth, fault }));
      expect(end, `request ${nth} of ${quiet.requests}`).toEqual(quiet.end);
    }
  });
});
