import { expect } from 'vitest';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import type { Fault } from '../../src/sandbox/faults.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import type { WebhookDelivery } from '../../src/sandbox/state/types.js';
import { endOf, type End } from './end.js';
import { stageFor, strike, tidewire } from './stage.js';

/** What goes wrong: done before the story begins; what it gives back is done after each chapter. */
export type Mischief = (stage: Stage) => ((told: Told) => Promise<void>) | null;

/** Tells the whole story, with something going wrong in it. */
export async function tellWith(mischief: Mischief): Promise<End> {
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
  await stage.bench.awaitsDashboard();
  const end = endOf(told);
  await strike(stage);
  return end;
}

/** Whether a person caused a webhook: those that the bot causes itself are no news to it. */
export const byPerson = ({ payload }: WebhookDelivery): boolean =>
  (JSON.parse(payload) as { sender?: { type?: string } }).sender?.type === 'User';

/** How the story ends when nothing goes wrong, and how much there is that can. */
export interface Quiet {
  end: End;
  webhooks: number;
  requests: number;
  writes: number;
}

/** Tells the story undisturbed, and counts. */
export async function tellQuietly(): Promise<Quiet> {
  const counts = { webhooks: 0, requests: 0, writes: 0 };
  const end = await tellWith((stage) => () => {
    counts.webhooks = stage.sandbox.webhooks.deliveries.filter(byPerson).length;
    const requests = stage.sandbox.requests.filter(({ authentication }) => !authentication);
    counts.requests = requests.length;
    counts.writes = requests.filter(({ writes }) => writes).length;
    return Promise.resolve();
  });
  return { end, ...counts };
}

/** Every so many-th story of a row is told: an eighth of them by `npm test`, each of them by `npm run test:long`. */
export const STEP = Number(process.env['MISCHIEF_STEP'] ?? '8');

/** Tells the story once for each request of a kind that it makes, and lets that request fail. */
export async function failsEach(kind: 'requests' | 'writes', fault: Fault): Promise<void> {
  const quiet = await tellQuietly();
  expect(quiet[kind]).toBeGreaterThan(30);
  const on = kind === 'writes' ? { writes: true } : {};
  for (let nth = 1; nth <= quiet[kind]; nth += STEP) {
    const end = await tellWith((stage) => {
      stage.sandbox.faults.add({ on, nth, fault });
      return null;
    });
    expect(end, `${kind} ${nth} of ${quiet[kind]}`).toEqual(quiet.end);
  }
}
