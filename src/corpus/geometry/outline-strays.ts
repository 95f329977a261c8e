import type { Rect } from '../../sources/index.ts'
import type { PrintedArticle } from './printed-article.ts'
import { overlapX, overlapY } from './rects.ts'

/** How far from an article what stands in it may be, in the size of the text: a gutter or a line. */
const REACH = 2

/**
 * Adds to the outline of each article what stands in it without being its text: pull quotes, labels, lines of which nobody knew
 * what they are. Each goes to the article that it is nearest to.
 */
export function outlineStrays(
  articles: readonly PrintedArticle[],
  strays: readonly Rect[],
  size: number,
): readonly PrintedArticle[] {
  const added = new Map<PrintedArticle, Rect[]>()
  for (const stray of strays) {
    let nearest: PrintedArticle | undefined
    let least = size * REACH
    for (const article of articles)
      for (const region of article.regions) {
        const distance = distanceBetween(region, stray)
        if (distance < least) [least, nearest] = [distance, article]
      }
    if (nearest) added.set(nearest, [...(added.get(nearest) ?? []), stray])
  }
  return articles.map((it) => ({ ...it, regions: [...it.regions, ...(added.get(it) ?? [])] }))
}

/** From edge to edge; 0 if they overlap. */
const distanceBetween = (a: Rect, b: Rect): number =>
  Math.hypot(Math.min(0, overlapX(a, b)), Math.min(0, overlapY(a, b)))
