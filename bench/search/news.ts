import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Article, createArticleId } from '../../src/domain/index.ts'

/** What the figures are measured on: dated news, questions with a known answer, and headlines as reference summaries. */
export interface News {
  /** `sourceId` is the id that questions name. */
  readonly articles: readonly Article[]
  readonly questions: readonly Question[]
  readonly summaries: readonly ReferenceSummary[]
}

export interface Question {
  readonly kind: 'full' | 'clause' | 'words'
  readonly query: string
  /** `sourceId` of the article that is asked for. */
  readonly id: string
}

export interface ReferenceSummary {
  readonly id: string
  readonly body: string
  readonly summary: string
}

export interface NewsRecord {
  readonly id: string
  readonly date: string
  readonly headline: string
  readonly body: string
  readonly paper: string
}

export const readNewsRecords = (folder: string): readonly NewsRecord[] =>
  linesOf(gunzipSync(readFileSync(join(folder, 'articles-2022-2024.jsonl.gz'))))

export function readNews(folder: string): News {
  return {
    articles: readNewsRecords(folder).map(toArticle),
    questions: linesOf<Question>(readFileSync(join(folder, 'queries-dev.jsonl'))),
    summaries: linesOf<ReferenceSummary>(readFileSync(join(folder, 'summaries-dev.jsonl'))),
  }
}

export const toArticle = ({ id, date, headline, body, paper }: NewsRecord): Article => ({
  id: createArticleId({ paper, printedDate: date, headline, body }),
  sourceId: id,
  headline,
  kicker: [],
  deck: [],
  subheads: [],
  byline: [],
  paragraphs: body.split(/\s*\n\s*/u).filter(Boolean),
  captions: [],
  paper,
  issueDate: date,
  datePrecision: 'printed',
  source: { file: 'news.jsonl', lines: [] },
  warnings: [],
})

function linesOf<T>(bytes: Buffer): T[] {
  const lines = bytes.toString('utf8').split('\n').filter(Boolean)
  return lines.map((line): T => JSON.parse(line))
}
