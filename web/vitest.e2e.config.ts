import { defineConfig } from 'vitest/config';

// A real browser before a real house: one of each, one test after the other.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/house.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 180_000, interval: 40 } },
  },
});
