import type { ArticleId } from '../../domain/index.ts'
import type { ListSpec } from '../../store/index.ts'
import type { Texts } from '../texts/index.ts'
import { clampPage } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import { NEWS_EXCERPTS, NEWS_PER_PAGE, renderAlertNews } from '../views/alert-news-view.ts'
import { alertName } from '../views/alert-view.ts'
import type { ListPage, PageRequest } from './page.ts'

/** A page of what alerts told of: the articles under the alerts that they match. */
export async function makeAlertNewsPage(
  { archive, search }: Pick<Parts, 'archive' | 'search'>,
  { matches, unlisted }: Extract<ListSpec, { kind: 'alerts' }>,
  { list, page: asked }: PageRequest,
  texts: Texts,
): Promise<ListPage> {
  const foundBy = foundByOf(matches.map(({ ids }) => ids))
  const articles = (await archive.getMany([...foundBy.keys()])).filter((article) => article !== undefined)
  const page = clampPage(asked, Math.ceil(articles.length / NEWS_PER_PAGE))
  const items = articles.slice(page * NEWS_PER_PAGE, (page + 1) * NEWS_PER_PAGE).map((article) => {
    const places = foundBy.get(article.id) ?? []
    const query = places.map((it) => matches[it]?.query ?? '').join(' ')
    return { match: search.show(query, article, NEWS_EXCERPTS), foundBy: places }
  })
  const alerts = matches.map(({ alertId, query }) => ({ id: alertId, name: alertName(query, texts) }))
  const news = { alerts, items, listed: articles.length, unlisted, origin: { list, page } }
  return { total: articles.length, message: renderAlertNews(news, texts) }
}

/** Which of several lists hold an id, by their places; those that the same ones hold stand together. */
function foundByOf(lists: readonly (readonly ArticleId[])[]): ReadonlyMap<ArticleId, readonly number[]> {
  const foundBy = new Map<ArticleId, number[]>()
  for (const [place, ids] of lists.entries())
    for (const id of ids) foundBy.set(id, [...(foundBy.get(id) ?? []), place])
  const sameFirst = Array.from(foundBy).toSorted(([, a], [, b]) => compare(a, b))
  return new Map(sameFirst)
}

/** By the first place that differs; of equal beginnings the shorter one first. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, place] of a.entries()) if (place !== b[i]) return place - (b[i] ?? -1)
  return a.length - b.length
}
