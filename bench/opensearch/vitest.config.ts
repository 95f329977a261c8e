import { defineConfig } from 'vitest/config'

/** What needs a search server; see docs/testing.md. */
export default defineConfig({
  test: {
    include: ['test/search/opensearch/*.contract.ts'],
    testTimeout: 60_000,
    hookTimeout: 240_000,
    expect: { requireAssertions: true },
  },
})
