import { withoutCourtesy } from './courtesy.ts'
import { type AskedBefore, withOther } from './with-other.ts'

export type { AskedBefore } from './with-other.ts'

/** What a message asks, read by itself. */
export interface AsksNow {
  /** Whether it asks for anything in particular. */
  readonly isQuestion: boolean
  /** What of it an article is to hold. */
  readonly topic: string
  /** Whether it is worded like what only makes sense after something else. */
  readonly seemsToFollow?: boolean
}

/** Longer messages say themselves what they are of. */
const LONGEST = 20
/** The topic of what was asked before, in UTF-16 units at most. */
const TOPIC_LENGTH = 40

/** Points back to what was spoken of: 他得了什么奖, 那边现在怎么样了. Not 他乡, 其他 and 他信. */
const POINTS_BACK =
  /^(?:那|那么|所以)?[，,\s]*(?:[他她它](?:们|俩)?(?![乡日山杀信加国])|这(?:件)?事儿?|那(?:件)?事儿?|那边|那里|那儿|这(?:个)?人|那(?:个)?人)的?/u
/** The same behind another word, 谁给他颁的奖, or as what something is done to: 买它的是哪家公司, 谁救了她. */
const POINTS_BACK_INSIDE =
  /(?<=[给对把被为跟和替向])[他她它](?:们|俩)?(?![乡日山杀信加国])|(?<=[^其吉排利耳犹维])[他她它](?:们|俩)?(?=[的了吗啊呀呢？?]|$)/u
const PREPOSITION = /[给对把被为跟和替向]$/u
/** Of a person, whom the answer before may have named. */
const PERSON = /[他她]/u
/** Goes on with what was spoken of: 那一共有多少, 那到底谁赢了. Not 那曲, 那英. */
const GOES_ON =
  /^(?:那么?|所以|然后)[，,\s]*(?=一共|总共|到底|究竟|现在|最|是|谁|什么|啥|哪|多[少久大长高远]|几|怎么|咋|为什么|为啥|有(?:没有|多|几|什么|啥|谁|哪)|[能会](?!儿)|要|可以|还)/u
/** How much all of it is, without saying of what: 一共多少钱. */
const IN_ALL = /^(?:一共|总共|总计)(?:有|是|花了?)?(?=多|几)/u
/** 残奥会呢, 那春节呢, what about Syria is asked in other words. */
const WHAT_OF = /^(?:那|那么|然后)?[，,\s]*([^，,、\s].{0,8}?[^，,、\s])的?呢[？?。！!\s]*$/u
const ENGLISH_WHAT_OF = /^(?:and )?what about (?:the )?([^\s?].{0,28}?)[?!. ]*$/u
/** 端午呢，中秋呢 */
const WHAT_OF_SEVERAL = /(?<=呢)[，,、？?\s]+(?=.)/u
/** 不对，我问的是什么时候开; 不是这个我要的是养老金上调的 */
const CORRECTED =
  /^(?:不对|不是|错了|你?[搞弄]错了?)(?:这|那)?(?:个|[条篇])?(?:的|了)?[，,。\s]*我?(?:是)?(?:想要?|要)?(?:要|找|问|看|说)的?是(?:关于)?(.{2,40}?)(的?)[。！!\s]*$/u
/** 不要火炬的: of what was found, not that. */
const NOT_THOSE =
  /^(?:我)?(?:不要|别要)(?:关于|有关)?([^\s，,]{2,8}?)(?:方面)?的(?:新闻|报道|文章)?[吧啊。！!]*$/u
/** 我要闭幕的: of what was found, that. Not 我要看台风的新闻, which says all that is wanted. */
const THOSE =
  /^(?:我)?(?:就|只|是)?(?:想)?(?:要|看)(?!看)(?:关于|有关)?([^\s，,]{2,8}?)(?:方面)?的[吧啊。！!]*$/u
/** Begins with what asks: 谁捐的, 什么时候落地的, 在哪儿开的. */
const ASKS_FIRST = /^(?:是|都|在|于|到底|究竟)?(?:谁|什么|啥|哪|多[少久大长]|几|为什么|怎么|咋|何时)/u
/** Nothing but that: 为什么, 什么时候, 在哪儿呢. */
const ASKS_ONLY =
  /^(?:是|都|在|那)?(?:谁|什么时候|啥时候|何时|哪(?:里|儿|天|年)|多(?:少钱?|久|大|长|高|远)|几[个年月天]|为什么|为啥|怎么(?:样|回事)?|咋(?:样|回事))(?:了|的|啊|呀|呢)*[？?。！!\s]*$/u
/** Without saying what: 涨了百分之几, 新增了多少个, 为什么这么严重; 飞的哪条航线, 获奖的是谁, 最大的是哪个. */
const ASKS_OF_IT =
  /^\p{sc=Han}{1,2}了(?:多少|百分之几|几(?!乎)|谁|什么|啥)|^(?:为什么|为啥|怎么)会?(?:这么|那么|这样|那样)|^(?:\p{sc=Han}的是?|\p{sc=Han}{2}的是|最\p{sc=Han}{1,2}的(?:是|有)?)(?:谁|什么|啥|哪|多|几(?!乎))/u
/** A verb parted from its object, 谁买的单, 哪天比的赛: neither is a thing of its own. */
const PARTED_VERB = /\p{sc=Han}的\p{sc=Han}[啊呀呢]*[？?。！!\s]*$/u
/** 后来呢, 结果怎么样了 */
const WHAT_THEN = /^(?:那|然后)?(?:后来|之后|接下来|结果)(?:呢|(?:怎么样|怎样|咋样|如何)了?)[？?。！!\s]*$/u
const ENGLISH_REST =
  '(?: (?:was|is|were|are|did|does|do|will|can|it|that|this|they|them|he|she|there|happen|happened|start|begin|end|done|cost|people|die|died|so|all|in total))*[?!. ]*$'
/** Nothing but what asks, in English: “when was that”. The papers are Chinese, and so is what is asked. */
const ENGLISH_ASKS = (
  [
    ['when|what (?:day|time|year)', '什么时候'],
    ['where', '在哪里'],
    ['who', '谁'],
    ['why', '为什么'],
    ['how much', '多少钱'],
    ['how many', '多少'],
    ['what (?:happened|came) (?:next|then|after that)|and then', '后续'],
  ] as const
).map(
  ([asks, inChinese]) =>
    [new RegExp(`^(?:and |so |but )?(?:${asks})${ENGLISH_REST}`, 'u'), inChinese] as const,
)
/** Longer topics of a question say themselves what it is of. */
const NAME = 4

/** What was meant by a message that sets right what was understood before; undefined for anything else. */
export function readCorrection(text: string): string | undefined {
  const [, meant, of = ''] = CORRECTED.exec(withoutCourtesy(text)) ?? []
  // 谁设计的 is no question without its 的.
  return meant !== undefined && ASKS_FIRST.test(meant) ? meant + of : meant
}

/**
 * Reads a message that only makes sense after the one before: a question without a topic of its own (谁捐的, 在哪儿开的), of
 * what it points back to (他得了什么奖), or the same of something else (残奥会呢).
 * @param now what the message asks by itself
 * @returns the whole question; undefined for what says itself what it is of
 */
export function readFollowUp(text: string, before: AskedBefore, now: AsksNow): string | undefined {
  const spoken = withoutCourtesy(text)
  const topic = before.topic.trim()
  if (topic === '' || topic.length > TOPIC_LENGTH || spoken === '' || spoken.length > LONGEST)
    return undefined
  const notThat = NOT_THOSE.exec(spoken)?.[1]
  if (notThat !== undefined) return `${before.query} -${notThat}`
  const that = THOSE.exec(spoken)?.[1]
  if (that !== undefined && !now.isQuestion) return withThat(that, topic)
  if (WHAT_THEN.test(spoken)) return `${topic} 后续`
  if (ASKS_ONLY.test(spoken)) return `${topic} ${spoken}`
  const inEnglish = ENGLISH_ASKS.find(([form]) => form.test(spoken))?.[1]
  if (inEnglish !== undefined) return `${topic} ${inEnglish}`
  const others = readOthers(spoken)
  if (others.length > 0) {
    const wholes = others.flatMap((it) => withOther(it, before) ?? [])
    return wholes.length === others.length ? wholes.join('? ') : undefined
  }
  const rest = spoken.replace(POINTS_BACK, '')
  const of = topicWithout(before, topic)
  if (rest !== spoken) return rest === '' ? undefined : `${of} ${rest}`
  const inside = now.isQuestion ? POINTS_BACK_INSIDE.exec(spoken) : null
  if (inside) {
    const left = spoken.slice(0, inside.index).replace(PREPOSITION, '')
    return `${of} ${left}${spoken.slice(inside.index + inside[0].length)}`
  }
  if (ASKS_OF_IT.test(spoken)) return `${of} ${spoken}`
  const goesOn = now.isQuestion && now.topic.length <= NAME ? spoken.replace(GOES_ON, '') : spoken
  if (goesOn !== spoken || IN_ALL.test(spoken)) return `${of} ${goesOn}`
  if (now.isQuestion && isOfNothing(spoken, now.topic)) return `${of} ${spoken}`
  return now.seemsToFollow && now.topic.length <= NAME ? `${of} ${spoken}` : undefined
}

/** What else is asked about: 残奥会呢; 端午呢，中秋呢. */
function readOthers(spoken: string): readonly string[] {
  if (POINTS_BACK.test(spoken)) return []
  const inEnglish = ENGLISH_WHAT_OF.exec(spoken)?.[1]
  if (inEnglish !== undefined) return [inEnglish]
  const read = spoken.split(WHAT_OF_SEVERAL).map((it) => WHAT_OF.exec(it)?.[1])
  return read.includes(undefined) ? [] : read.flatMap((it) => it ?? [])
}

/** Another of the same kind, 闭幕 for 开幕式, takes its place; anything else is wanted beside the topic. */
function withThat(that: string, topic: string): string {
  const parts = topic.split(/\s+/u)
  const alike = parts.findIndex(
    (it) => it.length <= that.length + 1 && Array.from(that).some((one) => it.includes(one)),
  )
  return (alike < 0 ? [...parts, that] : parts.with(alike, that)).join(' ')
}

/** Whether a message points back to a person, whom the answer before may have named. */
export const pointsToPerson = (text: string): boolean => {
  const spoken = withoutCourtesy(text)
  const found = POINTS_BACK.exec(spoken) ?? POINTS_BACK_INSIDE.exec(spoken)
  return found !== null && PERSON.test(found[0])
}

/** One character is a verb (谁捐的), two behind a question word and before 的 tell of what happened (什么时候落地的). */
function isOfNothing(spoken: string, topic: string): boolean {
  if (topic.length < 2) return true
  if (!ASKS_FIRST.test(spoken)) return false
  return topic.length === 2
    ? /的[？?。！!\s]*$/u.test(spoken)
    : topic.length === 3 && PARTED_VERB.test(spoken)
}

/** 谁上去的: what happened, which a question of something else that happened is not about. */
const HAPPENED =
  /(?:谁|什么时候|啥时候|何时|哪(?:里|儿|天|年|个|位)|怎么|咋|为什么|为啥)(\p{sc=Han}{2})[的了][？?。！!\s]*$/u

/** The topic without what the question before asked of it. */
function topicWithout({ query }: AskedBefore, topic: string): string {
  const happened = HAPPENED.exec(withoutCourtesy(query))?.[1]
  const rest = topic.split(/\s+/u).filter((it) => it !== happened)
  return rest.length > 0 ? rest.join(' ') : topic
}
