import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { secondsOf, testProjects } from '../../test/support/projects.ts'
import type { MutationPart } from './parts.ts'
import { type Line, MUTATE_FOLDER, type Plan } from './plan.ts'
import { type Mutant, plant } from './plant.ts'

/** The mutant that is tried when the time is up may be ended. */
const LAST_MUTANT_MS = 10_000
const ROOT = join(import.meta.dirname, '..', '..')
/** How often properties are tried: a mutant that lives runs each that reaches it, and a fifth of the cases notices nearly as many. */
const TIMES = process.env['PROPERTY_TIMES'] ?? '0.2'

/** What the tests of a part notice. */
export interface MutationScore {
  /** Mutants that a test failed for, or that never ended. */
  readonly noticed: number
  /** Those that were tried. */
  readonly all: number
  /** Each that lives: `file:line:column what it was made`. */
  readonly survivors: readonly string[]
  /** For which there was no time. */
  readonly left: readonly string[]
}

/**
 * The files that globs name, but for tests that start processes: they would start them without the fault. One that is named
 * in full is taken: it tries the code in its own process too.
 */
function testFilesOf(globs: readonly string[]): readonly string[] {
  const { unit, long, system } = testProjects()
  const inProcess = [...unit, ...long].filter((file) => globs.some((glob) => matchesGlob(file, glob)))
  return [...inProcess, ...system.filter((file) => globs.includes(file))]
}

const linesOf = (file: string): readonly Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)

/** Runs Vitest once, and ends it with all its children if this process ends. */
async function runVitest(folder: string, times: string, endMs: number): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'bench/mutate/vitest.config.ts'],
    {
      cwd: ROOT,
      detached: true,
      env: { ...process.env, [MUTATE_FOLDER]: folder, PROPERTY_TIMES: times },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }
  const leave = () => process.exit(1)
  process.once('exit', end).once('SIGTERM', leave).once('SIGINT', leave)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (output = `${output}${piece.toString()}`.slice(-4000)))
  // It stops by itself between two mutants, but not while it sees what reaches them.
  const timer =
    endMs < Number.POSITIVE_INFINITY ? setTimeout(end, endMs + LAST_MUTANT_MS - Date.now()) : undefined
  await once(child, 'close')
  clearTimeout(timer)
  process.off('exit', end).off('SIGTERM', leave).off('SIGINT', leave)
  return output
}

/**
 * Plants faults in a part, one by one, and runs the tests that reach each.
 * @param only places to mutate instead of all of the part: `file:fromLine-toLine`
 * @param endMs when it stops, in ms since 1970
 * @throws if a test fails without any fault
 */
export async function mutate(
  { code, tests }: MutationPart,
  only?: readonly string[],
  endMs = Number.POSITIVE_INFINITY,
): Promise<MutationScore> {
  const planted = await plant(only ?? code)
  // If the time is up before all are tried, those that were are a sample of all files.
  const rankOf = ({ name }: Mutant) => createHash('sha256').update(name).digest('hex')
  const mutants = planted.mutants.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1))
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-mutants-'))
  const results = join(folder, 'results.jsonl')
  const plan: Plan = {
    code: planted.code,
    mutants,
    tests: testFilesOf(tests).toSorted((a, b) => secondsOf(a) - secondsOf(b)),
    ...(endMs < Number.POSITIVE_INFINITY && { endMs }),
  }
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan))
  writeFileSync(results, '')
  try {
    for (let before = -1; !linesOf(results).some((line) => 'done' in line); ) {
      const output = await runVitest(folder, TIMES, endMs)
      const lines = linesOf(results)
      const { length } = lines.filter((line) => !('restart' in line))
      const broken = lines.flatMap((line) => ('broken' in line ? [line.broken] : []))
      if (broken.length > 0) throw new Error(`tests fail without a fault:\n${broken.join('\n')}`)
      if (Date.now() >= endMs) break
      if (length === before) throw new Error(`the tests could not be run: ${output}`)
      // What hung the process, or ended it, is noticed by whoever waits.
      const last = lines.at(-1)
      if (last !== undefined && 'trying' in last)
        appendFileSync(results, `${JSON.stringify({ id: last.trying, verdict: 'late' } satisfies Line)}\n`)
      before = length
    }
    return scoreOf(mutants, linesOf(results))
  } finally {
    if (process.env['MUTATE_KEEP'] === undefined) rmSync(folder, { recursive: true })
    else console.log(folder)
  }
}

function scoreOf(mutants: Plan['mutants'], lines: readonly Line[]): MutationScore {
  const verdicts = new Map(lines.flatMap((line) => ('verdict' in line ? [[line.id, line.verdict]] : [])))
  const tried = mutants.filter(({ id }) => verdicts.has(id))
  const survivors = tried.flatMap(({ id, name }) => {
    const verdict = verdicts.get(id)
    return verdict === 'lives'
      ? [name]
      : verdict === 'no test comes here'
        ? [`${name} (no test comes here)`]
        : []
  })
  return {
    noticed: tried.length - survivors.length,
    all: tried.length,
    survivors: survivors.toSorted(),
    left: mutants.flatMap(({ id, name }) => (verdicts.has(id) ? [] : [name])),
  }
}
