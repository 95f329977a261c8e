import type { Article, ArticleId } from '../domain/index.ts'
import type { Subscription } from '../store/index.ts'
import { summarise } from '../summary/index.ts'
import type { DayDigest, DigestSection, Story } from './digest.ts'
import { mergeDoubles } from './merge-doubles.ts'
import { positionsOf } from './positions.ts'
import { type ProminenceWeights, scoreProminence } from './prominence.ts'

/** Stories of a digest at most. */
/** Stories of a digest, at most. */
export const STORIES: Readonly<Record<Subscription['length'], number>> = { short: 5, normal: 12 }

/** What a digest is made of, and how long it may be. */
export interface DigestOptions {
  readonly date?: string | undefined
  /** `normal` unless told. */
  readonly length?: Subscription['length']
  /** Topics that each article is chosen for; articles that are not in it are left out. All are chosen without it. */
  readonly chosenFor?: ReadonlyMap<ArticleId, readonly string[]> | undefined
}

/**
 * The pick of an issue: the most prominent stories, each told once, by section.
 * Prominence is judged among all articles, also where only some are chosen.
 * @param articles of one day, in any order
 */
export function composeDigest(
  articles: readonly Article[],
  { date, length = 'normal', chosenFor }: DigestOptions = {},
): DayDigest {
  const ranked = rankByProminence(articles)
  const groups = mergeDoubles(chosenFor ? ranked.filter(({ id }) => chosenFor.has(id)) : ranked)
  const bySection = new Map<string | undefined, Story[]>()
  for (const [article, ...doubles] of groups.slice(0, STORIES[length])) {
    const story = toStory(article, doubles, chosenFor?.get(article.id))
    const stories = bySection.get(article.section)
    if (stories) stories.push(story)
    else bySection.set(article.section, [story])
  }
  const sections = sectionsOf(articles).flatMap((section): DigestSection[] => {
    const [first, ...others] = bySection.get(section) ?? []
    if (!first) return []
    return [{ ...(section !== undefined && { section }), stories: [first, ...others] }]
  })
  return { ...(date !== undefined && { date }), sections }
}

/** Most prominent first; of equals the one that stands earlier in the paper, and then the lesser id. */
export function rankByProminence(
  articles: readonly Article[],
  weights?: ProminenceWeights,
): readonly Article[] {
  const scores = new Map(scoreProminence(articles, weights).map((score, i) => [articles[i], score]))
  const positions = new Map(positionsOf(articles).map((it, i) => [articles[i], it]))
  const position = (it: Article) => positions.get(it)?.position ?? 0
  return articles.toSorted(
    (a, b) =>
      (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || position(a) - position(b) || (a.id < b.id ? -1 : 1),
  )
}

/** The sections in the order of the first page and position that each stands on; none, `undefined`, last. */
function sectionsOf(articles: readonly Article[]): readonly (string | undefined)[] {
  const positions = positionsOf(articles)
  const firsts = new Map<string, readonly [page: number, position: number]>()
  for (const [i, { section }] of articles.entries()) {
    const { page = 0, position = 0 } = positions[i] ?? {}
    const first = section === undefined ? undefined : firsts.get(section)
    if (section !== undefined && (!first || page < first[0] || (page === first[0] && position < first[1])))
      firsts.set(section, [page, position])
  }
  const named = [...firsts].toSorted(
    ([a, [pageA, positionA]], [b, [pageB, positionB]]) =>
      pageA - pageB || positionA - positionB || (a < b ? -1 : 1),
  )
  return [...named.map(([section]) => section), undefined]
}

function toStory(article: Article, doubles: readonly Article[], topics: readonly string[] = []): Story {
  const [summary] = summarise(article, { sentences: 1 })
  return {
    id: article.id,
    headline: article.headline,
    ...(summary !== undefined && { summary }),
    topics,
    doubles: doubles.map(({ id }) => id),
  }
}
