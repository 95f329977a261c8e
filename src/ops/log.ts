import { isatty } from 'node:tty'
import { type DestinationStream, pino } from 'pino'
import { PaperboyError } from '../domain/index.ts'
import { redact } from './secrets.ts'
import { renderForTerminal } from './terminal-log.ts'

/** The least severe level that is logged, from most to least talkative. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** What the parts need of a log: facts first, then one plain sentence. */
export interface Logger {
  debug(facts: object, sentence: string): void
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

const STDERR = 2

/**
 * One line of JSON for each event, without secrets (see `redact`).
 * @param destination standard error by default, since standard output belongs to the answers of the command line; a
 * person at a terminal gets readable lines there
 */
export function createLogger(level: LogLevel, destination: DestinationStream = openStandardError()): Logger {
  const safe: DestinationStream = { write: (line) => destination.write(redact(line)) }
  const serializers = { err: describeError }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, safe)
}

/** A foreseen failure without its stack: its sentence says all, and a full disk or a lock brings it again every few seconds. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { stack, ...facts } = pino.stdSerializers.err(error)
  return error instanceof PaperboyError ? facts : { ...facts, stack }
}

function openStandardError(): DestinationStream {
  const stream = pino.destination(STDERR)
  // A closed pipe or a full disk behind the log must not end the bot.
  stream.on('error', () => {})
  if (!isatty(STDERR)) return stream
  const hasColors = process.stderr.hasColors?.() ?? false
  return { write: (line) => void stream.write(renderForTerminal(line, hasColors)) }
}
