import { WISH, WISH_END, withoutCourtesy } from './courtesy.ts'
import { USUAL_TIMES } from './find-settings.ts'
import type { Order } from './order.ts'
import { readDays } from './read-days.ts'
import { readOrder } from './read-order.ts'
import { BEHIND_DAYS } from './read-setting.ts'
import { problemOf, topicsIn } from './topics.ts'

const SEND = '(?:给我(?:发|送|推送?|传|来|整)|[发送推传]给?我|推送|发送|发来|送来|传来|发)(?:一份|一次)?'
const PAPER = '(?:报纸|日报|精选|新闻|要闻)'
/** Days and times, and then that something is to come: 每天早上七点给我发报纸. */
const TO_COME = new RegExp(
  `^${WISH}(.{2,30}?)(?:把|将)?${PAPER}?(?:都)?${SEND}(?:今天的|当天的)?${PAPER}?${WISH_END}`,
  'u',
)
const TO_COME_IN_ENGLISH =
  /^(?:please )?(?:send|subscribe) (?:me )?(?:to )?(?:the |a )?(?:news|paper|digest|headlines)? ?(.{3,40}?)(?: please)?[.!?]?$/iu
/** The wish to subscribe, before or behind the time: 我要订阅每天七点, 每天七点订阅, 给我订一份，早上八点. */
const SUBSCRIBED = [
  new RegExp(
    `^${WISH}(?:给我)?(?:订阅|订)(?:一份|一个)?${PAPER}?[\\s，,]*(.{2,30}?)(?:的?${PAPER})?${WISH_END}`,
    'u',
  ),
  new RegExp(`^${WISH}(.{2,30}?)(?:订阅|收到?)${PAPER}?${WISH_END}`, 'u'),
] as const
const TOPIC = '(?:关于|有关)?(.{2,20}?)的?(?:新闻|消息|报道|文章)'
/** The same of a topic: 每天八点给我发养老金的新闻, 每天八点把养老金的新闻发给我. */
const TOPIC_TO_COME = [
  `(?:给我(?:发|送|推送?)|推送|发送|发|送)(?:一份|一次)?[点些]?${TOPIC}`,
  `(?:把|将)${TOPIC}(?:发|送|推送?)给我`,
].map((it) => new RegExp(`^${WISH}(.{2,20}?)${it}${WISH_END}`, 'u'))
/** What alone is wanted, behind the order: 每天八点给我发，只要科技. */
const CHOSEN = new RegExp(
  `^(.{4,40}?)[\\s，,]+(?:只|就)(?:要|看|发)(?:关于)?([^\\s，,]{2,20}?)(?:的|方面的)?(?:新闻|消息|报道|内容)?${WISH_END}`,
  'u',
)
/** A time to the hour. */
const CLOCK = /[\d点时]/u
/** What any digest holds. */
const NO_TOPIC = /^(?:的|今[天日]|当[天日]|每[天日]|最新|重要|主要|全部|所有|一[点些])+$/u

/**
 * Reads a whole message as the wish to get the digest from now on: 每天早上七点给我发, 工作日8点推送, 我要订阅每天七点,
 * 每天八点给我发养老金的新闻, “send me the news at 8am”. It has to name a time, and nothing but settings and a topic.
 * @param nowMs when offsets such as `UTC+8` are asked for
 * @returns what would stand behind `/subscribe`; undefined for anything else
 */
export function readSpokenOrder(text: string, nowMs: number): string | undefined {
  const spoken = withoutCourtesy(text)
  for (const form of [TO_COME, TO_COME_IN_ENGLISH, ...SUBSCRIBED]) {
    const [, said = ''] = form.exec(spoken) ?? []
    const { written, order } = settingsOf(said, nowMs)
    // Without days a part of the day may be when something else came: 早上发.
    if (order?.time !== undefined && (order.weekdays !== undefined || CLOCK.test(said))) return written
  }
  const [, settings = '', topic = ''] = CHOSEN.exec(spoken) ?? []
  const chosen = settings && readSpokenOrder(settings, nowMs)
  const topics = chosen ? topicsIn(topic) : []
  if (topics.length > 0 && topics.every((it) => problemOf(it) === undefined))
    return `${chosen} 只要 ${topics.join('；')}`
  for (const form of TOPIC_TO_COME) {
    const [, settings = '', topic = ''] = form.exec(spoken) ?? []
    const { written, order } = settingsOf(settings, nowMs)
    // Without days it may be about what came at that time: 早上七点给我发红包的新闻.
    if (order?.time === undefined || (order.weekdays ?? order.weekly) === undefined) continue
    if (NO_TOPIC.test(topic)) return written
    if (problemOf(topic) === undefined) return `${written} 话题 ${topic}`
  }
  return undefined
}

/**
 * Settings in the words of speech, for behind `/subscribe`, where nothing else has to be said: 每天早上七点.
 * @param nowMs when offsets such as `UTC+8` are asked for
 * @returns what would be written there; undefined for anything else
 */
export function readSpokenSettings(text: string, nowMs: number): string | undefined {
  const { written, order } = settingsOf(withoutCourtesy(text), nowMs)
  return order === undefined ? undefined : written
}

/** A change of what comes: 改成八点, 把推送改到周一. */
const CHANGED = new RegExp(
  `^${WISH}(?:把|将)?(?:订阅|推送|精选|报纸)?的?(?:时间)?(?:改|换|调整?|挪|移|提前|推迟|延后)[成到为至](.{2,30}?)(?:再)?(?:发|送|推送)?${WISH_END}`,
  'u',
)
/** A reason that follows: 我要出差, 起得早. */
const REASON = '(?:[\\s，,]*(?:我|因为)?.{2,8})?[\\s。！!]*$'
/** Names another time: 还是六点五十吧起得早. */
const RATHER = new RegExp(
  `^(?:算了[\\s，,]*)?(?:还是|那就|要不|不如|干脆)(.{2,12}?)(?:吧${REASON}|${WISH_END})`,
  'u',
)
const CHANGED_IN_ENGLISH =
  /^(?:please )?(?:change|move|switch) (?:it|the (?:time|digest|news)|my (?:time|digest|subscription)) to (.{2,30}?)(?:,? please)?[.!]?$/u
const PAUSED_IN_ENGLISH =
  /^(?:please )?(?:pause|snooze)(?: it| the digest)?(?: for)? (\d{1,2}|a|one) (day|week)s?(?:,? please)?[.!]?$/u
const LENGTH = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:天|个?星期|个?礼拜|周|个月)'
const PAUSED = new RegExp(
  `^${WISH}(?:先)?${WISH}(?:把|将)?(?:订阅|推送|精选)?(?:暂停|停)(?:订阅|推送|发送|精选)?(${LENGTH})(?:[\\s，,]*(?:我|因为).{1,10}|${WISH_END})$`,
  'u',
)
/** 周末不要, 周一就别发了. */
const DAYS_OFF =
  /^(?:请|麻烦|以后|那|我)*(.{2,8}?)(?:的)?(?:就|都|请|先)?(?:别|不要|不用|不想|唔好|不)(?:再)?(?:发|推送|推|送|收|要|看|来|吵|烦|打扰)(?:给?我)?了?[吧啊。！!]*$/u
/** 出差三天先别发, 接下来一周不用推送. */
const AWAY = new RegExp(
  `^(?:我)?[^\\d一二两三四五六七八九十]{0,8}(${LENGTH})(?:内|里|之内)?(?:就|都|请|先)?(?:别|不要|不用|唔好)(?:再)?(?:发|推送|推|送)(?:给我)?了?[吧啊。！!]*$`,
  'u',
)
const WHOLE_WEEK = 7
/** Whole messages, and the settings that are meant. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:算了[，,]?)?(?:还是|恢复|继续|接着|重新开始|重新)(?:给我)?(?:订阅|推送|发送|精选|[发送推传])(?:给我)?[吧啊了。！!]*$/u,
    '暂停 取消',
  ],
  // Two times are one too many: the answer says so.
  [
    /^(?:一|每)天(?:能不能|可以|可不可以)?(?:发|推送?|送|来)?(?:两|二|2|三|3|几|多)(?:次|遍|份)(?:吗|行吗|可以吗|吧)?[？?]*$/u,
    '8:00 20:00',
  ],
  [
    /^(?:改成|换成)?(?:每|一)个?(?:周|星期|礼拜)(?:只|就)?(?:发|推送?|送|来)?一(?:次|份)(?:就(?:行|好|可以)了?)?[吧。！!]*$/u,
    '每周要闻',
  ],
  [/^(?:只|就)(?:在|要)?(?:工作日|周一到周五)(?:发|送|推送)[吧啊。！!]*$/u, '工作日'],
  [/^(?:精选|推送|每天)?(?:少发[点些]|发少[点些]|太多了[，,]?少发[点些])[吧啊。！!]*$/u, '短'],
]

/**
 * Reads a whole message as the wish to change what comes already: 改成晚上八点, 暂停一周, 周末别发.
 * @param nowMs when offsets such as `UTC+8` are asked for
 * @returns what would stand behind `/subscribe`; undefined for anything else
 */
export function readSpokenChange(text: string, nowMs: number): string | undefined {
  const spoken = withoutCourtesy(text)
  return changeIn(spoken, nowMs) ?? severalIn(spoken, nowMs)
}

/** Several wishes in one message, 还是发吧，改成晚上八点: each has to be one. */
function severalIn(spoken: string, nowMs: number): string | undefined {
  const clauses = spoken.split(/[，,。;；！!]+/u).filter((it) => it.trim() !== '')
  if (clauses.length < 2 || clauses.length > MOST_WISHES) return undefined
  const changes = clauses.map((it) => changeIn(it.trim(), nowMs))
  return changes.includes(undefined) ? undefined : changes.join(' ')
}

const MOST_WISHES = 3

function changeIn(spoken: string, nowMs: number): string | undefined {
  const meant = MEANT.find(([form]) => form.test(spoken))?.[1]
  if (meant !== undefined) return meant
  const [, off = ''] = DAYS_OFF.exec(spoken) ?? []
  if (off !== '' && readDays(off) !== undefined) return `除 ${off}`
  const comes = settingsOf(TO_COME.exec(spoken)?.[1] ?? '', nowMs)
  if ((comes.order?.weekdays?.length ?? WHOLE_WEEK) < WHOLE_WEEK) return comes.written
  const rather = settingsOf(RATHER.exec(spoken)?.[1] ?? '', nowMs)
  if (rather.order?.time !== undefined) return rather.written
  const [, change = ''] = CHANGED.exec(spoken) ?? CHANGED_IN_ENGLISH.exec(spoken) ?? []
  const changed = settingsOf(change, nowMs)
  const { time, weekdays, weekly } = changed.order ?? {}
  if ([time, weekdays, weekly].some((it) => it !== undefined)) return changed.written
  const away = AWAY.exec(spoken)?.[1]
  if (away !== undefined && settingsOf(`暂停 ${away}`, nowMs).order !== undefined) return `暂停 ${away}`
  const [, much, unit] = PAUSED_IN_ENGLISH.exec(spoken) ?? []
  const inEnglish = much && `${much.replace(/^\D+$/u, '1')}${unit === 'week' ? '周' : '天'}`
  const paused = settingsOf(`暂停 ${inEnglish ?? PAUSED.exec(spoken)?.[1] ?? ''}`, nowMs)
  return (paused.order?.snoozeDays ?? 0) > 0 ? paused.written : undefined
}

/** Whole messages that end what comes, if anything does: 取消吧, 不看了. */
const ENDED = new RegExp(
  `^${WISH}(?:不(?:想)?(?:看|收|订|要)了?[\\s，,]*)?(?:给我)?(?:退了|退掉|退订|取消|取消掉|关了|关掉|停了|停掉)(?:它|了)?(?:吧?[\\s，,]*不(?:想)?[看收订要]了)?${WISH_END}`,
  'u',
)

/**
 * Reads a whole message that says so little that only a subscriber can mean the digest by it: 晚上九点吧, 取消.
 * @returns what would stand behind `/subscribe`; undefined for anything else
 */
export function readShortChange(text: string, nowMs: number): string | undefined {
  const spoken = withoutCourtesy(text)
  if (ENDED.test(spoken)) return '退订'
  const [, said = ''] = ONLY_SETTINGS.exec(spoken) ?? []
  const { written, order } = settingsOf(said, nowMs)
  return order?.time !== undefined && CLOCK.test(said) ? written : undefined
}

const ONLY_SETTINGS = new RegExp(`^${WISH}(?:那|就)*(.{2,12}?)${WISH_END}`, 'u')

const PART_OF_DAY_ALONE = new RegExp(`^(.*?)(${Object.keys(USUAL_TIMES).join('|')})$`, 'u')

/** Settings as they are said in words, as they are written; no order if there are topics in it, or anything else. */
function settingsOf(
  settings: string,
  nowMs: number,
): { readonly written: string; readonly order?: Order | undefined } {
  const written = settings
    .replaceAll(/[，,]/gu, ' ')
    .replaceAll(BEHIND_DAYS, ' ')
    .replaceAll(/\bevery day\b/gu, 'daily')
    .replaceAll(/\b(?:every|on) weekdays?\b/gu, 'weekdays')
    .replaceAll(/\bat\b/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(PART_OF_DAY_ALONE, (_, before: string, part: string) => `${before}${USUAL_TIMES[part]}`)
  const read = written === '' ? undefined : readOrder(written, nowMs)
  const isOrder = read !== undefined && 'order' in read && read.order.topics === undefined
  return { written, order: isOrder ? read.order : undefined }
}
