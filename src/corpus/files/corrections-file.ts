import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isJsonObject, systemCodeOf, systemReasonOf, UnreadablePageError } from '../../domain/index.ts'
import { type Correction, type Mark, rolesOf, TITLE_ROLES } from './correction.ts'

/** Behind the name of a page: the file beside it in which an operator corrects how it was cut. */
const ENDING = '.fix.json'

/** The name or path of the corrections of a page. */
export const correctionsFileOf = (page: string): string => `${page}${ENDING}`

/** Whether a file corrects another one, and is none of the corpus itself. */
export const isCorrectionsFile = (name: string): boolean => name.toLowerCase().endsWith(ENDING)

const LARGEST = 1_048_576

/**
 * Reads the corrections beside a page, in their order; none if there is no such file.
 * @param path of the page
 * @param file its name below the corpus folder, for errors
 * @throws {UnreadablePageError} if they cannot be read, or say something else
 */
export async function readCorrections(path: string, file: string): Promise<readonly Correction[]> {
  let text: string
  try {
    text = await readFile(correctionsFileOf(path), 'utf8')
  } catch (cause) {
    // ENOTDIR: what is told to be a page lies below a file.
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(systemCodeOf(cause))) return []
    throw unreadable(file, systemReasonOf(cause), cause)
  }
  if (text.length > LARGEST) throw unreadable(file, 'it is too large for what it should say')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw unreadable(file, `it is no JSON; write ${EXAMPLE}`, cause)
  }
  const { corrections } = isJsonObject(value) ? value : {}
  if (!Array.isArray(corrections)) throw unreadable(file, `it has no list "corrections"; write ${EXAMPLE}`)
  return corrections.map((it: unknown, at) => {
    const correction = toCorrection(it)
    if (correction === undefined)
      throw unreadable(
        file,
        `number ${at + 1} of its corrections says nothing that is known; write ${EXAMPLE}`,
      )
    return correction
  })
}

/**
 * Writes the corrections of a page beside it; takes the file away if there are none.
 * @throws {UnreadablePageError} if the folder cannot be written
 */
export async function writeCorrections(
  path: string,
  file: string,
  corrections: readonly Correction[],
): Promise<void> {
  const target = correctionsFileOf(path)
  try {
    if (corrections.length === 0) return await rm(target, { force: true })
    await writeFile(`${target}.part`, renderCorrections(corrections))
    await rename(`${target}.part`, target)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const advice = `--dry-run shows what to write to ${basename(target)} beside the page`
    throw new UnreadablePageError(
      correctionsFileOf(file),
      `it cannot be written (${reason}); ${advice}`,
      undefined,
      { cause },
    )
  }
}

/** The text of a corrections file. */
export const renderCorrections = (corrections: readonly Correction[]): string =>
  `${JSON.stringify({ corrections: corrections.map(toJson) }, undefined, 2)}\n`

const EXAMPLE = '{"corrections": [{"join": ["12 昨日，全市", "40 会议指出"]}]}'

const unreadable = (file: string, reason: string, cause?: unknown): UnreadablePageError =>
  new UnreadablePageError(correctionsFileOf(file), reason, undefined, { cause })

const toMark = (value: unknown): Mark | undefined => {
  const [, line, text] = typeof value === 'string' ? (/^\s*(\d{1,9})\s+(\S.*)$/u.exec(value) ?? []) : []
  return line === undefined || text === undefined ? undefined : { line: Number(line), text: text.trim() }
}

const toMarks = (value: unknown): readonly Mark[] | undefined => {
  if (!Array.isArray(value)) return undefined
  const marks = value.map(toMark)
  return marks.every((it) => it !== undefined) ? marks : undefined
}

function toCorrection(value: unknown): Correction | undefined {
  if (!isJsonObject(value)) return undefined
  const { join, split, order, of } = value
  const [parts, articles, at, article] = [toMarks(order), toMarks(join), toMark(split), toMark(of)]
  if (articles && articles.length > 1) return { kind: 'join', articles }
  if (at) return { kind: 'split', at }
  if (parts && parts.length > 1) return { kind: 'order', parts }
  const titles = TITLE_ROLES.map((role) => (value[role] === undefined ? [] : toMarks(value[role])))
  const [headline, kicker, deck] = titles
  if (!article || !headline || headline.length === 0 || !kicker || !deck) return undefined
  return { kind: 'headline', of: article, headline, kicker, deck }
}

const textOf = ({ line, text }: Mark): string => `${line} ${text}`

function toJson(it: Correction): Readonly<Record<string, string | readonly string[]>> {
  if (it.kind === 'join') return { join: it.articles.map(textOf) }
  if (it.kind === 'split') return { split: textOf(it.at) }
  if (it.kind === 'order') return { order: it.parts.map(textOf) }
  const roles = rolesOf(it).flatMap(([role, marks]) => (marks.length > 0 ? [[role, marks.map(textOf)]] : []))
  return { of: textOf(it.of), ...Object.fromEntries(roles) }
}
