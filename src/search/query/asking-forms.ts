import { normalise, type Tokeniser } from '../../language/index.ts'
import { isShortVerb } from './filler-words.ts'

/** A word of a query; `asks` where its form asks, whatever the word is: 不难 in 高考难不难. */
export interface QueryWord {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly asks?: AskingForm | undefined
}

/** What a form asks for: whether something is so, or how many there are. */
export type AskingForm = 'yesNo' | 'number'

interface Found {
  readonly start: number
  readonly end: number
  /** undefined of what is only cut apart. */
  readonly asks?: AskingForm | undefined
}

/**
 * The words of a text, with what asks apart: the segmenter takes what it does not know for one word (在|哪开, 跌不跌,
 * 死|了|几千人).
 */
export function cutAtAskingForms(text: string, tokeniser: Tokeniser): readonly QueryWord[] {
  const words = tokeniser.wordsOf(text)
  const normal = normalise(text)
  // Of another length it is no text to count places in; such marks are rare.
  const folded = normal.length === text.length ? normal : text
  const borders = new Set([0, ...words.flatMap((it) => [it.start, it.end])])
  const found: readonly Found[] = [
    ...Array.from(folded.matchAll(WHICH), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    })).filter((it) => !borders.has(it.start) || !borders.has(it.end)),
    ...aOrNot(folded, tokeniser),
    ...eitherOr(folded),
    ...roundNumbers(folded),
  ]
  const apart = withoutOverlaps(found)
  if (apart.length === 0) return words
  const stretches = apart.flatMap((it, i) => [{ start: apart[i - 1]?.end ?? 0, end: it.start }, it])
  return [...stretches, { start: apart.at(-1)?.end ?? 0, end: text.length }].flatMap(
    (it: Found): readonly QueryWord[] => {
      const { start, end, asks } = it
      if (start === end) return []
      if (asks !== undefined) return [{ text: folded.slice(start, end), start, end, asks }]
      return tokeniser
        .wordsOf(text.slice(start, end))
        .map((word) => ({ text: word.text, start: word.start + start, end: word.end + start }))
    },
  )
}

const WHICH = /哪(?![吒咤怕知])(?:一?[天年月日个位家种座里儿]|些|几[天年月日个位家种座]?)?|多少/gu

/** 难不难, 受伤没受伤, 参不参加, 能不能. */
const A_OR_NOT = /(\p{sc=Han}{1,2})[不没冇唔]\1(\p{sc=Han}?)/gu
/** What is asked with these is what stands behind them. */
const MODAL = /^(?:[能会要是有可该算让用对行好肯敢准需得想值愿应]|可以|应该|需要|愿意|能够|允许)$/u
/** 动不动, 时不时; 人不人鬼不鬼; 三不三. */
const NO_QUESTION = /^[动时人鬼男女不没了得一二三四五六七八九十]$/u

/** 美不美家乡水: what is so or not stands before what it is said of, and nothing is asked. 涨不涨养老金 has a verb, 难不难 nothing behind it. */
const isSaying = (text: string, start: number, length: number, word: string): boolean =>
  start === 0 &&
  !MODAL.test(word) &&
  !isShortVerb(word) &&
  word.length === 1 &&
  SAID_OF.test(text.slice(length))
const SAID_OF = /^[,，\s]*\p{sc=Han}{3,}/u

function aOrNot(text: string, tokeniser: Tokeniser): readonly Found[] {
  return Array.from(text.matchAll(A_OR_NOT)).flatMap(([whole, word = '', behind = ''], i, all) => {
    const start = all[i]?.index ?? 0
    if (NO_QUESTION.test(word) || isSaying(text, start, whole.length - behind.length, word)) return []
    const end = start + whole.length - behind.length
    const longer = word + behind
    const isShortened = behind !== '' && word.length === 1 && tokeniser.knows(longer)
    if (MODAL.test(word) || (isShortened && MODAL.test(longer)))
      return [{ start, end: isShortened && MODAL.test(longer) ? end + 1 : end, asks: 'yesNo' as const }]
    // 参不|参加, but 难|不难.
    return isShortened
      ? [{ start, end: start + 2, asks: 'yesNo' as const }]
      : [{ start: start + word.length, end, asks: 'yesNo' as const }]
  })
}

/** 涨了还是跌了, 是升还是降 at the end asks which of two came about; both are as long. */
const EITHER_OR =
  /(?<first>\p{sc=Han}{1,2})了?还是(?<second>\p{sc=Han}{1,2}?)了?(?=[啊呀呢吗嘛]*[?？!！。.\s]*$)/gu

/** Of two characters only what may come about of the same thing: 下雨还是晴天 says what it is of. */
const CHANGES: ReadonlySet<string> = new Set(
  '增加 减少 上涨 下跌 上升 下降 升高 降低 成功 失败 扩大 缩小 提高 放宽 收紧 延长 缩短 增长 回升 回落 变好 变坏 变多 变少'.split(
    ' ',
  ),
)

const eitherOr = (text: string): readonly Found[] =>
  Array.from(text.matchAll(EITHER_OR), ({ 0: whole, index, groups: { first = '', second = '' } = {} }) => {
    const one = first.slice(-second.length)
    const at = index + first.length - one.length
    const start = text.charAt(at - 1) === '是' ? at - 1 : at
    const isPair = one.length === second.length && one !== second && (one.length === 1 || CHANGES.has(one))
    return { start, end: index + whole.length, asks: 'yesNo' as const, isPair }
  }).filter(({ start, isPair }) => isPair && start > 1)

/** 几千人 and 几万块 behind what happened, or at the end, ask how many; 几千年前 and 近几十年 do not. */
const ROUND_NUMBER =
  /(?<![好十百千万前近这那后数上过哪每])几(?:[十百千]?[万亿]|[十百千])(?:多)?(?:公里|平方米|千米|公斤|美元|人次|小时|[个名人位家条项种次件座套天岁级亩吨米户元辆艘架台颗例倍块只头斤度张份间栋万亿年])?(?!年?(?:[前来后间以])|分之|年代)/gu
/** What is done, or there, before it. */
const DONE_OR_THERE =
  /(?:[了过到有是要得达共花咗超卖买死伤赚亏赔跑走飞种收产投罚抓来去建修造住喝吃涨跌]|多达|大概|大约|一共|总共)$/u
const ENDS = /^[啊呀呢吗嘛吧的了]*[?？!！。.\s]*$/u

const roundNumbers = (text: string): readonly Found[] =>
  Array.from(text.matchAll(ROUND_NUMBER), ({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    asks: 'number' as const,
  })).filter(
    ({ start, end }) => start > 0 && (DONE_OR_THERE.test(text.slice(0, start)) || ENDS.test(text.slice(end))),
  )

function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  let at = 0
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((it) => {
      if (it.start < at) return false
      at = it.end
      return true
    })
}

/** At the end of a question, behind what may have come about: 赢了没, 修好没有, 通车未. */
const NOT_YET: ReadonlySet<string> = new Set(['没', '没有', '未', '冇', '没得', '木有', '了没', '了没有'])
/** Behind these nothing is asked: 什么都没有. */
const NONE_AT_ALL = /(?:[都也并从毫就全]|什么|啥|谁|一点|一个|完全|根本)$/u

/** The words with 没 at their end as what asks, where something stands before it. */
export function markNotYet<W extends QueryWord>(words: readonly W[]): readonly W[] {
  const last = words.findLastIndex((it) => !isFinalParticle(it.text))
  const it = words[last]
  const before = words[last - 1]
  if (it === undefined || before === undefined || !NOT_YET.has(it.text) || NONE_AT_ALL.test(before.text))
    return words
  const said = words.slice(0, last).reduce((sum, word) => sum + word.text.length, 0)
  return said < 2 ? words : words.with(last, { ...it, asks: 'yesNo' })
}

const isFinalParticle = (text: string): boolean => /^[啊呀呢啦哦吖喔嘛吗]+$/u.test(text)
