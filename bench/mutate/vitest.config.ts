import { defineConfig } from 'vitest/config'

/** The tests of the part that is mutated; see `mutate.ts`. */
const include = JSON.parse(process.env['MUTATE_TESTS'] ?? '[]') as string[]

export default defineConfig({
  test: {
    include,
    setupFiles: ['test/support/property-settings.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
