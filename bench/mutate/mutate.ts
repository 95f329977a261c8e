import { existsSync, mkdirSync } from 'node:fs'
import { join, matchesGlob, relative } from 'node:path'
import type { LogLevel } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { testProjects } from '../../test/support/projects.ts'
import type { MutationPart } from './parts.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** Ignored by git: what earlier runs found, so that a run tries only what has changed. */
const FOLDER = '.stryker'
/** How often properties are tried, if whoever starts it says so. */
const TIMES = process.env['PROPERTY_TIMES']

/** What the tests of a part notice. */
export interface MutationScore {
  /** Mutants that a test failed for, or that never ended. */
  readonly noticed: number
  readonly all: number
  /** Each that lives: `file:line:column what it was made`. */
  readonly survivors: readonly string[]
}

/** The files that globs name, but for tests that start processes: on the copy they take minutes, or find other paths. */
function testFilesOf(globs: readonly string[]): readonly string[] {
  const { unit, long } = testProjects()
  return [...unit, ...long].filter((file) => globs.some((glob) => matchesGlob(file, glob)))
}

/**
 * Plants faults in a part, one by one, and runs its tests for each (StrykerJS, on a copy of the project).
 * @param name keeps the results of earlier runs apart
 * @param only places to mutate instead of all of the part: `file:fromLine-toLine`
 * @throws if a test fails without any fault
 */
export async function mutate(
  name: string,
  { code, tests, cases = 0.2 }: MutationPart,
  only?: readonly string[],
): Promise<MutationScore> {
  process.env['MUTATE_TESTS'] = JSON.stringify(testFilesOf(tests))
  // A mutant that lives runs each property that reaches it: a fifth of the cases notices nearly as many.
  process.env['PROPERTY_TIMES'] = TIMES ?? `${cases}`
  if (!existsSync(join(ROOT, FOLDER))) mkdirSync(join(ROOT, FOLDER))
  const stryker = new Stryker({
    mutate: [...(only ?? code)],
    plugins: ['@stryker-mutator/vitest-runner', join(import.meta.dirname, 'spare-the-log.js')],
    ignorers: ['log'],
    testRunner: 'vitest',
    vitest: { configFile: 'bench/mutate/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    incremental: name !== 'changes',
    incrementalFile: `${FOLDER}/${name}.json`,
    tempDirName: `${FOLDER}/copy`,
    ignorePatterns: ['data'],
    concurrency: Number(process.env['MUTATE_PROCESSES'] ?? 1),
    timeoutMS: 10_000,
    reporters: process.stdout.isTTY ? ['progress'] : [],
    logLevel: 'error' as LogLevel,
    allowEmpty: true,
    checkers: [],
    packageManager: 'npm',
    disableTypeChecks: true,
    // Stryker would read it by the API of TypeScript 6, and nothing on the copy is compiled.
    tsconfigFile: 'none.json',
  })
  const results = (await stryker.runMutationTest()).filter(
    ({ status }) => status !== 'Ignored' && status !== 'CompileError' && status !== 'RuntimeError',
  )
  const lives = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  return {
    all: results.length,
    noticed: results.length - lives.length,
    survivors: lives
      .map(
        ({ fileName, location: { start }, mutatorName, replacement, status }) =>
          `${relative(ROOT, fileName)}:${start.line}:${start.column} ${mutatorName}${status === 'NoCoverage' ? ' (no test comes here)' : ''}: ${replacement ?? ''}`,
      )
      .toSorted(),
  }
}
