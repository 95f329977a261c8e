import { mergeDoubles } from '../../digest/index.ts'
import type { Article, ArticleId } from '../../domain/index.ts'
import type { Hit } from '../../search/index.ts'

/** Hits of a page, each story once. */
export interface FoldedHits {
  readonly hits: readonly Hit[]
  /** By the id of a hit: further articles that tell the same in mostly the same words. */
  readonly doubles: ReadonlyMap<ArticleId, readonly Article[]>
}

/**
 * Shows a story that several papers tell once, by its best hit. Doubles score alike, so they stand near one another: they
 * are looked for among the hits around a page, and one whose better double is on the page before is not shown again.
 * Pages keep their places, so that a button from an earlier reply leads to the same hits.
 * @param around hits from before the page to after it, in order @param page which of them the page has
 */
export function foldDoubles(
  around: readonly Hit[],
  page: { readonly from: number; readonly to: number },
): FoldedHits {
  const hits = around.slice(page.from, page.to)
  const doubles = new Map<ArticleId, readonly Article[]>()
  for (const [first, ...others] of mergeDoubles(around.map(({ article }) => article)))
    if (others.length > 0) doubles.set(first.id, others)
  const hidden = new Set([...doubles.values()].flat().map(({ id }) => id))
  const shown = hits.filter(({ article }) => !hidden.has(article.id))
  // Of a story that fills more than a page each further page shows one, rather than nothing.
  return { hits: shown.length > 0 ? shown : hits.slice(0, 1), doubles }
}
