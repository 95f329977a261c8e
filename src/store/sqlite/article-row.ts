import { createHash } from 'node:crypto'
import type { Article } from '../../domain/index.ts'

/** An article as the database holds it: JSON. */
export interface StoredText {
  readonly as_cut: string
  readonly as_joined: string | null
}

/** The article as it is shown, with its continuations. */
export const articleOf = ({ as_cut, as_joined }: StoredText): Article => parseArticle(as_joined ?? as_cut)

/**
 * Reads an article as this program stored it; its fields are not checked again.
 * @throws {SyntaxError} if the row is damaged
 */
export function parseArticle(json: string): Article {
  const article: Article = JSON.parse(json)
  return article
}

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
    hash: hashOf(json),
    as_cut: json,
  }
}

/** A page as text that sorts as pages do: `2` before `10`, `03` the same as `3`. */
export const pageOrder = (page: string): string =>
  page.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(6, '0'))

/** 64 bits of SHA-256: enough to notice that a text has changed. */
export const hashOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16)
