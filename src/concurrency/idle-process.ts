import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What comes of an order, in the order of the orders. */
export type Settled<Result> =
  | { readonly result: Result }
  /** In English, for the log. */
  | { readonly failure: string }

/** A process of its own that works off orders, one after another. */
export interface IdleProcess<Order, Result> {
  /** @throws if the process fails at it, or ends */
  run(order: Order): Promise<Result>
  close(): Promise<void>
}

/** Of the environment: what a program needs to run. It is told no secrets. */
const ENVIRONMENT = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'LANG', 'TZ', 'SystemRoot']
/** UTF-16 units of what it said last, in case it ends. */
const LAST_WORDS = 2_000

/**
 * Opens a process that starts with its first order, and ends some time after its last one. Other than a thread's, all of its
 * memory is given back then, and it may crash without taking this process along.
 * @param program which answers each message with a {@link Settled}
 * @param name what the log calls it: `drawing process`
 * @param idleMs how long it stays after its last order
 */
export function openIdleProcess<Order, Result>(
  program: URL,
  name: string,
  idleMs: number,
): IdleProcess<Order, Result> {
  const orders: ((settled: Settled<Result>) => void)[] = []
  let child: ChildProcess | undefined
  let rest: NodeJS.Timeout | undefined

  const end = () => {
    child?.kill()
    child = undefined
  }
  const begin = (): ChildProcess => {
    const started = fork(fileURLToPath(program), [], {
      execArgv: [],
      env: Object.fromEntries(ENVIRONMENT.map((key) => [key, process.env[key]])),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let said = ''
    started.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-LAST_WORDS)
    })
    started.on('message', (settled: Settled<Result>) => {
      orders.shift()?.(settled)
      if (orders.length > 0) return
      // A bot that has nothing else to do may end.
      hold(started, false)
      rest = setTimeout(end, idleMs).unref()
    })
    const fail = (reason: string) => {
      // One that was told to end has done everything.
      if (child !== started) return
      child = undefined
      for (const settle of orders.splice(0)) settle({ failure: `the ${name} ended: ${reason}` })
    }
    started.on('error', (error) => fail(error.message))
    started.on('exit', (code, signal) => fail(said.trim() || `with ${signal ?? code}`))
    return started
  }

  return {
    run: async (order) => {
      clearTimeout(rest)
      child ??= begin()
      const working = child
      hold(working, true)
      const settled = await new Promise<Settled<Result>>((settle) => {
        orders.push(settle)
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- anything that can be cloned can be sent
        working.send(order as object)
      })
      if ('failure' in settled) throw new Error(settled.failure)
      return settled.result
    },
    close: async () => {
      clearTimeout(rest)
      const closing = child
      end()
      for (const settle of orders.splice(0)) settle({ failure: `the ${name} was ended` })
      if (closing && closing.exitCode === null && closing.signalCode === null)
        await new Promise((resolve) => closing.once('exit', resolve))
    },
  }
}

/** Whether this process stays for another one. */
function hold(child: ChildProcess, isHeld: boolean): void {
  for (const it of [child, child.channel, child.stderr]) {
    // Each of them holds the event loop; not all have a type that says so.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pipes and channels of Node have both
    const handle = it as { ref?: () => void; unref?: () => void } | null | undefined
    if (isHeld) handle?.ref?.()
    else handle?.unref?.()
  }
}
