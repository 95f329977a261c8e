import type { TextRange } from '../language/index.ts'
import { withoutTimes } from './asked-time.ts'
import type { QuestionFocus } from './question-focus.ts'
import { relatedWordsOf } from './related-words.ts'
import { isOfUnaskedPart } from './scope.ts'
import { toldDayOf } from './told-day.ts'

/** What a value itself and the letters around it tell; flags are 0 or 1. */
export interface ValueEvidence {
  /** What is asked to be counted stands right behind the number (多少*金牌*: 40枚*金牌*); a half if nothing is. */
  readonly counted: number
  /** 再夺, 新增: what came on top, where the question asks for no such thing. */
  readonly onTop: number
  /** 共, 累计, 总: the whole. */
  readonly whole: number
  /** Of a province, where the question names no place. */
  readonly unaskedPart: number
  /** A day that was still to come when the article was printed. */
  readonly ahead: number
  /**
   * The day of what comes before what is asked for: of the issue (今天进入倒计时, 今天的发布会说即将), or of wishing and deciding
   * (15日决定是否申请*加入*).
   */
  readonly notYet: number
  /** Share of the numbers of the question (50年期) that neither the sentence nor its surroundings hold. */
  readonly otherNumbers: number
  /** Tells the opposite of what is asked (开幕 for 闭幕), and that itself not at all. */
  readonly opposite: number
}

const ON_TOP = /(?:再|又|另|新增|新|增|还|单日|当[日天]|首[日批]|其中)[一-鿿]{0,2}$/u
const ASKS_ON_TOP = /新增|增|单日|当[日天]|首[日批]|再|又|另/u
const WHOLE = /(?:共|总|累计|合计|达|全)[一-鿿]{0,3}$/u
const BEFORE =
  /倒计时|发布会|筹备|誓师|转运|彩排|演练|前夕|即将|将(?!军|领|士|来|近)|拟|预告|预热|择机|预计|计划|有望/u

/** What is only wanted, applied for or agreed to. */
const WISHED =
  /申请|是否|希望|寻求|呼吁|考虑|愿意?|要求|主张|支持|反对|同意|批准|讨论|商讨|拒绝|阻止|有意|准备|争取|能否/u
/** Characters before what came about in which it is said to be only wanted. */
const WISH_LENGTH = 8

/** @param text the sentence @param event where it says what is asked to have come about @param clause of the value in it, with the one before @param around with its surroundings @param question all in normal form */
export function valueEvidenceOf(
  {
    text,
    event,
    clause,
    around,
    issueDate,
  }: {
    readonly text: string
    readonly event: readonly number[]
    readonly clause: string
    readonly around: string
    readonly issueDate: string
  },
  range: TextRange | undefined,
  focus: QuestionFocus,
  question: string,
): ValueEvidence {
  const value = range === undefined ? '' : text.slice(...range)
  const isNumber = focus.kind === 'number' && range !== undefined
  const led = isNumber ? text.slice(Math.max(0, range[0] - 8), range[0]) : ''
  const day = focus.kind === 'time' && issueDate !== '' ? toldDayOf(value, issueDate) : undefined
  const isWished =
    focus.kind === 'time' &&
    !WISHED.test(question) &&
    event.length > 0 &&
    event.every((at) => WISHED.test(text.slice(Math.max(0, at - WISH_LENGTH), at)))
  return {
    counted: isNumber ? countedBehind(text.slice(range[0], range[1] + 10), focus) : 0.5,
    onTop: isNumber && ON_TOP.test(led) && !ASKS_ON_TOP.test(question) ? 1 : 0,
    whole: isNumber && WHOLE.test(led) ? 1 : 0,
    unaskedPart: isNumber && isOfUnaskedPart(clause, question) ? 1 : 0,
    ahead: day !== undefined && day > issueDate ? 1 : 0,
    notYet: (day !== undefined && day === issueDate && BEFORE.test(text)) || isWished ? 1 : 0,
    otherNumbers: shareOfNumbersMissing(askedOf(question), around),
    opposite: saysOpposite(clause, askedOf(question)) ? 1 : 0,
  }
}

function countedBehind(behind: string, { counted }: QuestionFocus): number {
  if (counted.length < 2) return 0.5
  for (let i = 0; i + 1 < counted.length; i++) if (behind.includes(counted.slice(i, i + 2))) return 1
  return 0
}

/** Beginnings and ends, ways there and back, more and less: news tells of both in the same words. */
const OPPOSITES = (
  '开幕 闭幕,开始 结束,启动 结束,开工 竣工,发射 返回,发射 着陆,起飞 降落,上任 卸任,就任 卸任,出生 去世,进口 出口,上涨 下跌,上涨 下降,' +
  '增长 下降,增加 减少,上调 下调,加息 降息,抵达 离开,确诊 治愈,死亡 受伤,遇难 受伤,死 受伤,新增 累计,城镇 农村,男 女,开通 停运,生效 失效,收入 支出,最高 最低'
)
  .split(',')
  .map((it) => it.split(' '))

/** @param clause of the value, in normal form */
const saysOpposite = (clause: string, { opposites }: Asked): boolean =>
  opposites.some(({ opposite, said }) => clause.includes(opposite) && !said.some((it) => clause.includes(it)))

/** Numbers with what they count: 50年, 第七, 2号. */
const NUMBERS = /第?\d+(?:\.\d+)?[一-鿿%]?|第[一二三四五六七八九十百]+/gu

const shareOfNumbersMissing = ({ numbers }: Asked, around: string): number =>
  numbers.length === 0 ? 0 : numbers.filter((it) => !around.includes(it)).length / numbers.length

/** What of a question the values of all sentences are compared with. */
interface Asked {
  readonly numbers: readonly string[]
  /** What would be the opposite of what is asked, and what says that itself. */
  readonly opposites: readonly { readonly opposite: string; readonly said: readonly string[] }[]
}

const readAsked = (question: string): Asked => ({
  numbers: withoutTimes(question).match(NUMBERS) ?? [],
  opposites: OPPOSITES.flatMap((pair) =>
    pair.flatMap((asked, i) => {
      const opposite = pair[1 - i] ?? ''
      return question.includes(asked) && !question.includes(opposite)
        ? [{ opposite, said: [asked, ...relatedWordsOf(asked)] }]
        : []
    }),
  ),
})

/** The last question that was read: hundreds of stretches are compared with one. */
let last: { readonly question: string; readonly asked: Asked } | undefined

function askedOf(question: string): Asked {
  if (last?.question !== question) last = { question, asked: readAsked(question) }
  return last.asked
}
