import { createHash } from 'node:crypto'
import { type Article, certaintyOf } from '../../domain/index.ts'
import {
  has,
  isListOf,
  isOf,
  isOneOf,
  isShare,
  isText,
  isTexts,
  isWholeNumber,
  orAbsent,
  readStored,
} from '../stored-json.ts'

/** An article as the database holds it: JSON. */
export interface StoredText {
  readonly as_cut: string
  readonly as_joined: string | null
}

/** The article as it is shown, with its continuations; undefined if the row is damaged. */
export const articleOf = ({ as_cut, as_joined }: StoredText): Article | undefined =>
  parseArticle(as_joined ?? as_cut)

const isArticle = isOf<Article>({
  id: isText,
  sourceId: orAbsent(isText),
  headline: isText,
  kicker: isTexts,
  deck: isTexts,
  subheads: isListOf(has({ text: isText, before: isWholeNumber })),
  byline: isTexts,
  agency: orAbsent(isText),
  dateline: orAbsent(isText),
  paragraphs: isTexts,
  captions: isTexts,
  paper: orAbsent(isText),
  issueDate: orAbsent(isText),
  issueMonthDay: orAbsent(isText),
  datePrecision: orAbsent(isOneOf('printed', 'file', 'inferred')),
  page: orAbsent(isText),
  section: orAbsent(isText),
  continuedFrom: orAbsent(isText),
  confidence: orAbsent(has({ borders: isShare, headline: isShare })),
  source: has({ file: isText, lines: isListOf(isWholeNumber), regions: orAbsent(Array.isArray) }),
  warnings: isTexts,
})

/** Reads an article as this program stored it; undefined if it is damaged. */
export const parseArticle = (json: string): Article | undefined => readStored(json, isArticle)

/** The columns of an article's row that are made from the article alone. */
export function columnsOf(article: Article, json: string) {
  const { id, issueDate = '', paper = '', page = '', section = '', continuedFrom } = article
  return {
    id,
    issue_date: issueDate,
    paper,
    page,
    page_order: pageOrder(page),
    section,
    continued_from: continuedFrom ?? null,
    certainty: certaintyOf(article),
    hash: hashOf(json),
    as_cut: json,
  }
}

/** A page as text that sorts as pages do: `2` before `10`, `03` the same as `3`. */
export const pageOrder = (page: string): string =>
  page.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(6, '0'))

/** 64 bits of SHA-256: enough to notice that a text has changed. */
export const hashOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16)
