import { defineConfig } from 'vitest/config';

/** Tests that lead real HTTP clients astray, for the whole process: each of these files has one of its own. */
const ALONE = ['test/github/**/*.test.ts'];

export default defineConfig({
  test: {
    // Stories run a whole GitHub and a whole bot; a busy two-core machine needs room.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // Loading the modules anew for every file took a third of the time. None of them keeps a state that tests see.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
