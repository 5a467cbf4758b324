import { test } from 'vitest';
import { failsEachRequest } from './mischief.js';

test(
  'each single request fails once before it takes effect, and the story ends the same',
  { timeout: 900_000 },
  async () => {
    await failsEachRequest({ kind: 'fails', status: 502 });
  },
);
