import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Article, createArticleId } from '../../src/domain/index.ts'
import type { Tokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'

interface GradedTitle {
  readonly query: string
  readonly title: string
  /** 0 does not answer, 1 in part, 2 answers. */
  readonly label: number
}

const BEST = 2

/** How well web titles are ranked that people have graded for a query (the public benchmark QBQTC). */
export interface GradedFigures {
  /** Queries with a title that answers. */
  readonly queries: number
  /** Queries that find nothing at all. */
  readonly empty: number
  /** NDCG@10; a query without hits counts as 0. */
  readonly ndcg: number
}

/**
 * Asks for web titles, each an article that is a headline only. Titles that nobody has graded for a query count as bad.
 */
export async function askGradedTitles(folder: string, tokeniser: Tokeniser): Promise<GradedFigures> {
  const rows = gunzipSync(readFileSync(join(folder, 'graded-titles.jsonl.gz')))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): GradedTitle => JSON.parse(line))
  const titles = [...new Set(rows.map((it) => it.title))]
  const search = createSearch(tokeniser, archiveOf(titles.map(toArticle)))
  await search.add(titles.map(toArticle))
  const gradesOf = new Map<string, GradedTitle[]>()
  for (const it of rows) gradesOf.set(it.query, [...(gradesOf.get(it.query) ?? []), it])
  let [queries, empty, gains] = [0, 0, 0]
  for (const [query, graded] of gradesOf) {
    const grades = new Map(graded.map((it) => [it.title, it.label]))
    if (!graded.some((it) => it.label === BEST)) continue
    const ideal = gainOf([...grades.values()].toSorted((a, b) => b - a))
    queries++
    const { hits } = await search.search(query, { limit: 10, excerptCount: 0 })
    if (hits.length === 0) empty++
    gains += gainOf(hits.map(({ article }) => grades.get(article.headline) ?? 0)) / ideal
  }
  return { queries, empty, ndcg: gains / Math.max(1, queries) }
}

/** Discounted cumulative gain of the first ten, with gain `2 ** label - 1` (Järvelin and Kekäläinen 2002). */
const gainOf = (labels: readonly number[]): number =>
  labels.slice(0, 10).reduce((sum, label, i) => sum + (2 ** label - 1) / Math.log2(i + 2), 0)

const toArticle = (title: string): Article => ({
  id: createArticleId({ headline: title, body: title }),
  headline: title,
  kicker: [],
  deck: [],
  subheads: [],
  byline: [],
  paragraphs: [],
  captions: [],
  datePrecision: 'inferred',
  source: { file: 'titles.jsonl', lines: [] },
  warnings: [],
})
