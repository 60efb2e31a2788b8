import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
    // No module holds state (house rule), so the files of a worker share what they import: a fifth of the time.
    isolate: false,
  },
});
