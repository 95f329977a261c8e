import { normalise } from '../../language/index.ts'
import { withoutCourtesy } from './courtesy.ts'

/** What somebody asked before. */
export interface AskedBefore {
  /** As it was typed. */
  readonly query: string
  /** What of it an article is to hold: without the words that only ask. */
  readonly topic: string
  /** The words of the topic, in their order. */
  readonly words: readonly string[]
}

/** What a message asks, read by itself. */
export interface AsksNow {
  /** Whether it asks for anything in particular. */
  readonly isQuestion: boolean
  /** What of it an article is to hold. */
  readonly topic: string
}

/** Longer messages say themselves what they are of. */
const LONGEST = 20
/** The topic of what was asked before, in UTF-16 units at most. */
const TOPIC_LENGTH = 40

/** Points back to what was spoken of: 他得了什么奖, 那边现在怎么样了. Not 他乡, 其他 and 他信. */
const POINTS_BACK =
  /^(?:那|那么|所以)?[，,\s]*(?:[他她它](?:们|俩)?(?![乡日山杀信加国])|这(?:件)?事儿?|那(?:件)?事儿?|那边|那里|那儿|这(?:个)?人|那(?:个)?人)的?/u
/** The same behind another word: 谁给他颁的奖. */
const POINTS_BACK_INSIDE = /[给对把被为跟和替向][他她它](?:们|俩)?(?![乡日山杀信加国])/u
/** 残奥会呢, 那春节呢, what about Syria is asked in other words. */
const WHAT_OF = /^(?:那|那么|然后)?[，,\s]*(.{2,10}?)的?呢[？?。！!\s]*$/u
/** 不对，我问的是什么时候开; 不是这个我要的是养老金上调的 */
const CORRECTED =
  /^(?:不对|不是|错了|你?[搞弄]错了?)(?:这|那)?(?:个|[条篇])?(?:的|了)?[，,。\s]*我?(?:是)?(?:想)?(?:要|找|问|看|说)的?是(?:关于)?(.{2,40}?)的?[。！!\s]*$/u
/** Begins with what asks: 谁捐的, 什么时候落地的, 在哪儿开的. */
const ASKS_FIRST = /^(?:是|都|在|于|到底|究竟)?(?:谁|什么|啥|哪|多[少久大长]|几|为什么|怎么|咋|何时)/u
/** Nothing but that: 为什么, 什么时候, 在哪儿呢. */
const ASKS_ONLY =
  /^(?:是|都|在|那)?(?:谁|什么时候|啥时候|何时|哪(?:里|儿|天|年)|多(?:少钱?|久|大|长|高|远)|几[个年月天]|为什么|为啥|怎么(?:样|回事)?|咋(?:样|回事))(?:了|的|啊|呀|呢)*[？?。！!\s]*$/u
/** Without saying what: 涨了百分之几, 新增了多少个, 为什么这么严重. */
const ASKS_OF_IT =
  /^\p{sc=Han}{1,2}了(?:多少|百分之几|几(?!乎)|谁|什么|啥)|^(?:为什么|为啥|怎么)会?(?:这么|那么|这样|那样)/u
/** 后来呢, 结果怎么样了 */
const WHAT_THEN = /^(?:那|然后)?(?:后来|之后|接下来|结果)(?:呢|(?:怎么样|怎样|咋样|如何)了?)[？?。！!\s]*$/u
/** Years, in whose place another one stands. */
const YEAR = /今年|去年|前年|\d{4}年/u

/** What was meant by a message that sets right what was understood before; undefined for anything else. */
export const readCorrection = (text: string): string | undefined => CORRECTED.exec(withoutCourtesy(text))?.[1]

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
  if (WHAT_THEN.test(spoken)) return `${topic} 后续`
  if (ASKS_ONLY.test(spoken)) return `${topic} ${spoken}`
  const other = WHAT_OF.exec(spoken)?.[1]
  if (other !== undefined && !POINTS_BACK.test(spoken)) return withOther(other, before)
  const rest = spoken.replace(POINTS_BACK, '')
  if (rest !== spoken) return rest === '' ? undefined : `${topic} ${rest}`
  if (now.isQuestion && POINTS_BACK_INSIDE.test(spoken))
    return `${topic} ${spoken.replace(POINTS_BACK_INSIDE, '')}`
  if (ASKS_OF_IT.test(spoken)) return `${topic} ${spoken}`
  return now.isQuestion && isOfNothing(spoken, now.topic) ? `${topic} ${spoken}` : undefined
}

/** One character is a verb (谁捐的), two behind a question word and before 的 tell of what happened (什么时候落地的). */
function isOfNothing(spoken: string, topic: string): boolean {
  if (topic.length < 2) return true
  return topic.length === 2 && ASKS_FIRST.test(spoken) && /的[？?。！!\s]*$/u.test(spoken)
}

/**
 * What was asked before, of another thing: in its place gives way what ends alike (开幕 to 闭幕, 养老金 to 公积金), or else the
 * first word that is no time: 土耳其 in 土耳其地震死了多少人 to 叙利亚; 今年 to 去年.
 */
function withOther(other: string, { query, topic, words }: AskedBefore): string | undefined {
  const asked = normalise(query).trim()
  if (YEAR.test(other)) return YEAR.test(asked) ? asked.replace(YEAR, other) : `${other} ${asked}`
  const things = words.filter((it) => it.length > 1 && !TIME.test(it) && asked.includes(it))
  const was = things.find((it) => it.at(-1) === other.at(-1)) ?? (topic.length <= NAME ? topic : things[0])
  return was !== undefined && was.length > 1 && asked.includes(was)
    ? asked.replace(was, () => other)
    : undefined
}

/** A topic so short may be one name, whatever words it is cut into. */
const NAME = 4
/** 今年, 去年底, 昨天, 上周, 6月: none of them is what was asked about. */
const TIME = /^(?:[今去前明后昨上下本][年天日周月]|\d)/u
