import { normalise } from '../../language/index.ts'
import { findDay } from './find-day.ts'
import { findDays, findLength, findPartOfDay, findTime } from './find-settings.ts'
import { findTopic, findTopics } from './find-topic.ts'
import { guessIntent, type Intent, type IntentChances } from './intents/guess-intent.ts'
import { namesOfDays } from './read-days.ts'
import type { SpokenPress } from './read-spoken-press.ts'

/** What is done with a message that no rule reads. */
export type Guess =
  /**
   * As it would stand behind `/subscribe`; empty to show the settings, with their buttons. `isOrder`: it says that something
   * is to come, and changes not only what comes. `also`: days beside those that there are.
   */
  | {
      readonly kind: 'settings'
      readonly written: string
      readonly also?: readonly number[]
      readonly isOrder?: true
    }
  | { readonly kind: 'unsubscribe' }
  /** As it would stand behind `/alert`. */
  | { readonly kind: 'alert'; readonly query: string }
  /** `isOfOne`: the alert whose words the message holds; else all. */
  | { readonly kind: 'alerts'; readonly isOfOne: boolean }
  | {
      readonly kind: 'command'
      readonly name: 'digest' | 'issues' | 'help' | 'privacy' | 'forget' | 'export' | 'language' | 'another'
      readonly text: string
    }
  | {
      readonly kind: 'say'
      readonly what: 'thanks' | 'greeting' | 'farewell' | 'wrong' | 'tooLong' | 'textSize' | 'articleButtons'
    }
  | { readonly kind: 'press'; readonly press: SpokenPress }

/** Below this chance a message is searched for. */
export const LEAST = 0.5
/** Below this one nothing is changed: the settings are shown. */
const SURE = 0.6
/** So likely it is about the digest, or the alerts, if not clear what. */
const FAMILY = 0.6
const FOLLOWS = 0.5
const OF_DIGEST: ReadonlySet<Intent> = new Set([
  'subscribe',
  'unsubscribe',
  'change-time',
  'change-days',
  'topics',
  'pause',
  'resume',
  'settings',
])
const OF_ALERTS: ReadonlySet<Intent> = new Set(['alert-add', 'alert-remove', 'alert-list'])

/**
 * Guesses what a message is about that no rule reads.
 * @param today `YYYY-MM-DD`
 * @returns undefined for what is to be searched for
 */
export function readGuess(text: string, today: string): Guess | undefined {
  const chances = guessIntent(text)
  const [likeliest] = chances ?? []
  if (!chances || !likeliest) return undefined
  const [intent, chance] = likeliest
  if (intent === 'none' || intent === 'follow-up') return undefined
  if (chance >= LEAST) return planOf(intent, text, today, chance >= SURE)
  if (chanceOf(chances, OF_DIGEST) >= FAMILY) return SHOW_SETTINGS
  return chanceOf(chances, OF_ALERTS) >= FAMILY ? { kind: 'alerts', isOfOne: false } : undefined
}

/** Whether a message most likely makes sense only after the question before. */
export function seemsToFollow(text: string): boolean {
  const [intent, chance] = guessIntent(text)?.[0] ?? ['none', 1]
  return intent === 'follow-up' && chance >= FOLLOWS
}

/** So sure is what is said to the bot itself, whatever was asked before: 怎么用啊你. */
const SURELY = 0.8
const TO_THE_BOT: ReadonlySet<Intent> = new Set(['help', 'thanks', 'greeting', 'language', 'privacy'])

/** Whether a message is surely said to the bot itself, and not of what was found. */
export function isToTheBot(text: string): boolean {
  const [intent, chance] = guessIntent(text)?.[0] ?? ['none', 1]
  return TO_THE_BOT.has(intent) && chance >= SURELY
}

const SHOW_SETTINGS: Guess = { kind: 'settings', written: '' }

const chanceOf = (chances: IntentChances, intents: ReadonlySet<Intent>): number =>
  chances.reduce((sum, [intent, chance]) => sum + (intents.has(intent) ? chance : 0), 0)

function planOf(intent: Intent, text: string, today: string, isSure: boolean): Guess | undefined {
  switch (intent) {
    case 'none':
    case 'follow-up':
      return undefined
    case 'subscribe':
    case 'change-time':
    case 'change-days':
    case 'topics':
    case 'pause':
    case 'resume':
      return isSure && !ASKS_HOW.test(text) ? settingsOf(intent, text) : SHOW_SETTINGS
    case 'settings':
      return SHOW_SETTINGS
    case 'unsubscribe':
      return isSure && !ASKS_HOW.test(text) ? { kind: 'unsubscribe' } : SHOW_SETTINGS
    case 'alert-add':
      return { kind: 'alert', query: (isSure ? findTopic(text) : undefined) ?? '' }
    case 'alert-remove':
      return { kind: 'alerts', isOfOne: true }
    case 'alert-list':
      return { kind: 'alerts', isOfOne: false }
    case 'today':
      return { kind: 'command', name: 'digest', text: '' }
    case 'day': {
      const day = findDay(text, today)?.day
      if (!OF_PAPER.test(normalise(text))) return undefined
      return { kind: 'command', name: day === undefined ? 'issues' : 'digest', text: day ?? '' }
    }
    case 'random':
      return { kind: 'command', name: 'another', text: '' }
    case 'help':
    case 'language':
      return { kind: 'command', name: intent, text: '' }
    case 'privacy':
      return { kind: 'command', name: privacyOf(normalise(text)), text: '' }
    case 'thanks':
      return { kind: 'say', what: intent }
    case 'greeting':
      return { kind: 'say', what: FAREWELL.test(normalise(text)) ? 'farewell' : 'greeting' }
    case 'complaint':
      return { kind: 'say', what: complaintOf(normalise(text)) }
    case 'summary':
    case 'share':
      return { kind: 'say', what: 'articleButtons' }
    case 'more':
      return { kind: 'press', press: pressOf(normalise(text)) }
  }
}

/** A day that the paper of is wanted, not what happened on it: 2022年2月1号韩国一天多少新冠 is a question. */
const OF_PAPER =
  /报|新闻|消息|头条|头版|要闻|摘要|精选|[版期]|那[天日]|当[天日]|登|看|给我|发我|查|翻|有什么|有啥|news|paper|issue|digest|headline|yesterday|^.{2,12}$/u
const ASKS_HOW = /怎么|怎樣|怎样|如何|咋|点样|\bhow\b/iu
const FAREWELL = /再见|拜|晚安|回见|明[天儿]见|下了|走了|睡|早唞|good ?night|bye|see you/u
const ERASES = /删|清|注销|抹|忘|撤|delete|erase|forget|remove/u
const ASKS = /怎么|如何|咋|吗|会不会|多久|[?？]|how|what|\bis\b|\bdo\b/u
const EXPORTS = /导出|汇出|下载|export|download|给我一份/u

function privacyOf(spoken: string): 'privacy' | 'forget' | 'export' {
  if (EXPORTS.test(spoken)) return 'export'
  return ERASES.test(spoken) && !ASKS.test(spoken) ? 'forget' : 'privacy'
}

function complaintOf(spoken: string): 'wrong' | 'tooLong' | 'textSize' {
  if (/字.{0,2}(?:小|大|密)|看不清/u.test(spoken)) return 'textSize'
  return /长|啰嗦|太多|long/u.test(spoken) ? 'tooLong' : 'wrong'
}

function pressOf(spoken: string): SpokenPress {
  if (/上一?[页批]|前[面一].?页|往[前上回]翻|previous/u.test(spoken))
    return { kind: 'turn', to: 'previous', of: 'page' }
  if (/早|旧|老|以前|往前|old|earl/u.test(spoken)) return { kind: 'order', order: 'oldest' }
  if (/更新|近一?点|最近|最新|newe/u.test(spoken)) return { kind: 'order', order: 'newest' }
  return { kind: 'turn', to: 'next', of: /[篇条则]$/u.test(spoken) ? 'article' : 'page' }
}

const ONCE_A_WEEK = /(?:一|每)个?(?:周|星期|礼拜)(?:只|就)?(?:给我|发|推|送|收|来)*一[次回份]|once a week/u
const ALL_TOPICS = /全部|所有|不限|都[看要发行]|清空|不挑|everything/u
const ADDS = /加|添|也|还想|多|增|\badd\b|also|more/u
const DROPS = /不[看要想收]|别|去掉|删|拿掉|剔除|少|腻|没兴趣|不感兴趣|太多|除|\bno\b|remove|drop|without/u
const CHOOSES = /只|光|仅|就[要看发]|换成|改成|改为|限定|集中|\bonly\b/u

/** What a message says of the digest; the settings are shown if that is not clear. */
function settingsOf(intent: Intent, text: string): Guess {
  const spoken = normalise(text)
  if (intent === 'resume') return { kind: 'settings', written: '暂停 取消' }
  if (intent === 'pause') {
    const length = findLength(text)
    return length === undefined ? SHOW_SETTINGS : { kind: 'settings', written: `暂停 ${length}` }
  }
  if (intent === 'topics') return { kind: 'settings', written: topicsOf(spoken) }
  const time = findTime(text) ?? (intent === 'change-days' ? undefined : findPartOfDay(text))
  if (intent === 'change-time') return { kind: 'settings', written: time ?? '' }
  const days = findDays(text)
  const also = days?.also ?? []
  const weekdays = ONCE_A_WEEK.test(spoken)
    ? ['每周要闻', ...namesOf(days?.on ?? [])]
    : namesOf(days?.on ?? [])
  // Of two that speak against each other, the buttons tell.
  const isClear = [days?.on, days?.off, also].filter((it) => (it?.length ?? 0) > 0).length <= 1
  if (intent === 'change-days' && !isClear) return SHOW_SETTINGS
  if (intent === 'change-days' && also.length > 0) return { kind: 'settings', written: '', also }
  const off = days?.off ?? []
  const except = intent === 'change-days' && off.length > 0 && off.length < 7 ? [`除 ${joined(off)}`] : []
  if (intent === 'subscribe' && time === undefined) return SHOW_SETTINGS
  const written = [...weekdays, ...except, ...(time === undefined ? [] : [time])].join(' ')
  return { kind: 'settings', written, ...(intent === 'subscribe' && { isOrder: true }) }
}

const joined = (days: readonly number[]): string => namesOfDays(days).join('、')
const namesOf = (days: readonly number[]): readonly string[] => (days.length > 0 ? [joined(days)] : [])

function topicsOf(spoken: string): string {
  const signs = [ADDS, DROPS, CHOOSES].filter((it) => it.test(spoken))
  if (ALL_TOPICS.test(spoken) && !CHOOSES.test(spoken)) return '话题 全部'
  const topics = findTopics(spoken)
  if (topics.length === 0 || signs.length !== 1) return ''
  const how = signs[0] === DROPS ? '去掉' : signs[0] === ADDS ? '加上' : '只要'
  return `${how} ${topics.join('；')}`
}
