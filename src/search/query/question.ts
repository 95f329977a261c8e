import type { Tokeniser } from '../../language/index.ts'
import { cutAtAskingForms, markNotYet, type QueryWord } from './asking-forms.ts'
import { readEnglishQuestion } from './english-questions.ts'
import { type FillerKind, fillerKindsOf, isShortVerb, newsWordAtEndOf } from './filler-words.ts'
import type { ParsedQuery, Phrase, QuestionKind } from './query.ts'

/** A query without the words that only ask, and what they said. */
export interface QuestionReading {
  /** What an article should hold. The query itself if nothing was left out. */
  readonly query: ParsedQuery
  /** What was left out, in normal form, in order. */
  readonly fillers: readonly string[]
  /** undefined if nothing is asked for in particular. */
  readonly kind: QuestionKind | undefined
  /** Whether the newest was asked for. */
  readonly wantsNewest: boolean
}

/**
 * Tells the topic of a query from the words around it that ask (`有没有关于台风的最新消息` asks for 台风). Phrases in quotation
 * marks, of a field, and alternatives are left alone; so is a query of nothing but fillers, which are its topic then.
 * @param stands whether the archive holds a text: 体育新闻, a word of the dictionary, asks for news of 体育 if no article holds it
 */
export function readQuestion(
  query: ParsedQuery,
  tokeniser: Tokeniser,
  stands: (text: string) => boolean = () => true,
): QuestionReading {
  const typed = query.wanted.flatMap((alternatives, group): Word[] => {
    const [phrase] = alternatives
    if (phrase === undefined || alternatives.length > 1 || phrase.exact || phrase.field || phrase.dates)
      return []
    const joined = joinQuestionWords(cutAtAskingForms(phrase.text, tokeniser))
    const apart = partAdverbs(partCopulas(joined, tokeniser), tokeniser)
    const parted = partNewsWords(apart, tokeniser, stands)
    return parted.map(({ text, start, end, asks }) => ({ text, start, end, asks, group }))
  })
  const words = markNotYet(typed)
  const kinds = words.map(({ text, asks, start }, i) => {
    if (asks !== undefined) return ASKS
    const before = words[i - 1]
    if (IN_A_DATE.test(text) && before?.end === start && DIGITS.test(before.text)) return NO_KINDS
    // 各地区和有关部门 is no question about 部门.
    return CONCERNED.has(words[i + 1]?.text ?? '') && fillerKindsOf(text).has('about')
      ? NO_KINDS
      : fillerKindsOf(text)
  })
  const english = readEnglishQuestion(words.map((it) => it.text))
  const filler = english?.filler ?? fillersIn(kinds)
  const whole = words.map((it) => it.text).join('')
  const isUseless = words.every((_, i) => filler[i] || kinds[i]?.has('particle'))
  const topic = words.map((it, i) => (filler[i] ? '' : it.text)).join('')
  // One character beside two or three others may be part of a name: only words of the dictionary stand by themselves.
  const isDoubtful =
    whole.length <= SHORT &&
    !(topic.length >= 2 && SURELY_ASKS.test(whole)) &&
    whole.length - topic.length < 2 &&
    (topic.length < 2 || !tokeniser.knows(topic))
  const others = query.wanted.length > new Set(words.map((it) => it.group)).size
  if (!filler.includes(true) || isDoubtful || (isUseless && !others))
    return { query, fillers: [], kind: undefined, wantsNewest: false }
  const wanted = query.wanted.flatMap((alternatives, group): (readonly Phrase[])[] => {
    const [phrase] = alternatives
    const mine = [...words.keys()].filter((i) => words[i]?.group === group)
    if (phrase === undefined || mine.every((i) => !filler[i])) return [alternatives]
    return stretchesOf(mine.filter((i) => !filler[i])).map(([first = 0, ...rest]) => {
      const last = rest.at(-1) ?? first
      return [{ ...phrase, text: phrase.text.slice(words[first]?.start, words[last]?.end) }]
    })
  })
  return {
    query: { ...query, wanted },
    fillers: stretchesOf([...filler.keys()].filter((i) => filler[i])).map((it) =>
      it.map((i) => words[i]?.text ?? '').join(''),
    ),
    kind: english?.kind ?? kindOf(whole, words),
    wantsNewest: kinds.some((it, i) => filler[i] && it.has('recent')),
  }
}

interface Word extends QueryWord {
  readonly group: number
}

/** By its question words; else by the form in which it asks. */
function kindOf(whole: string, words: readonly QueryWord[]): QuestionKind | undefined {
  const asked = whole.replaceAll(WHAT_ELSEWHERE, '什么')
  const forms = words.flatMap((it) => it.asks ?? [])
  const kind = KIND_PATTERNS.find(([, pattern]) => pattern.test(asked))?.[0]
  // 有什么人受伤没有 asks whether.
  return kind === undefined || kind === 'thing' ? (forms[0] ?? kind) : kind
}

/** 什么 as it is said in the north, and as it was written. */
const WHAT_ELSEWHERE = /甚么|啥子?|嘛(?=时候|地方)/gu

/** Words that make one question word together, whichever way they were cut: 什么 and 时候. */
function joinQuestionWords(words: readonly QueryWord[]): readonly QueryWord[] {
  const joined: QueryWord[] = []
  for (let i = 0; i < words.length; ) {
    const [first] = words.slice(i)
    if (first === undefined) break
    let best = { ...first, count: 1 }
    for (let text = first.text, count = 2; count <= LONGEST_FILLER && i + count <= words.length; count++) {
      const next = words[i + count - 1]
      if (
        next === undefined ||
        next.asks !== undefined ||
        first.asks !== undefined ||
        next.start !== words[i + count - 2]?.end
      )
        break
      text += next.text
      if (fillerKindsOf(text).size > 0) best = { text, start: first.start, end: next.end, count }
    }
    joined.push(best.count === 1 ? first : { text: best.text, start: best.start, end: best.end })
    i += best.count
  }
  return joined
}

/**
 * Parts 是 from what stands before it where a question follows: the segmenter takes the end of a word that it does not
 * know, and 是, for a word (消费|券是|什么时候).
 */
const partCopulas = (words: readonly QueryWord[], tokeniser: Tokeniser): readonly QueryWord[] =>
  words.flatMap((word, i) => {
    const { text } = word
    const isGlued =
      text.length > COPULA.length &&
      text.endsWith(COPULA) &&
      !tokeniser.knows(text) &&
      fillerKindsOf(words[i + 1]?.text ?? '').has('question')
    return isGlued ? partBefore(COPULA, word) : [word]
  })

const COPULA = '是'

/** A word as two: what stands before its end, and its end. */
function partBefore(tail: string, { text, start, end }: QueryWord): readonly QueryWord[] {
  const at = end - tail.length
  return [
    { text: text.slice(0, -tail.length), start, end: at },
    { text: tail, start: at, end },
  ]
}

/** Parts adverbs from the verb behind them, which the segmenter takes for one word with it (还|涨, 还会|降). */
const partAdverbs = (words: readonly QueryWord[], tokeniser: Tokeniser): readonly QueryWord[] =>
  words.flatMap((word) => {
    const { text, asks } = word
    const verb = text.replace(ADVERBS, '')
    const isGlued =
      asks === undefined &&
      verb !== '' &&
      verb !== text &&
      !tokeniser.knows(text) &&
      (isShortVerb(verb) || tokeniser.knows(verb))
    return isGlued ? partBefore(verb, word) : [word]
  })

const ADVERBS = /^[还又再都也已就才]会?/u

/** Parts the word for news from its topic (体育新闻) where nothing in the archive is called by both. */
const partNewsWords = (
  words: readonly QueryWord[],
  tokeniser: Tokeniser,
  stands: (text: string) => boolean,
): readonly QueryWord[] =>
  words.flatMap((word) => {
    const { text } = word
    const news = newsWordAtEndOf(text)
    const topic = text.slice(0, -news.length)
    const isName = news === '' || topic.length < 2 || !tokeniser.knows(topic) || stands(text)
    return isName ? [word] : partBefore(news, word)
  })

/** Characters of a query that may be one name. */
const SHORT = 4
/** What stands in no name: 新桥开吗, 景区咋去. */
const SURELY_ASKS = /吗$|[谁啥咋]/u

/** Words of a filler at most. */
const LONGEST_FILLER = 4

/** For each word whether it is a filler where it stands. */
function fillersIn(kinds: readonly ReadonlySet<FillerKind>[]): readonly boolean[] {
  const filler = kinds.map((it) => it.has('question') || it.has('polite'))
  const isRunOf = (allowed: readonly FillerKind[]) => (i: number) =>
    allowed.some((kind) => kinds[i]?.has(kind))
  const leads = isRunOf(['question', 'about', 'polite', 'recent', 'want', 'verb', 'news', 'particle'])
  const trails = isRunOf(['question', 'polite', 'recent', 'news', 'head', 'particle', 'want', 'verb'])
  let start = 0
  while (start < kinds.length && leads(start)) start++
  let end = kinds.length
  while (end > start && trails(end - 1)) end--
  for (let i = 0; i < start; i++) if (kinds[i]?.has('about')) filler[i] = true
  const isAsked = kinds.slice(end).some((it) => it.has('question'))
  markRun(kinds, filler, 0, start, ['want', 'verb', 'news', 'particle'], isAsked)
  markRun(kinds, filler, end, kinds.length, ['head', 'particle', 'want', 'verb'])
  for (let i = end; i < kinds.length; i++) if (kinds[i]?.has('news')) filler[i] = true
  // Beside a question word, from there outwards.
  for (let i = 0; i < kinds.length; i++)
    if (kinds[i]?.has('question'))
      for (const step of [1, -1])
        for (let at = i + step; isRunOf(['head', 'particle'])(at); at += step) filler[at] = true
  for (const [i, it] of kinds.entries())
    if (it.has('particle') && (filler[i - 1] || filler[i + 1])) filler[i] = true
  const isQuestion = kinds.some((it) => it.has('question'))
  for (const [i, it] of kinds.entries()) if (isQuestion && it.has('adverb')) filler[i] = true
  // 是谁设计的 asks for 设计.
  const last = kinds.length - 1
  if (isQuestion && kinds[last]?.has('particle')) filler[last] = true
  return filler
}

const NO_KINDS: ReadonlySet<FillerKind> = new Set()
const ASKS: ReadonlySet<FillerKind> = new Set(['question'])

/** 号 of 2月2号几个省 belongs to the day, and not to the question word behind it. */
const IN_A_DATE = /^[年月日号]$/u
const DIGITS = /^\d+$/u

/** Whoever or whatever 有关 is said of: with these it is an adjective. */
const CONCERNED: ReadonlySet<string> = new Set(
  '部门 方面 单位 人员 人士 负责人 规定 法律 法规 政策 条款 各方 国家 地区 机构 企业 专家 领导 主管部门 责任人 当局 精神 要求'.split(
    ' ',
  ),
)

/** Marks the words of a run before or behind the topic; those of `inCompany` only if something in it asks, or behind the topic. */
function markRun(
  kinds: readonly ReadonlySet<FillerKind>[],
  filler: boolean[],
  from: number,
  to: number,
  inCompany: readonly FillerKind[],
  isAsked = false,
): void {
  for (let i = from; i < to; i++) if (kinds[i]?.has('recent')) filler[i] = true
  const run = kinds.slice(from, to)
  const asks = run.some((it) => it.has('recent') || it.has('question') || it.has('about') || it.has('polite'))
  const wants = run.some((it) => it.has('want')) && run.some((it) => it.has('verb') || it.has('news'))
  if (!asks && !wants && !isAsked) return
  for (let i = from; i < to; i++) if (inCompany.some((kind) => kinds[i]?.has(kind))) filler[i] = true
}

/** Ascending numbers as runs without gaps. */
function stretchesOf(places: readonly number[]): readonly (readonly number[])[] {
  const stretches: number[][] = []
  for (const place of places) {
    const last = stretches.at(-1)
    if (last?.at(-1) === place - 1) last.push(place)
    else stretches.push([place])
  }
  return stretches
}

const KIND_PATTERNS: readonly (readonly [QuestionKind, RegExp])[] = [
  ['reason', /[为凭]什么|因为什么|为何|何故|为毛|怎么会|原因|点解|做乜|做咩/],
  ['time', /什么(?:时|会儿)|多会儿|多咱|何时|几时|哪一?[天年月日]|几[月号点]|边[日年]|几耐/],
  [
    'place',
    /哪里|哪儿|哪旮|何[处地]|什么地[方儿]|在哪|边[度处]|哪一?[个座片条处]?(?:国家?|省|市|州|县|区|镇|乡|村|岛|洲|城|地方?|海域|沙漠|山|港|机场|车站|国家)/u,
  ],
  [
    'number',
    /多少|几多|第几|几比几|什么价|好多钱|(?<![哪十百千万好前近这后数])几(?!乎|何|内亚|率|经|度|番|许)\p{sc=Han}|多[大久长高远重快深宽厚]/u,
  ],
  [
    'person',
    /谁|哪一?位|何人|什么人|边[个位]|哪一?[个名](?:人|官员|领导|领袖|选手|球员|教练|导演|演员|作家|诗人|画家|歌手|总统|总理|首相|部长|外长|科学家|院士|航天员|宇航员|运动员|候选人|记者)/u,
  ],
  ['list', /哪些|哪[几两三四五六七八九十]|边啲/],
  ['manner', /怎么|怎样|如何|咋|点样|什么样/],
  ['yesNo', /吗|(?<![什怎甚多要那这])么$|是否|有没有|是不是|能不能|会不会|[能可会]否|系咪|有冇|真的假的/],
  ['thing', /什么|哪|咩|乜|边[队国条样种]/],
]
