import { availableParallelism, loadavg } from 'node:os'
import { relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { secondsOf, testProjects } from './test/support/projects.ts'

const { VITEST_COUNTS, PROPERTY_TIMES, PROPERTY_SEED } = process.env

/** Vitest leaves one core free unless told: on two cores it would use only one. */
const CORES = availableParallelism()

/**
 * How many others want each core as the run begins, by the mean of five minutes; at most ten. A limit by the clock only ends
 * what hangs, and beside so many others everything takes so many times as long. Where nothing else runs it changes nothing.
 */
const CROWD = Math.min(10, Math.max(1, (loadavg()[1] ?? 0) / CORES))

/** Tests that measure how long readers wait: nothing else may run beside them. */
const timing = ['test/journeys/hanging-send.test.ts']
const { unit, long, system } = testProjects()

/**
 * The longest file first, or the run ends with one core that waits for it; then the quick ones, project by project, since a
 * process that has loaded the modules takes the next file only if that is of its project.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const seconds = ({ moduleId }: TestSpecification) => secondsOf(relative(import.meta.dirname, moduleId))
    const project = (it: TestSpecification) => QUICK_LAST.indexOf(it.project.name)
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's method, which copies
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => seconds(b) - seconds(a) || project(a) - project(b))
  }
}

const QUICK_LAST: readonly string[] = ['long', 'system', 'unit']

/**
 * Journeys wait most of their time, for the pace that Telegram bears: four files more than cores keep the cores busy. The
 * unit tests come last, and fill what the last journeys leave.
 */
const together = { maxWorkers: CORES + 4, sequence: { groupOrder: 0 } }

// Which test belongs where, and why: docs/testing.md.
export default defineConfig({
  test: {
    testTimeout: 60_000 * CROWD * Number(PROPERTY_TIMES ?? 1),
    hookTimeout: 60_000 * CROWD,
    // A test in which nothing is looked at cannot fail.
    expect: { requireAssertions: true },
    setupFiles:
      PROPERTY_TIMES === undefined && PROPERTY_SEED === undefined
        ? []
        : ['test/support/property-settings.ts'],
    // .ci/run reads the counts from a file, and nobody else needs them.
    reporters:
      VITEST_COUNTS === undefined ? ['default'] : ['default', ['json', { outputFile: VITEST_COUNTS }]],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [...unit],
          // A process of its own for each file, and the modules loaded anew, would take as long as the tests.
          isolate: false,
          ...together,
        },
      },
      { extends: true, test: { name: 'long', include: [...long], ...together } },
      {
        extends: true,
        test: {
          name: 'system',
          include: system.filter((path) => !timing.includes(path)),
          globalSetup: 'test/support/ready-data.ts',
          isolate: false,
          ...together,
        },
      },
      {
        extends: true,
        test: { name: 'timing', include: timing, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
