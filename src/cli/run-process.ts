import { createLogger, redact } from '../ops/index.ts'
import { processContext } from './process-context.ts'
import { run } from './run.ts'

/** Nobody but the owner may read what the program writes: readers' searches and chats are in it. */
const PRIVATE_UMASK = 0o077

/**
 * Runs a command as this process: its streams, its exit code, and what must hold for the whole of it. No secret gets
 * out, whoever writes; a failure that nobody foresaw is logged and ends it with exit code 1.
 * @param args without the program: `['search', '中欧班列', '--json']`
 */
export async function runProcess(args: readonly string[]): Promise<void> {
  process.umask(PRIVATE_UMASK)
  guardStreams(args[0] === 'serve')
  guardEnd()
  process.exitCode = await run(args, processContext())
  // By now all is closed; what a library still waits for, such as a timer of a call that was given up, is of no use.
  if (args[0] === 'serve') process.exit()
}

/** Libraries, `console` and warnings of Node write to these streams too. */
function guardStreams(isServer: boolean): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write: (...chunk: never) => boolean = stream.write.bind(stream)
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) =>
      Reflect.apply(write, stream, [redactChunk(chunk), ...rest])
    // A reader such as `head` may close our output: what is left to say is of no use to anybody. A bot goes on.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!isServer) process.exit(error.code === 'EPIPE' ? 0 : 1)
    })
  }
}

/** In Latin-1 each byte is a character, so that other bytes stay what they are. */
const redactChunk = (chunk: string | Uint8Array) =>
  typeof chunk === 'string'
    ? redact(chunk)
    : Buffer.from(redact(Buffer.from(chunk).toString('latin1')), 'latin1')

/** What Node exits with if it has nothing left to do while the main module still waits. */
const UNSETTLED = 13

function guardEnd(): void {
  const log = createLogger('info')
  process.on('uncaughtException', (err: unknown, origin) => {
    log.error({ err, origin }, 'unexpected error: exiting')
    process.exit(1)
  })
  process.removeAllListeners('warning')
  process.on('warning', (warning) => log.warn({ err: warning }, 'Node.js warning'))
  process.on('exit', (code) => {
    if (code !== UNSETTLED) return
    log.error({}, 'the event loop is empty but the command has not finished: exiting')
    process.exitCode = 1
  })
}
