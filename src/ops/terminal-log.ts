import { inspect } from 'node:util'

interface Entry {
  readonly level: number
  readonly time: string
  readonly msg?: string
  readonly err?: { readonly message?: string; readonly stack?: string }
  readonly [fact: string]: unknown
}

/** By pino's numbers. */
const LEVELS: Readonly<Record<number, readonly [name: string, color: number]>> = {
  20: ['debug', 90],
  30: ['info ', 32],
  40: ['WARN ', 33],
  50: ['ERROR', 31],
}

/** Clears what a progress bar has drawn on the line. */
const CLEAR_LINE = '\r\u001b[K'

/**
 * A line of the log for a person at a terminal: time of day, level, sentence, facts, and below them the stack trace
 * of an error.
 * @param line a line of JSON as pino writes it
 * @param hasColors whether the terminal shows colours
 */
export function renderForTerminal(line: string, hasColors: boolean): string {
  const { level, time, msg = '', err, ...facts }: Entry = JSON.parse(line)
  const [name, color] = LEVELS[level] ?? [`${level}`, 0]
  const paint = (text: string, code: number) =>
    hasColors && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text
  const said = Object.entries(facts).map(([fact, value]) => `${fact}=${renderFact(value)}`)
  const head = [
    paint(new Date(time).toLocaleTimeString('sv-SE'), 90),
    paint(name, color),
    msg,
    paint(said.join(' '), 90),
  ]
  const trace = err === undefined ? '' : (err.stack ?? err.message ?? inspect(err))
  const below = trace === '' ? '' : `${paint(trace.replace(/^/gm, '    '), 90)}\n`
  return `${CLEAR_LINE}${head.filter((part) => part !== '').join('  ')}\n${below}`
}

const renderFact = (value: unknown): string =>
  typeof value === 'string' && /^[^\s"=]+$/u.test(value) ? value : JSON.stringify(value)
