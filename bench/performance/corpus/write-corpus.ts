import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tokeniser } from '../../../src/language/index.ts'
import { type MadeArticle, makeArticles, type Recipe } from './make-articles.ts'
import { makeQueries } from './make-queries.ts'
import type { Pool } from './sentence-pool.ts'

/** What every measurement of one size works on. */
export interface MadeCorpus {
  /** A corpus folder. */
  readonly corpus: string
  /** JSON, the questions to ask. */
  readonly queries: string
  /** Where engines keep what they load from, and the bot its data. */
  readonly folder: string
}

const ARTICLES_A_FILE = 1000
/** Articles that are asked for. */
const SAMPLE = 1000

/** Makes articles and questions, and writes them below `folder`. */
export function writeCorpus(folder: string, pool: Pool, recipe: Recipe, tokeniser: Tokeniser): MadeCorpus {
  const corpus = join(folder, 'corpus')
  const queries = join(folder, 'queries.json')
  mkdirSync(corpus, { recursive: true })
  const sample: MadeArticle[] = []
  const days = new Set<string>()
  const every = Math.max(1, Math.floor(recipe.articles / SAMPLE))
  let lines: string[] = []
  let number = 0
  const write = () => {
    if (lines.length > 0)
      writeFileSync(join(corpus, `${`${number}`.padStart(7, '0')}.jsonl`), lines.join('\n'))
    lines = []
  }
  for (const article of makeArticles(pool, recipe)) {
    if (number % every === 0) sample.push(article)
    days.add(article.date)
    lines.push(JSON.stringify(article))
    number++
    if (lines.length === ARTICLES_A_FILE) write()
  }
  write()
  writeFileSync(queries, JSON.stringify(makeQueries(sample, [...days], tokeniser, recipe.seed)))
  return { corpus, queries, folder }
}
