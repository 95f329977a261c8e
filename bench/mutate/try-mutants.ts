import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, expect, test } from 'vitest'
import { type Effort, type Line, MUTATE_FOLDER, type Plan, type Reach, type Verdict } from './plan.ts'
import type { Mutant } from './plant.ts'
import { failuresOf, reload, runTests, switches, testsOf, usesFile, workOf } from './run-tests.ts'

// Runs as Vitest's only test file. First each test file of the part, to see which tests reach which mutants; then, mutant by
// mutant, the tests that reach it, in this process and with the modules that are loaded already. What seems to live is tried
// again with modules loaded anew, since something may have been remembered; after each failure the same test has to pass
// without the fault, or else the process is no longer clean. So a mutant takes about as long as its tests.

const ROOT = join(import.meta.dirname, '..', '..')
const FOLDER = process.env[MUTATE_FOLDER] ?? ''
const RESULTS = join(FOLDER, 'results.jsonl')
/** Beyond so much, and three times what its tests take without a fault, a mutant is taken for endless: of work, and of waiting. */
const MOST_WORK_MS = 800
const MOST_WAITING_MS = 400
/** What waits for too long is tried again with so much more: where other processes work, files and threads answer late. */
const PATIENCE = 8
/** To load its file anew, once more. */
const MOST_LOADING_MS = 2_000
const LOOK_MS = 50
/** Tests that work longer are left out: a mutant that lives would run them all. */
const MOST_TEST_MS = 1_500

const plan = JSON.parse(readFileSync(join(FOLDER, 'plan.json'), 'utf8')) as Plan
const say = (line: Line) => appendFileSync(RESULTS, `${JSON.stringify(line)}\n`)
const known = readFileSync(RESULTS, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Line)
/** Tests may put another clock in place of the real one. */
const { setInterval, clearInterval, setImmediate } = globalThis
const mutated = new Set(Object.keys(plan.code).map((file) => join(ROOT, file)))
const load = (path: string): Promise<unknown> => import(path)

const limits = startWatchdog()

/** What nobody caught: Vitest would fail a run for it. */
let stray: unknown
process.on('unhandledRejection', (error) => (stray = error ?? 'rejected'))
process.on('uncaughtException', (error) => (stray = error ?? 'thrown'))

async function reachOf(file: string): Promise<Reach> {
  // Instrumented code keeps the object that it has found first.
  const coverage = Object.assign((switches.mutantCoverage ??= { static: {}, perTest: {} }), {
    static: {},
    perTest: {},
  })
  let effort = startEffort()
  const onLoaded = () => (effort = startEffort())
  const result = await runTests(join(ROOT, file), load, onLoaded)
  for (const { text } of failuresOf(result)) say({ broken: `${file} ${text}` })
  const { static: always, perTest } = coverage
  const tests = testsOf(result).map((it) => ({
    id: it.id,
    ms: workOf.get(it.id) ?? 0,
    hits: perTest[it.id] ?? {},
  }))
  const uses = Object.keys(plan.code).filter((it) => usesFile(join(ROOT, file), join(ROOT, it)))
  return { file, uses, ...effort(), tests, always }
}

interface Attempt extends Effort {
  readonly file: string
  readonly tests: readonly string[]
}

/** Work and waiting from now on. Time that other processes have, on a busy machine, is neither. */
function startEffort(): () => Effort {
  const work = process.cpuUsage()
  const loop = performance.eventLoopUtilization()
  return () => {
    const { user, system } = process.cpuUsage(work)
    return { workMs: (user + system) / 1000, waitMs: performance.eventLoopUtilization(loop).idle }
  }
}

/**
 * Ends the process if an attempt works for too long without ever letting go: then no timer of its own runs.
 * @returns sets when an attempt began, or 0, and how long it may work, in ms of the processor
 */
function startWatchdog(): Float64Array {
  const limits = new Float64Array(new SharedArrayBuffer(16))
  const watch = `
    const { workerData } = require('node:worker_threads')
    setInterval(() => {
      const { user, system } = process.cpuUsage()
      const [began, most] = workerData
      if (began > 0 && (user + system) / 1000 - began > most) process.kill(process.pid, 'SIGKILL')
    }, 200)`
  new Worker(watch, { eval: true, workerData: limits }).unref()
  return limits
}

/** Runs tests with a mutant, or with none. @param patience how many times as long as usual it may wait */
async function attempt(id: string | undefined, { file, tests, workMs, waitMs }: Attempt, patience = 1) {
  stray = undefined
  const mostMs = MOST_WORK_MS + 3 * workMs
  const mostWaitingMs = patience * (MOST_WAITING_MS + 3 * waitMs)
  const all = startEffort()
  let isEndless = false
  Object.assign(switches, { activeMutant: id, hitCount: 0 })
  // A loop that a mutant makes endless comes by the mutant again and again, and is thrown out of it.
  Object.defineProperty(switches, 'hitLimit', {
    configurable: true,
    get: () => {
      isEndless ||= (switches.hitCount ?? 0) % 64 === 0 && all().workMs > MOST_LOADING_MS + mostMs
      return isEndless ? -1 : Number.POSITIVE_INFINITY
    },
  })
  const { user, system } = process.cpuUsage()
  limits.set([(user + system) / 1000, 2 * (MOST_LOADING_MS + mostMs)])
  // To load files is no work of theirs.
  let effort: (() => Effort) | undefined
  const onLoaded = () => (effort = startEffort())
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'works' | 'waits'>((resolve) => {
    timer = setInterval(() => {
      const now = effort?.()
      if (now === undefined) return
      if (now.workMs > mostMs) resolve('works')
      else if (now.waitMs > mostWaitingMs) resolve('waits')
    }, LOOK_MS)
  })
  try {
    const result = await Promise.race([runTests(join(ROOT, file), load, onLoaded, tests), late])
    const hits = switches.hitCount ?? 0
    if (isEndless || result === 'works') return { verdict: 'late', hits } as const
    if (result === 'waits') return { verdict: 'late', waits: true, hits } as const
    await new Promise((resolve) => setImmediate(resolve))
    const [failure] = failuresOf(result)
    if (failure !== undefined) return { verdict: 'noticed', by: failure, hits } as const
    return { verdict: stray === undefined ? 'lives' : 'noticed', hits } as const
  } finally {
    clearInterval(timer)
    limits[0] = 0
    switches.activeMutant = undefined
  }
}

/** Which tests may notice a mutant, the cheapest file first. */
function attemptsFor({ id, file: mutatedFile }: Mutant, isStatic: boolean): readonly Attempt[] {
  return reaches
    .map(({ file, uses, tests, workMs, waitMs }) => {
      const cheap = tests.filter((it) => it.ms < MOST_TEST_MS)
      const reaching = cheap.filter(({ hits }) => id in hits)
      // Code that runs when a file is loaded, once, is reached by whatever uses the file.
      const chosen = isStatic ? (uses.includes(mutatedFile) ? cheap : []) : reaching
      const share =
        chosen.reduce((all, { ms }) => all + ms, 0) / (tests.reduce((all, { ms }) => all + ms, 0) || 1)
      return { file, tests: chosen.map((it) => it.id), workMs: workMs * share, waitMs }
    })
    .filter(({ tests }) => tests.length > 0)
    .toSorted((a, b) => a.workMs + a.waitMs - b.workMs - b.waitMs)
}

/** Whether tests pass without any fault: if not, something is left of the last one. */
async function isClean(tests: Attempt): Promise<boolean> {
  return (await attempt(undefined, tests, PATIENCE)).verdict === 'lives'
}

interface Found {
  readonly verdict: Verdict
  /** The test that failed, and how. */
  readonly by?: string
  /** Whether the process is not clean any more. */
  readonly leaves?: true
}

/**
 * Tries one mutant.
 * @param isFresh whether it is the first that this process tries
 * @returns no verdict if the process was perhaps not clean
 */
async function verdictOn(mutant: Mutant, isFresh: boolean): Promise<Found | undefined> {
  const { id } = mutant
  const isStatic = reaches.some(({ always }) => id in always)
  const attempts = attemptsFor(mutant, isStatic)
  if (attempts.length === 0) return { verdict: 'no test comes here' }
  for (const one of attempts) {
    if (isStatic) reload(mutated)
    let { verdict, by, waits, hits } = await attempt(id, one)
    let isAnew = isStatic
    if (!isStatic && verdict === 'lives' && hits === 0) {
      // It was reached the first time: what it made is remembered.
      reload(mutated)
      isAnew = true
      ;({ verdict, by, waits, hits } = await attempt(id, one))
    }
    if (isAnew) reload(mutated)
    if (verdict === 'lives') continue
    if (waits && (await isClean(one))) {
      if (isStatic) reload(mutated)
      ;({ verdict, by } = await attempt(id, one, PATIENCE))
      if (isStatic) reload(mutated)
      if (verdict === 'lives') continue
    }
    const again = by === undefined || !one.tests.includes(by.id) ? one : { ...one, tests: [by.id] }
    if (await isClean(again)) return { verdict, ...(by && { by: `${one.file} ${by.text}` }) }
    // In a process that has just begun it can only be this mutant that has left something.
    return isFresh || isAnew
      ? { verdict, ...(by && { by: `${one.file} ${by.text}` }), leaves: true }
      : undefined
  }
  return { verdict: 'lives' }
}

const reaches: Reach[] = known.flatMap((line) => ('reach' in line ? [line.reach] : []))
const tried = new Set(known.flatMap((line) => ('verdict' in line ? [line.id] : [])))

// Within a test Vitest lets no other be collected; before it, it does.
beforeAll(tryAll, 0)
test('tests were looked at', () => {
  expect(reaches.length).toBeGreaterThan(0)
})

async function tryAll(): Promise<void> {
  // Where the time is short, half of it is for seeing what reaches what; tests that are dear come last.
  const half = (Date.now() + (plan.endMs ?? Number.POSITIVE_INFINITY)) / 2
  for (const file of plan.tests) {
    if (Date.now() > half) break
    if (reaches.some((it) => it.file === file)) continue
    const reach = await reachOf(file)
    reaches.push(reach)
    say({ reach })
  }
  let isFresh = true
  for (const mutant of plan.mutants) {
    if (tried.has(mutant.id)) continue
    if (Date.now() > (plan.endMs ?? Number.POSITIVE_INFINITY)) break
    say({ trying: mutant.id })
    const effort = startEffort()
    const found = await verdictOn(mutant, isFresh)
    // A test that was not looked at may come there.
    if (found?.verdict === 'no test comes here' && reaches.length < plan.tests.length) continue
    if (found !== undefined) say({ id: mutant.id, ...found, ...effort() })
    if (found === undefined || found.leaves) return say({ restart: true })
    isFresh = false
  }
  return say({ done: true })
}
