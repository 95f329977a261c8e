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

interface Record {
  readonly id: string
  readonly date: string
  readonly headline: string
  readonly body: string
  readonly paper: string
}

export function readNews(folder: string): News {
  return {
    articles: linesOf<Record>(gunzipSync(readFileSync(join(folder, 'articles-2022-2024.jsonl.gz')))).map(
      toArticle,
    ),
    questions: linesOf<Question>(readFileSync(join(folder, 'queries-dev.jsonl'))),
    summaries: linesOf<ReferenceSummary>(readFileSync(join(folder, 'summaries-dev.jsonl'))),
  }
}

const linesOf = <T>(bytes: Buffer): T[] =>
  bytes
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): T => JSON.parse(line))

export const toArticle = ({ id, date, headline, body, paper }: Record): Article => ({
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
