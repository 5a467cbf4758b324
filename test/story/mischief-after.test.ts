import { test } from 'vitest';
import { failsEach } from './mischief.js';

// A read has no effect that could be lost: to fail after it is to fail before it, and that has a test of its own.
test(
  'each single write fails once after it took effect, and the story ends the same',
  { timeout: 900_000 },
  async () => {
    await failsEach('writes', { kind: 'hangs-up-after' });
  },
);
