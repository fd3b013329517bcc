import { defineConfig } from 'vitest/config'

/** The heavy runs, one file after the other: they measure and kill processes, and must not disturb each other. */
export default defineConfig({
  test: {
    include: ['test/soak/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    pool: 'forks',
    fileParallelism: false,
  },
})
