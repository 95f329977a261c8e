import { type DestinationStream, pino } from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** What the parts need of a log: facts first, then one plain sentence. */
export interface Logger {
  debug(facts: object, sentence: string): void
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

/** A bot token wherever it stands in a text: Telegram puts it into every address, and so into many errors. */
const TOKEN = /\d{5,}:[\w-]{20,}/g

/**
 * One line of JSON an event, on standard error unless told otherwise: standard output belongs to the answers of
 * the command line. Tokens are blotted out of every line, whatever brought them there.
 */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  const safe: DestinationStream = { write: (line) => destination.write(line.replace(TOKEN, '[token]')) }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, safe)
}
