import { WISH, WISH_END, withoutCourtesy } from './courtesy.ts'
import { problemOf } from './topics.ts'

const NEWS = '(?:新闻|消息|报[道导]|文章|动态|进展|动静)'
/** 告诉我, 喊我一声 */
const TELL = '(?:提醒|通知|告诉|叫|喊)'
const WATCH = '(?:关注|追踪|跟踪|盯着?|留意)'
/** Something new is to be told of: 有台风的消息就提醒我. */
const FORMS = [
  `^${WISH}(?:一?有)(?:了|关于|有关)?(.{2,30}?)的?(?:新|最新)?的?${NEWS}(?:了|时|的时候|的话)?[，,]?(?:就|请|要|再)?(?:马上|及时)?${TELL}(?:一下|一声)?我?(?:一下|一声)?${WISH_END}`,
  `^${WISH}(?:提醒|通知)我[\\s:：,，]*(?:关注|留意|看看?|关于|有关)?[\\s:：]*(.{2,30}?)的?(?:新|最新)?的?${NEWS}?${WISH_END}`,
  `^${WISH}(?:${WATCH}(?:一下|[点着])*)?[\\s，,]*(.{2,20}?)(?:一旦|一)?有(?:了|什么)?(?:新|最新)?的?${NEWS}(?:了|时|的时候|的话)?[，,]?(?:就|请|要|再)?(?:马上|及时)?${TELL}(?:一下|一声)?我(?:一下|一声)?${WISH_END}`,
  // 盯着点台风的消息，有了就喊我
  `^${WISH}${WATCH}(?:一下|[点着])*[\\s:：]*(?:关于|有关)?(.{2,20}?)的?(?:新|最新)?的?${NEWS}[\\s，,]*一?有了?[，,]?(?:就|请|要|再)?(?:马上|及时)?${TELL}(?:一下|一声)?我?(?:一下|一声)?${WISH_END}`,
  // 有台风了就吱一声
  `^${WISH}一?有(.{2,20}?)了?[，,]?就(?:马上|及时)?(?:${TELL}|吱)(?:我(?:一下|一声)?|(?:一下|一声)我?)${WISH_END}`,
  `^${WISH}(?:${WATCH}|订阅)(?:一下|点)?[\\s:：]*(?:关于|有关)?(.{2,30}?)的?(?:新|最新)?的?${NEWS}${WISH_END}`,
  "^(?:please )?(?:alert|notify|remind|tell) me (?:about|of|on|when there(?: is|’s|'s)(?: any)?(?: new)?(?: news)?(?: about| on| of)?) (.{2,40}?)(?: please)?[.!]?$",
].map((it) => new RegExp(it, 'u'))

/** 修路的事， */
const BEHIND = /(?:(?:的|这)(?:事儿?|事情))?[，,、\s]*$/u
/** 提醒我明天…: the bot is no alarm clock. */
const TIME = /[点时分]|明[天早晚日]|今[天早晚]|后天|周[一二三四五六日末]|\b(?:tomorrow|today|at \d)/u

/**
 * Reads a whole message as the wish to be told of new articles about something: 提醒我 台风, 有台风的消息就告诉我, “notify me
 * about typhoons”.
 * @returns what would stand behind `/alert`; undefined for anything else
 */
export function readSpokenAlert(text: string): string | undefined {
  const spoken = withoutCourtesy(text)
  for (const form of FORMS) {
    const query = form.exec(spoken)?.[1]?.replace(BEHIND, '').trim()
    if (query !== undefined && query.length > 1 && !TIME.test(query) && problemOf(query) === undefined)
      return query
  }
  return undefined
}

const TOLD = '(?:提醒|通知)'
const SAYS_TOLD = new RegExp(TOLD, 'u')
const NO_LONGER = '(?:别|不要|不用|不必|唔好)(?:再)?'
const NO_MORE = [
  // 别提醒台风了, 不用再通知我台风的消息
  `^${WISH}(?:别|不要|不用|唔好)(?:再)?(?:给我)?(?:发)?${TOLD}(?:我)?(?:关于|有关)?(.{0,20}?)的?(?:新|最新)?的?${NEWS}?了?${WISH_END}`,
  // 台风那个不用盯了, 不用再盯着台风了
  `^${WISH}(.{2,20}?)(?:的(?:新闻|消息)|那[个条])?(?:就|可以|先)*${NO_LONGER}(?:给我)?(?:${TOLD}|${WATCH})(?:我|着|的)*了${WISH_END}`,
  `^${WISH}${NO_LONGER}(?:给我|帮我)?${WATCH}着?(?:关于|有关)?(.{2,20}?)的?(?:新|最新)?的?${NEWS}?了${WISH_END}`,
  // 取消台风的提醒, 关掉提醒
  `^${WISH}(?:把|将)?(?:取消|删掉|删除|去掉|关掉|关闭|停掉|停止)(?:关于|有关)?(.{0,20}?)的?(?:所有|全部)?的?${TOLD}了?${WISH_END}`,
].map((it) => new RegExp(it, 'u'))
/** 提醒太多了, 提醒每天汇总一次, 每天提醒一次就行 */
const PACE = new RegExp(
  `^${TOLD}(?:来得|发得)?(?:太|有点|好)(?:多|频繁|勤|吵|烦)(?:了|啦)?[！!]*$|^(?:把)?${TOLD}?(?:每天|一天)(?:一次)?(?:汇总|合并|集中|攒着?)?(?:成一条)?${TOLD}?(?:一次|一条)(?:就(?:行|好|可以)了?)?[吧。！!]*$`,
  'u',
)

/**
 * Reads a whole message as the wish for fewer alerts: 别提醒台风了, 取消提醒, 提醒太多了.
 * @returns what the alert is of, empty for all or how often they come; undefined for anything else
 */
export function readSpokenAlertEnd(text: string): string | undefined {
  const spoken = withoutCourtesy(text)
  if (PACE.test(spoken) && SAYS_TOLD.test(spoken)) return ''
  for (const form of NO_MORE) {
    const query = form.exec(spoken)?.[1]?.trim()
    if (query !== undefined && !TIME.test(query)) return query
  }
  return undefined
}
