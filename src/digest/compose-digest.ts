import { type Article, type ArticleId, isDoubtful } from '../domain/index.ts'
import type { Subscription } from '../store/index.ts'
import { summarise } from '../summary/index.ts'
import type { DayDigest, DigestSection, Story } from './digest.ts'
import { isStory } from './is-story.ts'
import { mergeDoubles } from './merge-doubles.ts'
import { type IssuePosition, positionsOf } from './positions.ts'
import { type ProminenceWeights, scoreProminence } from './prominence.ts'
import type { ProminenceSigns } from './prominence-signs.ts'

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
 * Prominence is judged among all articles, also if only some are chosen.
 * @param articles of one day, in any order
 */
export function composeDigest(
  articles: readonly Article[],
  { date, length = 'normal', chosenFor }: DigestOptions = {},
): DayDigest {
  const ranked = rankByProminence(articles)
  const chosen = chosenFor ? ranked.filter(({ id }) => chosenFor.has(id)) : ranked
  const stories = chosen.filter(isStory)
  // What is no story counts as shown with the first one, or it would be left of the issue for ever.
  const others = stories.length > 0 ? chosen.filter((it) => !isStory(it)) : []
  const groups = mergeDoubles(stories.length > 0 ? stories : chosen)
  const bySection = new Map<string | undefined, Story[]>()
  const picked = groups.slice(0, STORIES[length])
  // What is probably cut wrong leads no section, however prominent it is.
  const inOrder = [
    ...picked.filter(([first]) => !isDoubtful(first)),
    ...picked.filter(([first]) => isDoubtful(first)),
  ]
  for (const [at, [article, ...doubles]] of inOrder.entries()) {
    const told = at === 0 ? [...doubles, ...others] : doubles
    const story = toStory(article, told, chosenFor?.get(article.id))
    const stories = bySection.get(article.section)
    if (stories) stories.push(story)
    else bySection.set(article.section, [story])
  }
  const sections = sectionsOf(ranked).flatMap((section): DigestSection[] => {
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
  scoreText?: (signs: ProminenceSigns) => number,
): readonly Article[] {
  const scores = new Map(
    scoreProminence(articles, weights, scoreText).map((score, i) => [articles[i], score]),
  )
  const positions = new Map(positionsOf(articles).map((it, i) => [articles[i], it]))
  const position = (it: Article) => positions.get(it)?.position ?? 0
  return articles.toSorted(
    (a, b) =>
      (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || position(a) - position(b) || (a.id < b.id ? -1 : 1),
  )
}

/**
 * The sections in the order of the first page and position that each stands on, or if these are not known, of their
 * most prominent articles; none, `undefined`, last.
 * @param ranked most prominent first
 */
function sectionsOf(ranked: readonly Article[]): readonly (string | undefined)[] {
  const positions = positionsOf(ranked)
  const firsts = new Map<string, IssuePosition>()
  for (const [i, { section }] of ranked.entries()) {
    const here = positions[i] ?? { page: 0, position: 0 }
    const first = section === undefined ? undefined : firsts.get(section)
    if (section !== undefined && (!first || compare(here, first) < 0)) firsts.set(section, here)
  }
  // Sorting is stable: of sections that stand alike the one of the more prominent article comes first.
  const named = [...firsts].toSorted(([, a], [, b]) => compare(a, b))
  return [...named.map(([section]) => section), undefined]
}

const compare = (a: IssuePosition, b: IssuePosition): number => a.page - b.page || a.position - b.position

/** What a digest tells of an article. @param doubles shown with it @param followUp what came of it */
export function toStory(
  article: Article,
  doubles: readonly Article[],
  topics: readonly string[] = [],
  followUp?: Article,
): Story {
  const [summary] = summarise(article, { sentences: 1 })
  return {
    id: article.id,
    headline: article.headline,
    ...(summary !== undefined && { summary }),
    topics,
    doubles: doubles.map(({ id }) => id),
    ...(followUp && { followUp: followUp.id }),
  }
}
