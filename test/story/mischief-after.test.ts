import { test } from 'vitest';
import { failsEachRequest } from './mischief.js';

test(
  'each single request fails once after it took effect, and the story ends the same',
  { timeout: 900_000 },
  async () => {
    await failsEachRequest({ kind: 'hangs-up-after' });
  },
);
