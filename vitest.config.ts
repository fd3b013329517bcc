import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/soak/**', 'node_modules/**'],
    testTimeout: 60_000,
    pool: 'forks',
    // Most of a story is waiting for albums to settle, so more of them than there are cores run side by side.
    maxWorkers: 4,
  },
})
