import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isJsonObject, toIsoDate, UnreadablePageError } from '../../domain/index.ts'

/** The file by which an operator says what the pages of a folder, and of those below it, do not say themselves. */
export const GIVEN_FACTS = 'paperboy.json'

/** What is said of the pages of a folder. */
export interface GivenFacts {
  readonly paper?: string
  /** Day of the issue, `YYYY-MM-DD`. */
  readonly date?: string
  readonly page?: string
  readonly section?: string
}

/** What is given in a folder, and when it was written: milliseconds since 1970. */
export interface GivenInFolder {
  /** For all files of the folder, and of those below it. */
  readonly facts: GivenFacts
  /** For single files of the folder, by name. */
  readonly files: ReadonlyMap<string, GivenFacts>
  readonly modifiedMs: number
}

const LARGEST = 65_536

/**
 * Reads the facts that are given for a folder; `undefined` if there are none.
 * @param file name of the file below the corpus folder, for errors
 * @throws {UnreadablePageError} if they cannot be read, or say something else
 */
export async function readGivenFacts(folder: string, file: string): Promise<GivenInFolder | undefined> {
  const path = join(folder, GIVEN_FACTS)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  if (found.size > LARGEST) throw new UnreadablePageError(file, 'it is too large for what it should say')
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new UnreadablePageError(file, `it is no JSON; write ${EXAMPLE}`, undefined, { cause })
  }
  const { files = {} } = isJsonObject(value) ? value : {}
  if (!isJsonObject(value) || !isJsonObject(files))
    throw new UnreadablePageError(file, `it is no JSON object; write ${EXAMPLE}`)
  return {
    modifiedMs: found.mtimeMs,
    facts: toFacts(value, file),
    files: new Map(
      Object.entries(files).flatMap(([name, it]) => (isJsonObject(it) ? [[name, toFacts(it, file)]] : [])),
    ),
  }
}

/** What the files of a folder are given: what is said nearer to them goes before. */
export const givenBelow = (above: GivenInFolder | undefined, own: GivenInFolder | undefined): typeof own =>
  above && own
    ? {
        facts: { ...above.facts, ...own.facts },
        files: own.files,
        modifiedMs: Math.max(above.modifiedMs, own.modifiedMs),
      }
    : (own ?? (above && { ...above, files: new Map() }))

function toFacts(value: Readonly<Record<string, unknown>>, file: string): GivenFacts {
  const { paper, date, page, section } = value
  const day = typeof date === 'string' ? readDay(date) : undefined
  if (date !== undefined && day === undefined)
    throw new UnreadablePageError(file, `its "date" is no day; write ${EXAMPLE}`)
  return {
    ...(typeof paper === 'string' ? { paper } : {}),
    ...(day === undefined ? {} : { date: day }),
    ...(typeof page === 'string' ? { page } : {}),
    ...(typeof section === 'string' ? { section } : {}),
  }
}

const EXAMPLE = '{"date": "2024-06-08", "paper": "江城日报"}'

/** `2024-06-08` or `20240608` as `YYYY-MM-DD`; undefined if it is no day. */
export function readDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(text.trim()) ?? []
  return toIsoDate(Number(year), Number(month), Number(day))
}
