import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { MUTATE_FOLDER, type Plan } from './plan.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const { code } = JSON.parse(readFileSync(join(process.env[MUTATE_FOLDER] ?? '', 'plan.json'), 'utf8')) as Plan

/** One process that tries all mutants (`try-mutants.ts`), with the faults in the sources that it loads. */
export default defineConfig({
  plugins: [
    {
      name: 'faults',
      enforce: 'pre',
      load: (id) => code[relative(ROOT, id).replaceAll('\\', '/')],
    },
  ],
  test: {
    root: ROOT,
    include: ['bench/mutate/try-mutants.ts'],
    setupFiles: ['test/support/property-settings.ts', 'bench/mutate/no-shrinking.ts'],
    isolate: false,
    pool: 'forks',
    maxWorkers: 1,
    silent: true,
    // On a busy machine anything takes long: mutants are judged by work and waiting.
    testTimeout: 0,
    hookTimeout: 0,
  },
})
