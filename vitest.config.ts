import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { secondsOf, testProjects } from './test/support/projects.ts'

const { VITEST_COUNTS, PROPERTY_TIMES, PROPERTY_SEED } = process.env

/** Vitest leaves one core free unless told: on two cores it would use only one. */
const CORES = availableParallelism()

/**
 * Longer than any test takes beside ten other programs that want each core: a limit by the clock only ends what hangs. What
 * a test waits for has a limit of its own, which tells more.
 */
const HANGS_MS = 900_000

/** Tests that measure how long readers wait: nothing else may run beside them. */
const timing = ['test/journeys/hanging-send.test.ts']
const { unit, ...others } = testProjects()
const system = others.system.filter((path) => !timing.includes(path))

/**
 * The longest file first, or the run ends with one core that waits for it; then the quick ones, unit tests last: they fill
 * what the last journeys leave.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const path = ({ moduleId }: TestSpecification) => relative(import.meta.dirname, moduleId)
    const isUnit = (it: TestSpecification) => Number(unit.includes(path(it)))
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's method, which copies
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => secondsOf(path(b)) - secondsOf(path(a)) || isUnit(a) - isUnit(b))
  }
}

/**
 * Journeys wait most of their time, for the pace that Telegram bears: four files more than cores keep the cores busy. A
 * process for each file, and the modules loaded anew, would take as long as the tests.
 */
const together = { isolate: false, maxWorkers: CORES + 4, sequence: { groupOrder: 0 } }
const ready = { globalSetup: 'test/support/ready-data.ts' }

/**
 * Each project transforms the modules for itself, and ends its processes. So the whole suite is one project, and two where
 * only one of them is asked for.
 */
const projectsOf = (mode: string): TestProjectInlineConfiguration[] => {
  const project = (test: NonNullable<TestProjectInlineConfiguration['test']>) => ({
    extends: true as const,
    test,
  })
  return [
    ...(mode === 'whole'
      ? [project({ name: 'whole', include: [...others.long, ...system, ...unit], ...ready, ...together })]
      : [
          project({ name: 'unit', include: [...unit], ...together }),
          project({ name: 'system', include: [...others.long, ...system], ...ready, ...together }),
        ]),
    project({ name: 'timing', include: timing, maxWorkers: 1, sequence: { groupOrder: 1 } }),
  ]
}

// Which test belongs where, and why: docs/testing.md.
export default defineConfig(({ mode }) => ({
  test: {
    testTimeout: HANGS_MS * Number(PROPERTY_TIMES ?? 1),
    hookTimeout: HANGS_MS,
    // A test in which nothing is looked at cannot fail.
    expect: { requireAssertions: true, poll: { timeout: 120_000 } },
    setupFiles:
      PROPERTY_TIMES === undefined && PROPERTY_SEED === undefined
        ? []
        : ['test/support/property-settings.ts'],
    // .ci/run reads the counts from a file, and nobody else needs them.
    reporters:
      VITEST_COUNTS === undefined ? ['default'] : ['default', ['json', { outputFile: VITEST_COUNTS }]],
    sequence: { sequencer: LongestFirst },
    projects: projectsOf(mode),
  },
}))
