import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rules with a version by number, which is raised by hand when their output changes. */
export interface Versioned {
  /** Of the golden file. */
  readonly name: string
  /** The constant, and the file that holds it, below the root of the project. */
  readonly constant: string
  readonly source: string
  readonly version: number
  /** All that the rules give for the samples, by the code as it is. */
  readonly readOutput: () => Promise<unknown>
}

/** What a version gave. */
export interface Golden {
  readonly version: number
  /** SHA-256 of the output as JSON. */
  readonly output: string
}

const root = join(import.meta.dirname, '..', '..', '..')
const goldenFile = ({ name }: Versioned) => join(root, 'test', 'fixtures', 'golden', `${name}.json`)

/** What the latest version gave, as it was written down with it. */
export const readGolden = (rules: Versioned): Golden => JSON.parse(readFileSync(goldenFile(rules), 'utf8'))

/** What the code gives now. */
export async function currentOutput(rules: Versioned): Promise<Golden> {
  const output = createHash('sha256')
    .update(JSON.stringify(await rules.readOutput()))
    .digest('hex')
  return { version: rules.version, output }
}

/** Raises the version in its source file, and writes down the output with it, if the output is another one. */
export async function bump(rules: Versioned): Promise<'same' | number> {
  const { version, output } = await currentOutput(rules)
  const golden = readGolden(rules)
  if (golden.output === output && golden.version === version) return 'same'
  const next = version > golden.version ? version : golden.version + 1
  const path = join(root, rules.source)
  const line = `export const ${rules.constant} = `
  writeFileSync(path, readFileSync(path, 'utf8').replace(`${line}${version}\n`, `${line}${next}\n`))
  writeFileSync(goldenFile(rules), `${JSON.stringify({ version: next, output }, undefined, 2)}\n`)
  return next
}

/** For the message of a failing test. */
export const howToBump = ({ constant, source }: Versioned): string =>
  `If that is meant, run "npm run bump:version": it raises ${constant} in ${source}, so that what older rules made is made again.`
