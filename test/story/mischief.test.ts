import { beforeAll, describe, expect, test } from 'vitest';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import type { Fault } from '../../src/sandbox/faults.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import type { WebhookDelivery } from '../../src/sandbox/state/types.js';
import { endOf, type End } from './end.js';
import { stageFor, strike, tidewire } from './stage.js';

/** What goes wrong: done before the story begins; what it gives back is done after each chapter. */
type Mischief = (stage: Stage) => ((told: Told) => Promise<void>) | null;

/** Tells the whole story, with something going wrong in it. */
async function tellWith(mischief: Mischief): Promise<End> {
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
  const end = endOf(told);
  await strike(stage);
  return end;
}

/** Whether a person caused a webhook: those that the bot causes itself are no news to it. */
const byPerson = ({ payload }: WebhookDelivery): boolean =>
  (JSON.parse(payload) as { sender?: { type?: string } }).sender?.type === 'User';

/** How the story ends when nothing goes wrong, and how much there is that can. */
interface Quiet {
  end: End;
  webhooks: number;
  requests: number;
}

let quiet: Quiet;

beforeAll(async () => {
  const counts = { webhooks: 0, requests: 0 };
  const end = await tellWith((stage) => () => {
    counts.webhooks = stage.sandbox.webhooks.deliveries.filter(byPerson).length;
    counts.requests = stage.sandbox.requests.filter(({ authentication }) => !authentication).length;
    return Promise.resolve();
  });
  quiet = { end, ...counts };
}, 120_000);

/** Every so many-th of a row of stories is told; 1 is all of them. A laptop in a hurry may say more. */
const STEP = Number(process.env['MISCHIEF_STEP'] ?? '1');

const sweeps = (told: Told): Promise<void> => told.bench.sweep();

describe('the story ends the same, and nothing is said twice, whatever goes wrong on the way', () => {
  test('each webhook is doubled', { timeout: 120_000 }, async () => {
    const end = await tellWith((stage) => {
      stage.world.doublesEveryWebhook();
      return null;
    });
    expect(end).toEqual(quiet.end);
  });

  test('the process is stopped and started between any two steps', { timeout: 120_000 }, async () => {
    const end = await tellWith(() => (told) => told.bench.restart());
    expect(end).toEqual(quiet.end);
  });

  test('no webhook arrives at all, and sweeps find everything', { timeout: 120_000 }, async () => {
    const end = await tellWith((stage) => {
      stage.sandbox.webhooks.loses = () => true;
      return sweeps;
    });
    expect(end).toEqual(quiet.end);
  });

  test('no webhook of its own making arrives', { timeout: 120_000 }, async () => {
    const end = await tellWith((stage) => {
      stage.sandbox.webhooks.loses = (delivery) => !byPerson(delivery);
      return null;
    });
    expect(end).toEqual(quiet.end);
  });

  test('each webhook of a person is lost in turn, and a sweep follows', { timeout: 600_000 }, async () => {
    expect(quiet.webhooks).toBeGreaterThan(15);
    for (let lost = 0; lost < quiet.webhooks; lost += STEP) {
      let seen = 0;
      const end = await tellWith((stage) => {
        stage.sandbox.webhooks.loses = (delivery) => byPerson(delivery) && seen++ === lost;
        return sweeps;
      });
      expect(end, `webhook ${lost} of ${quiet.webhooks} is lost`).toEqual(quiet.end);
    }
  });

  const faults: [string, Fault][] = [
    ['before it takes effect', { kind: 'fails', status: 502 }],
    ['after it took effect', { kind: 'hangs-up-after' }],
  ];
  test.each(faults)('each single request fails once %s', { timeout: 900_000 }, async (_, fault) => {
    expect(quiet.requests).toBeGreaterThan(50);
    for (let nth = 1; nth <= quiet.requests; nth += STEP) {
      const end = await tellWith((stage) => {
        stage.sandbox.faults.add({ nth, fault });
        return null;
      });
      expect(end, `request ${nth} of ${quiet.requests}`).toEqual(quiet.end);
    }
  });
});
