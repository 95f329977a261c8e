import { join } from 'node:path'
import { joinContinuations, type Page, readCorpus } from '../../src/corpus/index.ts'
import type { Article, ArticleId } from '../../src/domain/index.ts'
import type { ArticleArchive } from '../../src/search/index.ts'

let seedArticles: Promise<readonly Article[]> | undefined

/** The articles of the five seed pages, as the program reads them: once in a process, which runs many test files. */
export const readSeedArticles = (): Promise<readonly Article[]> => (seedArticles ??= readSeeds())

async function readSeeds(): Promise<readonly Article[]> {
  const pages: Page[] = []
  for await (const it of readCorpus(join(import.meta.dirname, '..', '..', 'seeds')))
    if (it.event === 'page') pages.push(it.page)
  return joinContinuations(pages).flatMap((page) => page.articles)
}

/** An archive in memory. */
export function archiveOf(articles: Iterable<Article>): ArticleArchive {
  const byId = new Map<ArticleId, Article>()
  for (const article of articles) byId.set(article.id, article)
  return { getMany: async (ids) => ids.map((id) => byId.get(id)) }
}
