import type { DayDigest } from '../../digest/index.ts'
import { type Article, weekdayOf } from '../../domain/index.ts'
import type { FrontPicture, FrontStory } from '../../pictures/index.ts'
import { summarise } from '../../summary/index.ts'
import type { Texts } from '../texts/index.ts'
import { joinWords } from './join-words.ts'
import { quotableSentences } from './quotable.ts'
import { papersOf, renderCount, renderDay, renderWeekday } from './source-line.ts'

/** Stories on a front page, with the one that leads it. */
const STORIES = 7

/** A day to compose a front page of. */
export interface FrontDay {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** All articles of the day. */
  readonly articles: readonly Article[]
  /** The day's pick. */
  readonly digest: DayDigest
}

/** How a composed front page looks. */
export interface FrontOptions {
  /** The bot's name without @, if it is known: then a code leads to it. */
  readonly bot?: string | undefined
  readonly isDark?: boolean
}

/**
 * A front page of the digest's stories; undefined if there are none. Of each section one story comes first, so that the page
 * shows what the day was about, and the first section's first one leads it.
 */
export function composeFront(
  { date, articles, digest }: FrontDay,
  { bot, isDark = false }: FrontOptions,
  texts: Texts,
): FrontPicture | undefined {
  const byId = new Map(articles.map((it) => [it.id, it]))
  const most = Math.max(0, ...digest.sections.map(({ stories }) => stories.length))
  const inTurns = Array.from({ length: most }, (_, n) =>
    digest.sections.map(({ stories }) => stories[n]),
  ).flat()
  const stories = inTurns.flatMap((story) => (story && byId.get(story.id)) ?? []).slice(0, STORIES)
  if (stories.length === 0) return undefined
  const papers = papersOf(articles)
  const pages = new Set(
    articles.flatMap(({ paper, page }) => (page === undefined ? [] : [`${paper} ${page}`])),
  )
  return {
    kind: 'front',
    masthead: papers.length === 1 ? (papers[0] ?? '') : texts.pictures.front.masthead,
    dateline: [
      renderDay(date, texts),
      renderWeekday(weekdayOf(date), 'long', texts),
      texts.pictures.front.size(pages.size, renderCount(articles.length, texts)),
    ],
    stories: stories.map((article, at) => storyOf(article, at === 0 ? 2 : 1)),
    source: papers.length > 1 ? [joinWords(papers, texts)] : [],
    sender: bot === undefined ? [] : [texts.pictures.front.readInBot, `@${bot}`],
    ...(bot !== undefined && { link: `https://t.me/${bot}?start=d_${date}` }),
    isDark,
  }
}

function storyOf(article: Article, sentences: number): FrontStory {
  const key = summarise(article, { sentences }).join('')
  // Short articles have no key sentences.
  const text = key || (quotableSentences(article)[0]?.text ?? '')
  return {
    headline: article.headline,
    ...(text !== '' && { text }),
    ...(article.section !== undefined && { section: article.section }),
  }
}
