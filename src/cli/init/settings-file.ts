import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Settings by name, as they are to stand in the file. */
export type NewSettings = Readonly<Record<string, string>>

/** Owner only: the token is in it. */
const PRIVATE_FILE = 0o600

/**
 * Puts settings into the text of a settings file. Each line that sets one of them is replaced where it stands, as the last
 * one is what counts; a new one is added at the end. All else stays as it is, comments too.
 */
export function withSettings(text: string, settings: NewSettings): string {
  const wanted = new Map(Object.entries(settings))
  const left = new Map(wanted)
  const lines = text.split(/\r?\n/).map((line) => {
    const name = /^\s*(?:export\s+)?(\w+)\s*=/.exec(line)?.[1] ?? ''
    const value = wanted.get(name)
    left.delete(name)
    return value === undefined ? line : lineOf(name, value)
  })
  while (lines.at(-1) === '') lines.pop()
  return `${[...lines, ...[...left].map(([name, value]) => lineOf(name, value))].join('\n')}\n`
}

/** In quotes, of a kind that it does not hold, if dotenv would else cut or change it. */
function lineOf(name: string, value: string): string {
  if (/^[\w:/.,+@-]*$/.test(value)) return `${name}=${value}`
  const quote = ["'", '"', '`'].find((it) => !value.includes(it)) ?? "'"
  return `${name}=${quote}${value}${quote}`
}

/** Writes settings into a file, whole or not at all, readable by its owner only; made from `template` if it is missing. */
export function writeSettings(file: string, settings: NewSettings, template: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : template
  const fresh = `${file}.new`
  writeFileSync(fresh, withSettings(before, settings), { mode: PRIVATE_FILE })
  chmodSync(fresh, PRIVATE_FILE) // it may have been there
  renameSync(fresh, file)
}
