import { type Article, createArticleId, toIsoDate, UnreadablePageError } from '../../domain/index.ts'
import { LONGEST_ARTICLE } from '../files/limits.ts'

/** What becomes of a line that is no article. */
export const LEFT_OUT = 'the line is left out, the others are read'

/**
 * Reads one line of a JSON Lines file: an article that comes already cut, with `headline` and `body` (a paragraph a
 * line) and maybe `id`, `date`, `paper`, `page`, `section`, `byline`. The given id is kept as `sourceId`.
 * @param number of the line in its file, from 1.
 * @throws {UnreadablePageError} that names the line and what is wrong with it.
 */
export function readReadyArticle(line: string, file: string, number: number): Article {
  const refuse = (reason: string, cause?: unknown) =>
    new UnreadablePageError(file, `line ${number} ${reason}`, undefined, {
      advice: LEFT_OUT,
      ...(cause !== undefined && { cause }),
    })
  const record = parseObject(line, refuse)
  const text = (name: string): string | undefined => {
    const value = record[name]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
    throw refuse(`has a "${name}" that is not text`)
  }
  const headline = text('headline')
  const body = text('body')
  if (!headline) throw refuse('has no "headline"')
  if (!body) throw refuse('has no "body"')
  const length = headline.length + body.length
  if (length > LONGEST_ARTICLE)
    throw refuse(`holds an article of ${length} characters; the limit is ${LONGEST_ARTICLE}`)
  const issueDate = dateOf(text('date'), refuse)
  const sourceId = text('id')
  const paper = text('paper')
  const page = text('page')
  const section = text('section')
  const paragraphs = body.split(/\s*[\r\n]+\s*/u).filter(Boolean)
  return {
    id: createArticleId({ paper, printedDate: issueDate, headline, body }),
    ...(sourceId === undefined ? {} : { sourceId }),
    headline: headline.replace(/\s+/gu, ' '),
    kicker: [],
    deck: [],
    subheads: [],
    byline: namesOf(record.byline),
    paragraphs,
    captions: [],
    ...(paper === undefined ? {} : { paper }),
    ...(issueDate === undefined ? {} : { issueDate, datePrecision: 'printed' }),
    ...(page === undefined ? {} : { page }),
    ...(section === undefined ? {} : { section }),
    source: { file, lines: [number] },
    warnings: [],
  }
}

type Refuse = (reason: string, cause?: unknown) => UnreadablePageError

function parseObject(line: string, refuse: Refuse): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw refuse('is not valid JSON', cause)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('is not a JSON object')
  return { ...value }
}

function dateOf(text: string | undefined, refuse: Refuse): string | undefined {
  if (text === undefined) return undefined
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text) ?? []
  const date = toIsoDate(Number(year), Number(month), Number(day))
  if (!date) throw refuse(`has a "date" that is not a day: ${text.slice(0, 40)}`)
  return date
}

const namesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\s、，,;；]+/u) : [])
    .filter((name): name is string => typeof name === 'string')
    .map((name) => name.trim())
    .filter(Boolean)
