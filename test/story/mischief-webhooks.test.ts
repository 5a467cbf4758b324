import { beforeAll, describe, expect, test } from 'vitest';
import type { Told } from '../../src/sandbox/demo/story.js';
import { byPerson, STEP, tellQuietly, tellWith, type Quiet } from './mischief.js';

const sweeps = (told: Told): Promise<void> => told.bench.sweep();

let quiet: Quiet;

beforeAll(async () => {
  quiet = await tellQuietly();
}, 120_000);

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
});
