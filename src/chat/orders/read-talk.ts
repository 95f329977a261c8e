import { readAskedDays } from '../../digest/index.ts'
import { lettersOnly, normalise } from '../../language/index.ts'
import { readPageName } from '../../search/index.ts'
import { isThanks, withoutCourtesy } from './courtesy.ts'
import { readSpokenPress, type SpokenPress } from './read-spoken-press.ts'
import { type RemarkTopic, readRemark } from './talk-patterns.ts'
import {
  ENGLISH_NEWS,
  ENGLISH_NEWS_OF_DAY,
  ENGLISH_PAGE,
  ENGLISH_SEARCH_FOR,
  HOW_MANY,
  NEWS,
  NEWS_OF,
  NOW,
  NOW_AROUND,
  PAGE_OF_PAPER,
  PARTICLES,
  POLITE_OPENING,
  SEARCH_FOR,
  STORY,
  TALK_PHRASES,
  type TalkTopic,
  WHICH_IS_MORE,
} from './talk-phrases.ts'

/** What was said that is no search. */
export type Talk =
  | { readonly topic: TalkTopic | RemarkTopic }
  /** Is said about the list that was shown last. */
  | { readonly topic: 'press'; readonly press: SpokenPress }
  /** Asks for the news, of the newest issue unless a day is named. */
  | { readonly topic: 'news'; readonly day?: string }
  /** Asks for the newest of something. */
  | { readonly topic: 'newsOf'; readonly about: string }
  /** Asks for a page, of the newest issue first unless a day is named. */
  | { readonly topic: 'page'; readonly page: string; readonly day?: string }
  /** Asks in a sentence for a search, how often something is spoken of, or how it went. */
  | { readonly topic: 'search' | 'trend' | 'timeline'; readonly query: string }
  /** Nothing but pictures: 👍. */
  | { readonly topic: 'emoji' }

const bareOf = (text: string): string => lettersOnly(normalise(text))

/** Without what is said before and behind a request out of politeness. */
const plainOf = (bare: string): string => bare.replace(POLITE_OPENING, '').replace(PARTICLES, '')

const phrasesOf = (topic: TalkTopic): readonly string[] =>
  TALK_PHRASES[topic].split(/[|\n]/u).map(bareOf).filter(Boolean)

let known: ReadonlyMap<string, TalkTopic> | undefined

/** Made when first asked for: start-up waits for no normal form. */
function topicOf(bare: string): TalkTopic | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record are its keys
  const all = Object.keys(TALK_PHRASES) as TalkTopic[]
  known ??= new Map(all.flatMap((topic) => phrasesOf(topic).map((phrase) => [phrase, topic] as const)))
  return known.get(bare)
}

/** Behind a day: 6月8日那天. */
const THEN = /(?:那天|那日|当天|当日|嗰日)$/u
/** 那昨天呢, 六月八号呢, 前天的 */
const DAY_THEN =
  /^(?:那|那么)?(昨[天日]|前[天日]|上?周[一二三四五六日天]|(?:.{1,3}月)?.{1,3}[日号])的?(?:呢|(?<=的)(?:新闻|报纸)?)$/u
/** 2.0版 */
const POINT_IN_NUMBER = /\d[.．]\d+版/u
const QUESTION_MARKS = /^\s*[?？]+\s*$/u
const EMOJI = /\p{Extended_Pictographic}/u

/**
 * Reads a whole message as talk: 你好, 谢谢, 今天有什么新闻, 怎么退订. A greeting may stand before a request.
 * @param today `YYYY-MM-DD`
 * @returns undefined for what is to be searched for: 你好 李焕英 is a film
 */
export function readTalk(text: string, today: string): Talk | undefined {
  if (isThanks(text)) return { topic: 'thanks' }
  const plain = withoutCourtesy(text)
  return talkIn(text, today) ?? (plain === normalise(text).trim() ? undefined : talkIn(plain, today))
}

function talkIn(text: string, today: string): Talk | undefined {
  const bare = bareOf(text)
  if (bare === '') {
    if (EMOJI.test(text)) return { topic: 'emoji' }
    return QUESTION_MARKS.test(text) ? { topic: 'unclear' } : undefined
  }
  const rest = withoutGreeting(bare)
  return (
    readRequest(bare, today) ??
    readRequest(rest, today) ??
    readEnglishDay(text, today) ??
    readPage(text, rest || bare, today) ??
    readNewsOf(rest || bare, today) ??
    readCount(rest || bare) ??
    readSearchFor(text)
  )
}

/** 冬奥会的来龙去脉, 今年有几篇讲高铁的, 高铁和大熊猫哪个报道多 */
function readCount(bare: string): Talk | undefined {
  const plain = plainOf(bare)
  const story = STORY.exec(plain)?.[1]
  if (story !== undefined) return { topic: 'timeline', query: story }
  const [, when = '', counted] = HOW_MANY.exec(plain) ?? []
  if (counted !== undefined) return { topic: 'trend', query: `${counted} ${when}`.trim() }
  const [, one, other] = WHICH_IS_MORE.exec(plain) ?? []
  return one !== undefined && other !== undefined ? { topic: 'trend', query: `${one}, ${other}` } : undefined
}

function readSearchFor(text: string): Talk | undefined {
  const plain = normalise(text).trim()
  const query = (SEARCH_FOR.exec(plain) ?? ENGLISH_SEARCH_FOR.exec(plain))?.[1]
  return query === undefined ? undefined : { topic: 'search', query }
}

/** “what happened on June 8”: with its blanks, as they part month and day. */
function readEnglishDay(text: string, today: string): Talk | undefined {
  const day = ENGLISH_NEWS_OF_DAY.exec(normalise(text).trim())?.[1]
  return day !== undefined && readAskedDays(day, today, today).length > 0 ? { topic: 'news', day } : undefined
}

/** 第三版有什么, 昨天的A2版. What is no day is part of a name: 新华字典第12版. */
function readPage(text: string, bare: string, today: string): Talk | undefined {
  if (POINT_IN_NUMBER.test(text)) return undefined
  const plain = plainOf(bare)
  const [, day = '', name = ''] = PAGE_OF_PAPER.exec(plain) ?? ['', '', ENGLISH_PAGE.exec(plain)?.[1]]
  const page = readPageName(name)
  if (page === undefined) return undefined
  if (NOW.test(day)) return { topic: 'page', page }
  return readAskedDays(day, today, today).length > 0 ? { topic: 'page', page, day } : undefined
}

function readRequest(bare: string, today: string): Talk | undefined {
  if (bare === '') return undefined
  const plain = plainOf(bare)
  const topic = topicOf(bare) ?? topicOf(plain) ?? readRemark(bare)
  if (topic) return { topic }
  const thatDay = DAY_THEN.exec(bare)?.[1]
  if (thatDay !== undefined && readAskedDays(thatDay, today, today).length > 0)
    return { topic: 'news', day: thatDay }
  if (ENGLISH_NEWS.test(plain)) return { topic: 'news' }
  const press = readSpokenPress(plain) ?? readSpokenPress(bare)
  if (press) return { topic: 'press', press }
  const day = NEWS.exec(plain)?.[1]?.replace(THEN, '')
  if (day !== undefined && NOW.test(day)) return { topic: 'news' }
  if (day !== undefined && readAskedDays(day, today, today).length > 0) return { topic: 'news', day }
  return undefined
}

/** 成都最近有什么新闻; a question alone, since 体育新闻 may be searched for. */
function readNewsOf(bare: string, today: string): Talk | undefined {
  const plain = plainOf(bare)
  const about = NEWS_OF.exec(plain)?.[1]?.replaceAll(NOW_AROUND, '') ?? ''
  return about.length > 1 && !holdsDay(about, today) ? { topic: 'newsOf', about } : undefined
}

/** 昨天成都, 成都6月8日: whoever names a day wants no other, and a search knows how to look for it. */
const holdsDay = (about: string, today: string): boolean =>
  Array.from(about, (_, at) => [about.slice(0, at + 1), about.slice(at)])
    .flat()
    .some((part) => readAskedDays(part, today, today).length > 0)

/** What stands behind a greeting; empty if there is none. */
function withoutGreeting(bare: string): string {
  const greeting = phrasesOf('greeting')
    .filter((it) => it.length > 1 && bare.startsWith(it))
    .toSorted((a, b) => b.length - a.length)[0]
  return greeting === undefined ? '' : bare.slice(greeting.length)
}
