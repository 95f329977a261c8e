import { readFileSync } from 'node:fs'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { sourcesOf } from './sample-lines.ts'
import { isTableEntry, type NodePath, saysTheLog } from './spared.ts'

/** One fault that can be switched on. */
export interface Mutant {
  readonly id: string
  readonly file: string
  /** `file:line:column operator: what it is made` */
  readonly name: string
}

/** Sources with all faults in them, each behind a switch, by their paths from the root. */
export interface Planted {
  readonly code: Readonly<Record<string, string>>
  readonly mutants: readonly Mutant[]
}

const SILENT = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  fatal: () => {},
}

/**
 * Writes the faults of StrykerJS's mutators into sources.
 * @param places globs of files, or `file:fromLine-toLine` for some lines of one
 */
export async function plant(places: readonly string[]): Promise<Planted> {
  const { files, mutants } = await new Instrumenter(SILENT).instrument(filesOf(places), {
    plugins: null,
    excludedMutations: [],
    ignorers: [
      {
        shouldIgnore: (given) => {
          const path = given as unknown as NodePath
          return saysTheLog(path) ? 'what the log says' : isTableEntry(path) ? 'data' : undefined
        },
      },
    ],
  })
  return {
    code: Object.fromEntries(files.map(({ name, content }) => [name, content])),
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location: { start }, mutatorName, replacement }) => ({
        id,
        file: fileName,
        name: `${fileName}:${start.line + 1}:${start.column + 1} ${mutatorName}: ${replacement}`,
      })),
  }
}

function filesOf(places: readonly string[]) {
  const ranges = new Map<string, { start: Position; end: Position }[] | true>()
  for (const place of places) {
    const [, file, from, to] = /^(.+):(\d+)-(\d+)$/.exec(place) ?? []
    if (file === undefined) for (const found of sourcesOf([place])) ranges.set(found, true)
    else {
      const known = ranges.get(file)
      const range = {
        start: { line: Number(from) - 1, column: 0 },
        end: { line: Number(to) - 1, column: Number.MAX_SAFE_INTEGER },
      }
      if (known !== true) ranges.set(file, [...(known ?? []), range])
    }
  }
  return [...ranges].map(([name, mutate]) => ({ name, mutate, content: readFileSync(name, 'utf8') }))
}

interface Position {
  readonly line: number
  readonly column: number
}
