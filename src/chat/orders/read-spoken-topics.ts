import { WISH, WISH_END, withoutCourtesy } from './courtesy.ts'
import { problemOf, topicsIn } from './topics.ts'

const LEAD = `^(?:${WISH}(?:那就|那|还是))?${WISH}`
const ABOUT = '(?:关于|有关)?'
const NEWS = '(?:方面|类)?的?(?:新闻|消息|报[道导]|文章|内容)'

/** Whole messages that say which topics a digest is to have, each with what stands before the topic behind `/subscribe`. */
const FORMS: readonly (readonly [settings: string, RegExp])[] = [
  // 只要体育的, 只看体育新闻, 只发体育
  [
    '只要',
    new RegExp(
      `${LEAD}(?:只|就|光)(?:想|给我)?(?:要|看|发|推送?|送|订|收)${ABOUT}(.{2,20}?)(?:${NEWS}|的)${WISH_END}`,
      'u',
    ),
  ],
  // 只看体育和国际: 只要 stands in sayings.
  ['只要', new RegExp(`${LEAD}(?:只|就|光)(?:想)?[看收]${ABOUT}(.{2,20}?)${WISH_END}`, 'u')],
  ['只要', new RegExp(`${LEAD}(?:只|就|光)(?:给我)?(?:发|推送?|送|订)${ABOUT}(.{2,20}?)${WISH_END}`, 'u')],
  [
    '加上',
    new RegExp(
      `${LEAD}(?:再|把)?(?:加上|加一?个|添加(?:话题|主题|栏目))${ABOUT}(.{2,20}?)(?:${NEWS}|的)?${WISH_END}`,
      'u',
    ),
  ],
  [
    '加上',
    new RegExp(
      `${LEAD}(?:也|还)(?:给我)?(?:发|推送?|送|订)(?:一?[点些])?${ABOUT}(.{2,20}?)(?:${NEWS}|的)?${WISH_END}`,
      'u',
    ),
  ],
  // 不要体育了, 别发体育新闻了; 去掉体育
  [
    '去掉',
    new RegExp(
      `${LEAD}(?:别|不要|不用|唔好)(?:再)?(?:给我)?(?:发|推送?|送)?${ABOUT}(.{2,20}?)(?:${NEWS}|的)?了${WISH_END}`,
      'u',
    ),
  ],
  ['去掉', new RegExp(`${LEAD}(?:不想看|不看|不想要)${ABOUT}(.{2,20}?)(?:${NEWS}|的)?了${WISH_END}`, 'u')],
  [
    '去掉',
    new RegExp(
      `${LEAD}(?:把|将)(.{2,20}?)(?:${NEWS}|的|这个|那个)?(?:给我)?(?:去掉|去除|删掉|删了|拿掉|取消)(?:吧)?了?${WISH_END}`,
      'u',
    ),
  ],
  [
    '去掉',
    new RegExp(`${LEAD}(?:去掉|去除|删掉)(?:话题|主题)?${ABOUT}(.{2,20}?)(?:${NEWS}|的)?了?${WISH_END}`, 'u'),
  ],
]
/** What is no topic but the digest, or an alert, or a time. */
const NO_TOPIC =
  /^(?:了|再|发|推|送|收|看|我|你|这|那|它|一|两|几|全部|所有|订阅|退订|通知|精选|日报|报纸|新闻|盯|关注|追踪|留意)|提醒|[周天日早晚点]$|^(?:周|星期|礼拜|工作日)/u

/**
 * Reads a whole message of a subscriber as the wish for other topics: 只要体育的, 加上科技, 不要体育了.
 * @returns what would stand behind `/subscribe`; undefined for anything else
 */
export function readSpokenTopics(text: string): string | undefined {
  const spoken = withoutCourtesy(text)
  for (const [settings, form] of FORMS) {
    const topics = topicsIn(form.exec(spoken)?.[1]?.trim() ?? '')
    if (topics.length > 0 && topics.every((it) => !NO_TOPIC.test(it) && problemOf(it) === undefined))
      return `${settings} ${topics.join('；')}`
  }
  return undefined
}

/** Asks for the settings: 我订了啥, 换个时间. */
const SETTINGS =
  /^(?:我|现在|都)*(?:订阅?|关注)(?:了|过)?(?:什么|啥|哪些|几个|咩)(?:内容|话题|东西|新闻)?[啊呀呢？?]*$|^(?:想|我想|能不能)?(?:换|改)(?:一下|一?个)?(?:推送|发送|订阅)?时间[吗吧？?]*$|^(?:太吵(?:了|啦)?[，,]?)?(?:静音|静默|免打扰|(?:别|不要|不用|不想)(?:再)?(?:有|发出?)?(?:响|声音|震动?|叫|吵)(?:了|我)*)[吧啊！!]*$|^太吵(?:了|啦)?[！!]*$/u
/** The same, but only of a subscriber: 太频繁了, 早点发. */
const TOO =
  /^(?:你|精选|推送|每天)?(?:发|推送?|送|来)?[得的]?(?:太|有点儿?|好)(?:频繁|频密|勤|早|晚)(?:了|啦)?[！!]*$|^(?:能不能|可以|可不可以)?[早晚]一?点儿?(?:再)?(?:发|推送?|送)(?:给我)?[吗吧！!？?]*$|^(?:这几天|最近|今天|明天|先)(?:先|就|都)?(?:别|不要|不用|唔好)(?:再)?(?:发|推送?|送)了?[吧！!]*$|^(?:先)?(?:暂停|停)(?:几|一)?(?:天|阵子?|段时间|会儿?)[吧！!]*$/u

/** Whether a whole message asks for the settings of the digest, to change them by buttons. */
export function asksForSettings(text: string, isSubscribed: boolean): boolean {
  const spoken = withoutCourtesy(text)
  return SETTINGS.test(spoken) || (isSubscribed && TOO.test(spoken))
}
