import { test } from 'vitest';
import { failsEach } from './mischief.js';

test(
  'each single request fails once before it takes effect, and the story ends the same',
  { timeout: 900_000 },
  async () => {
    await failsEach('requests', { kind: 'fails', status: 502 });
  },
);
