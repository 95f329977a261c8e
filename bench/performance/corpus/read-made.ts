import { readFileSync } from 'node:fs'
import { readCorpus } from '../../../src/corpus/index.ts'
import type { Article } from '../../../src/domain/index.ts'
import type { Query, QueryKind } from './query.ts'

/** The articles of a corpus folder, as the program reads them. */
export async function* readArticles(corpus: string): AsyncGenerator<readonly Article[]> {
  for await (const it of readCorpus(corpus)) if (it.event === 'page') yield it.page.articles
}

export async function readAllArticles(corpus: string): Promise<readonly Article[]> {
  const articles: Article[] = []
  for await (const some of readArticles(corpus)) articles.push(...some)
  return articles
}

export function readQueries(file: string, kind?: QueryKind): readonly Query[] {
  const queries = JSON.parse(readFileSync(file, 'utf8')) as readonly Query[]
  return kind === undefined ? queries : queries.filter((it) => it.kind === kind)
}
