import { type Article, type ArticleId, isDoubtful } from '../../domain/index.ts'
import type { Subscription } from '../../store/index.ts'
import { STORIES, toStory } from '../compose-digest.ts'
import type { DayDigest } from '../digest.ts'
import { isStory } from '../is-story.ts'
import { mergeDoubles } from '../merge-doubles.ts'
import { scoreProminence } from '../prominence.ts'
import { groupMatters, type Matter, type Wording } from './matters.ts'

/** What a matter gains each time that the number of days it is told on doubles: half of what a front page is worth more than page two. */
const PER_DOUBLED_DAYS = 0.5

/** What a round-up is made of. */
export interface RoundUpOptions {
  readonly length: Subscription['length']
  /** Topics that each article is chosen for; articles that are not in it are left out. All are chosen without it. */
  readonly chosenFor?: ReadonlyMap<ArticleId, readonly string[]> | undefined
  readonly wording: Wording
}

/**
 * The pick of several days: the weightiest matters, each told once, by its most prominent article, with the latest one
 * that says what came of it. Weight is prominence among the articles of its day, and more for what is told on several.
 * @param issues the articles of each day, the earliest first; at least one
 */
export async function composeRoundUp(
  issues: readonly { readonly date: string; readonly articles: readonly Article[] }[],
  { length, chosenFor, wording }: RoundUpOptions,
): Promise<DayDigest> {
  const scores = new Map<ArticleId, number>()
  for (const { articles } of issues)
    for (const [i, score] of scoreProminence(articles).entries()) scores.set(articles[i]?.id ?? '', score)
  const scoreOf = ({ id }: Article) => scores.get(id) ?? 0
  const ranked = issues
    .flatMap(({ articles }) => articles)
    .filter(({ id }) => chosenFor?.has(id) ?? true)
    .toSorted((a, b) => scoreOf(b) - scoreOf(a) || (a.id < b.id ? -1 : 1))
  const stories = ranked.filter(isStory)
  const matters = await groupMatters(stories.length > 0 ? stories : ranked, wording)
  const weightOf = (matter: Matter) =>
    scoreOf(matter[0]) + PER_DOUBLED_DAYS * Math.log2(new Set(matter.map(({ issueDate }) => issueDate)).size)
  const picked = matters.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, STORIES[length])
  const inOrder = [
    ...picked.filter(([first]) => !isDoubtful(first)),
    ...picked.filter(([first]) => isDoubtful(first)),
  ]
  // What is no story counts as shown with the first one, or it would be left of the issue for ever.
  const others = stories.length > 0 ? ranked.filter((it) => !isStory(it)) : []
  const [first, ...more] = inOrder.map((matter, i) => {
    const [article, ...told] = matter
    const doubles = i === 0 ? [...told, ...others] : told
    return toStory(article, doubles, chosenFor?.get(article.id), followUpOf(matter))
  })
  const [from, to] = [issues[0]?.date, issues.at(-1)?.date]
  return {
    ...(from !== undefined && from !== to && { from }),
    ...(to !== undefined && { date: to }),
    sections: first ? [{ stories: [first, ...more] }] : [],
  }
}

/** The latest article of a matter, if it is of a later day than the first one and tells something else. */
function followUpOf([article, ...others]: Matter): Article | undefined {
  const { issueDate = '' } = article
  const dayOf = (it: Article) => it.issueDate ?? ''
  return others
    .filter((it) => dayOf(it) > issueDate && !isDoubtful(it) && mergeDoubles([article, it]).length > 1)
    .toSorted((a, b) => (dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? 1 : -1))[0]
}
