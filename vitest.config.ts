import { defineConfig } from 'vitest/config'

const { VITEST_COUNTS } = process.env

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // .ci/run reads the counts from a file, and nobody else needs them.
    reporters:
      VITEST_COUNTS === undefined ? ['default'] : ['default', ['json', { outputFile: VITEST_COUNTS }]],
  },
})
