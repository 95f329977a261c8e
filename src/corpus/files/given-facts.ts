import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { toIsoDate, UnreadablePageError } from '../../domain/index.ts'

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

/** Given facts, and when they were written: milliseconds since 1970. */
export interface GivenInFolder {
  readonly facts: GivenFacts
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
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadablePageError(file, `it is no JSON object; write ${EXAMPLE}`)
  const { paper, date, page, section } = { ...value } as Readonly<Record<string, unknown>>
  const day = typeof date === 'string' ? dayOf(date) : undefined
  if (date !== undefined && day === undefined)
    throw new UnreadablePageError(file, `its "date" is no day; write ${EXAMPLE}`)
  return {
    modifiedMs: found.mtimeMs,
    facts: {
      ...(typeof paper === 'string' ? { paper } : {}),
      ...(day === undefined ? {} : { date: day }),
      ...(typeof page === 'string' ? { page } : {}),
      ...(typeof section === 'string' ? { section } : {}),
    },
  }
}

const EXAMPLE = '{"date": "2024-06-08", "paper": "江城日报"}'

function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(text.trim()) ?? []
  return toIsoDate(Number(year), Number(month), Number(day))
}
