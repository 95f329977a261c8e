import { normalise } from '../../language/index.ts'
import { readOrder } from './read-order.ts'

/** Days and times, and then that something is to come: 每天早上七点给我发报纸. */
const TO_COME =
  /^(?:请|麻烦|帮我|能不能|可以|可不可以)*(.{2,30}?)(?:把|将)?(?:报纸|日报|精选|新闻|要闻)?(?:都)?(?:给我(?:发|送|推送?)|发给我|送给我|推给我|推送|发送|发来|送来|发)(?:一份|一次)?(?:今天的|当天的)?(?:报纸|日报|精选|新闻|要闻)?(?:吗|吧|呗|行吗|好吗|可以吗)?[。！？!?]?$/u
const TO_COME_IN_ENGLISH =
  /^(?:please )?(?:send|subscribe) (?:me )?(?:to )?(?:the |a )?(?:news|paper|digest|headlines)? ?(.{3,40}?)(?: please)?[.!?]?$/iu
/** The wish to subscribe, or to change when it comes, before or behind the time: 我要订阅每天七点, 每天七点订阅, 改成八点. */
const SUBSCRIBED = [
  /^(?:请|麻烦|帮我|我)*(?:想|要|想要)?(?:订阅|订)(?:报纸|日报|精选)?(.{2,30}?)(?:的?(?:报纸|日报|精选))?[吧啊。！!]*$/u,
  /^(?:请|麻烦|帮我|我)*(?:想|要|想要)?(.{2,30}?)(?:订阅|收到?)(?:报纸|日报|精选|新闻)?[吧啊。！!]*$/u,
  /^(?:请|麻烦|帮我|我)*(?:想|要|想要)?(?:把|将)?(?:订阅|推送|精选)?的?(?:时间)?(?:改|换|调)[成到为](.{2,30}?)(?:发|送|推送)?[吧啊。！!]*$/u,
] as const
/** Between days and the time of day, where Chinese has no blank. */
const BEHIND_DAYS = /(?<=每天|每日|工作日|周末|(?:周|星期|礼拜)[一二三四五六日天])(?![到至、和]|$)/gu

/**
 * Reads a whole message as the wish to get the digest from now on: 每天早上七点给我发, 工作日8点推送, 我要订阅每天七点, 改成八点,
 * “send me the news at 8am”. It has to name a time, and nothing but settings.
 * @param nowMs when offsets such as `UTC+8` are asked for
 * @returns what would stand behind `/subscribe`; undefined for anything else
 */
export function readSpokenOrder(text: string, nowMs: number): string | undefined {
  const spoken = normalise(text).trim()
  for (const form of [TO_COME, TO_COME_IN_ENGLISH, ...SUBSCRIBED]) {
    const order = orderOf(form.exec(spoken)?.[1] ?? '', nowMs)
    if (order !== undefined) return order
  }
  return undefined
}

function orderOf(settings: string, nowMs: number): string | undefined {
  const written = settings
    .replaceAll(BEHIND_DAYS, ' ')
    .replaceAll(/\bevery day\b/gu, 'daily')
    .replaceAll(/\bat\b/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (written === '') return undefined
  const read = readOrder(written, nowMs)
  if ('problem' in read) return undefined
  const { time, topics } = read.order
  return topics === undefined && time !== undefined ? written : undefined
}
