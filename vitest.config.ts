import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const { VITEST_COUNTS } = process.env

/** Vitest leaves one core free unless told: on two cores it would use only one. */
const CORES = availableParallelism()

/** What a test starts other processes, threads or a browser with. */
const STARTS_PROCESSES =
  /node:(child_process|worker_threads)'|\b(startBot|startStrictBot|runBurst|runBotToItsEnd|npmStart|runKilled|bundleScript|copyProject|launchBrowser|kill(DuringDigests|Writers)|(repeat|mutate)Updates)\b/

const files = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts'))

/** Tests that wait for other processes more than they work. All others are unit tests. */
const system = files.filter((path) =>
  STARTS_PROCESSES.test(readFileSync(join(import.meta.dirname, path), 'utf8')),
)

/** Tests that measure how long readers wait: nothing else may run beside them. */
const timing = ['test/journeys/faults.test.ts']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // .ci/run reads the counts from a file, and nobody else needs them.
    reporters:
      VITEST_COUNTS === undefined ? ['default'] : ['default', ['json', { outputFile: VITEST_COUNTS }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: system,
          maxWorkers: CORES,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: system.filter((path) => !timing.includes(path)),
          maxWorkers: CORES + 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { name: 'timing', include: timing, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
})
