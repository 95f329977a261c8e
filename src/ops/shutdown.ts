import type { Logger } from './log.ts'

/** What is to be closed when the process ends, last opened first. */
export interface Shutdown {
  /** Has `close` called at the end, before all that was added earlier. */
  add(name: string, close: () => Promise<void> | void): void
  /** Whether it has begun: what fails from then on may fail because it was closed. */
  readonly isRunning: boolean
  /** Closes everything, once; may be called again (Ctrl-C, then SIGTERM). */
  run(): Promise<void>
}

/** Closes what was opened, last opened first. A failure is logged and keeps nothing else open. */
export function createShutdown(log: Logger): Shutdown {
  const opened: { readonly name: string; readonly close: () => Promise<void> | void }[] = []
  let closing: Promise<void> | undefined
  const closeAll = async () => {
    // Whoever closes may wait for something that does not keep the process alive.
    const alive = setInterval(() => {}, 60_000)
    for (const { name, close } of opened.toReversed()) {
      try {
        await close()
      } catch (err) {
        log.error({ err, name }, 'cannot close this part; shutdown continues')
      }
    }
    clearInterval(alive)
  }
  return {
    add: (name, close) => void opened.push({ name, close }),
    get isRunning() {
      return closing !== undefined
    },
    run: () => {
      closing ??= closeAll()
      return closing
    },
  }
}
