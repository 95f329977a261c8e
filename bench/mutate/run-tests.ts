import { type File, type Suite, startTests, type Task, type Test } from '@vitest/runner'
import { TestRunner } from 'vitest'

// A run of one test file inside the process that runs already: nothing is reported, the first failure ends it.

interface ModuleNode {
  readonly id: string
  readonly importers: ReadonlySet<string>
  promise?: unknown
  exports?: unknown
  evaluated?: boolean
}

interface Worker {
  readonly config: ConstructorParameters<typeof TestRunner>[0]
  readonly evaluatedModules: { readonly idToModuleMap: Map<string, ModuleNode> }
}

/** The switchboard that instrumented code asks. */
interface Switches {
  activeMutant?: string | undefined
  hitCount?: number | undefined
  currentTestId?: string | undefined
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> }
}

/** Where Vitest keeps what it knows, and where instrumented code looks. */
const WORKER = '__vitest_worker__'
const SWITCHES = '__stryker__'
const world = globalThis as unknown as { readonly [WORKER]: Worker; [SWITCHES]?: Switches }

export const switches: Switches = (world[SWITCHES] ??= {})

const modules = () => world[WORKER].evaluatedModules.idToModuleMap

function forget(node: ModuleNode): void {
  node.promise = undefined
  node.exports = undefined
  node.evaluated = false
}

/** Modules, and all that import them. */
function importersOf(files: ReadonlySet<string>): ReadonlySet<ModuleNode> {
  const seen = new Set<ModuleNode>()
  const waiting = [...modules().values()].filter(({ id }) => files.has(id))
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    for (const importer of node.importers) {
      const it = modules().get(importer)
      if (it !== undefined) waiting.push(it)
    }
  }
  return seen
}

/** Has files loaded anew, and all that import them: what they keep from one test to the next is gone. */
export function reload(files: ReadonlySet<string>): void {
  for (const node of importersOf(files)) if (!node.id.endsWith('/bench/mutate/try-mutants.ts')) forget(node)
}

/** Whether a test file imports a file, itself or by way of others. */
export const usesFile = (test: string, file: string): boolean =>
  [...importersOf(new Set([file]))].some(({ id }) => id === test)

/** What tests have cost, by id, in ms of the processor. */
export const workOf = new Map<string, number>()

class QuietRunner extends TestRunner {
  readonly #load: (path: string) => Promise<unknown>
  readonly #onLoaded: () => void
  readonly #stopsAtFailure: boolean
  #began = process.cpuUsage()

  constructor(load: (path: string) => Promise<unknown>, onLoaded: () => void, stopsAtFailure: boolean) {
    super(world[WORKER].config)
    this.#load = load
    this.#onLoaded = onLoaded
    this.#stopsAtFailure = stopsAtFailure
  }

  override async onBeforeRunSuite(suite: Suite): Promise<void> {
    await super.onBeforeRunSuite(suite)
    // Not before: Vitest's own process is asked where snapshots are, and on a busy machine it answers late.
    if ('filepath' in suite) this.#onLoaded()
  }

  override trace = <T>(_name: string, attributes: unknown, body?: () => T): T =>
    (body ?? (attributes as () => T))()

  override importFile(path: string): unknown {
    const node = modules().get(path)
    if (node !== undefined) forget(node)
    return this.#load(path)
  }

  override async onBeforeRunTask(test: Test): Promise<void> {
    await super.onBeforeRunTask(test)
    switches.currentTestId = test.id
    this.#began = process.cpuUsage()
  }

  override onAfterRunTask(test: Task): void {
    super.onAfterRunTask(test)
    switches.currentTestId = undefined
    const { user, system } = process.cpuUsage(this.#began)
    workOf.set(test.id, (user + system) / 1000)
    if (this.#stopsAtFailure && test.result?.state === 'fail') this.cancel('test-failure')
  }

  override async onAfterRunSuite(_suite: Suite): Promise<void> {}
  override onCleanupWorkerContext(): void {}
}

/**
 * Runs tests of one file.
 * @param load imports a file by way of Vitest
 * @param onLoaded is called when the file is loaded, before its first test
 * @param testIds all tests of the file, if it is not given
 */
export async function runTests(
  filepath: string,
  load: (path: string) => Promise<unknown>,
  onLoaded: () => void,
  testIds?: readonly string[],
): Promise<File> {
  const runner = new QuietRunner(load, onLoaded, testIds !== undefined)
  const [file] = await startTests([{ filepath, ...(testIds && { testIds: [...testIds] }) }], runner)
  if (file === undefined) throw new Error(`${filepath} was not collected`)
  return file
}

/** The names and errors of what failed. */
export function failuresOf(task: Task): readonly { readonly id: string; readonly text: string }[] {
  const own =
    task.result?.state === 'fail' && (task.type === 'test' || (task.result.errors?.length ?? 0) > 0)
      ? [{ id: task.id, text: `${task.name}: ${task.result.errors?.[0]?.message ?? ''}` }]
      : []
  return task.type === 'suite' ? [...own, ...task.tasks.flatMap(failuresOf)] : own
}

export const testsOf = (task: Task): readonly Test[] =>
  task.type === 'suite' ? task.tasks.flatMap(testsOf) : [task]
