import { normalise, openWordVectors } from '../language/index.ts'
import type { SearchResult } from '../search/index.ts'
import { type AskedTime, askedTimesOf, withoutTimes } from './asked-time.ts'
import { relatedWordsOf } from './related-words.ts'
import {
  bareWord,
  compoundOf,
  formsInPart,
  type TopicSources,
  type TopicWord,
  topicWordsIn,
  withoutLink,
} from './topic-words.ts'

/** What a question is about, as words that a sentence may hold. */
export interface Topic {
  readonly words: readonly TopicWord[]
  /** What all of {@link words} weigh together. */
  readonly weight: number
  /** What is asked of the topic: an answer must say it, by itself or with what stands around it. */
  readonly predicate: TopicWord | undefined
  /** Times that are named (2023年): an article of that time need not say them. */
  readonly times: readonly AskedTime[]
  /** Pairs of neighbouring characters, and how much each says: names that the segmenter does not know are known by them. */
  readonly pairs: readonly (readonly [pair: string, weight: number])[]
}

const ONE_HAN = /^\p{sc=Han}$/u
const YEAR = /^(?:19|20)\d{2}$/u

/** What a word is worth that says the same as one of the question. */
const RELATED = 0.9
/** What two neighbouring words of a question say together, beside what they say by themselves. */
const PAIR_SHARE = 0.25

/** Of two characters many other words hold both. */
const SHORT_FORM = /^\p{sc=Han}{3,4}$/u
/** Words as rare as this, beside one that stands nowhere, may be short forms that news writes out. */
const RARE = 0.5
const MOST_OF_EVERYDAY = 7
/** What a word says that names what is asked for (哪个*州*, 哪位*官员*), beside one of the topic. */
const OF_THE_TYPE = 0.3
/** Asks for a measure or a name, and says nothing of the topic: 名字 is what the question word leaves of 叫什么名字. */
const ASKS_ONLY =
  /多[大长高远重快深宽厚久](?:年纪|岁数|年龄|面积|规模)?|[排列]?第几[名位]?|几岁|岁数|年纪|百分之$|^名[字称]?$/gu

/** Points at what is known (那条船, 这次大会): 船 and 大会 are told, 那条 is not. */
const POINTS = /[那这](?:[个条架本栋幢座位家场次种些辆艘款部起支只张份台颗件届群帮](?=\p{sc=Han})|(?=人))/gu

/** A phrase of a question, in normal form, without the times that it names and what asks or points only. */
function barePhrase(phrase: string, question: string): string {
  const bare = withoutTimes(normalise(phrase)).replaceAll(ASKS_ONLY, ' ').replaceAll(POINTS, ' ')
  // 国不干 of 哪国不干, but not 国家 of 哪国家.
  return KIND_OF_PLACE.test(bare) && question.includes(`哪${bare}`) ? bare.slice(1) : bare
}

const KIND_OF_PLACE = /^[国省市县州](?![家份区长里])\p{sc=Han}/u

/** What is asked to have come about, which search leaves out beside a question word. */
const PREDICATE = /发生|举行|举办|召开|出现|进行/gu
const PREDICATE_WEIGHT = 1.5

/**
 * Reads from a question which words a sentence must hold to be about the same, and how much each of them says.
 * @param question as typed
 * @param phrases of the question without its fillers, as typed
 * @param otherNames that search has looked for as well: a word of a name is said by the other name
 */
export function topicOf(
  question: string,
  phrases: readonly string[],
  otherNames: SearchResult['otherNames'],
  sources: TopicSources,
): Topic {
  const { wordsOf, rarityOf } = sources
  const namesOf = (word: string) =>
    otherNames.flatMap(({ text, names }) => (text.includes(word) ? names.map(normalise) : []))
  const words = new Map<string, TopicWord>()
  for (const [text] of normalise(question).matchAll(PREDICATE))
    words.set(text, {
      forms: [text, ...relatedWordsOf(text)].map((it) => ({ text: it, worth: 1 })),
      related: relatedWordsOf(text),
      isWord: false,
      isLoose: false,
      isKnown: true,
      parts: [],
      weight: PREDICATE_WEIGHT,
    })
  const normalQuestion = normalise(question)
  const type = typeIn(normalQuestion, wordsOf)
  const bare = phrases.map((it) => barePhrase(it, normalQuestion))
  for (const [at, phrase] of phrases.entries()) {
    const cut = topicWordsIn(bare[at] ?? '', sources)
    for (const [i, text] of cut.entries()) {
      const next = cut[i + 1] ?? ''
      if (NO_TOPIC.has(text) || (ONE_HAN.test(text) && YEAR.test(cut[i - 1] ?? ''))) continue
      const related = relatedWordsOf(text)
      const ofWord = Math.min(...[text, ...related].map(rarityOf))
      // What stands nowhere and has another name says as much as that one: 淹死 is told by 溺亡.
      const rarity = ofWord < rarityOf('') ? ofWord : Math.min(ofWord, ...namesOf(text).map(rarityOf))
      const isKnown = rarity < rarityOf('')
      // What readers say and news never does (厂子) tells less than a name that stands nowhere.
      const weight = !isKnown && openWordVectors().has(text) ? Math.min(rarity, MOST_OF_EVERYDAY) : rarity
      // A single character says little, wherever it stands.
      const share = ONE_HAN.test(text) ? 0.4 : 1
      words.set(text, {
        forms: [
          { text, worth: 1 },
          ...[...namesOf(text), ...related].map((it) => ({ text: it, worth: RELATED })),
          ...formsInPart(text, isKnown, sources),
        ],
        related,
        isWord: !ONE_HAN.test(text),
        isLoose: SHORT_FORM.test(text) && weight >= RARE * rarityOf(''),
        isKnown,
        parts: compoundOf(text, sources),
        weight: (text === type ? OF_THE_TYPE : 1) * share * weight,
      })
      const pair = text + next
      if (next !== '' && normalise(phrase).includes(pair) && !YEAR.test(next) && !NO_TOPIC.has(next))
        words.set(pair, {
          forms: [{ text: pair, worth: 1 }],
          related: [],
          isWord: false,
          isLoose: false,
          isKnown: false,
          parts: [],
          weight: PAIR_SHARE * Math.min(rarityOf(text), rarityOf(next)),
        })
    }
  }
  const predicate = predicateOf(normalQuestion, type, wordsOf)
  const weighed = Array.from(words, ([text, it]) =>
    text === predicate
      ? { ...it, weight: Math.max(it.weight, Math.min(PREDICATE_FACTOR * it.weight, MOST_OF_PREDICATE)) }
      : it,
  )
  return {
    words: weighed,
    weight: weighed.reduce((sum, it) => sum + it.weight, 0),
    predicate: weighed.find(({ forms }) => forms[0]?.text === predicate),
    times: askedTimesOf(normalQuestion),
    pairs: pairsOf(bare, type, rarityOf),
  }
}

const TWO_HAN = /^\p{sc=Han}{2}$/u

function pairsOf(
  phrases: readonly string[],
  type: string | undefined,
  rarityOf: TopicSources['rarityOf'],
): Topic['pairs'] {
  const pairs = new Set<string>()
  for (const whole of phrases) {
    const text = type === undefined ? whole : whole.replace(type, ' ')
    for (let i = 0; i + 1 < text.length; i++)
      if (TWO_HAN.test(text.slice(i, i + 2))) pairs.add(text.slice(i, i + 2))
  }
  return Array.from(pairs, (pair) => [pair, rarityOf(pair)])
}

const ASKS =
  /什么时[候间]|何时|几时|哪一?[天年]|哪里|哪儿|什么地方|何[处地]|在哪|谁|边[个位度处]|点解|怎么|为什么|为何|为啥|(?:是|有|为)?(?:几多|多少|几)/u
/** What is asked of the topic, beside what the topic is. */
const PREDICATE_FACTOR = 1.6
/** A rare word is weighty enough: readers ask in words that news hardly uses (喝水). */
const MOST_OF_PREDICATE = 8

/** Words that go with any number, and ask for nothing of their own. */
const MEASURES_ONLY: ReadonlySet<string> = new Set(
  '一共 总共 共有 共计 达到 超过 突破 大约 大概 目前 现在 已经 已有 最高 最多 最低 至少 一年 一天 每年 每天 每月 有多 分别 预计 可以 可能 只有 还有 个月 小时'.split(
    ' ',
  ),
)

/** The word that a question word goes with: 发射 in 神舟十四号什么时候发射, 通车 in 通车是哪天. */
function predicateOf(
  question: string,
  type: string | undefined,
  wordsOf: TopicSources['wordsOf'],
): string | undefined {
  const match = ASKS.exec(question)
  if (!match) return undefined
  const isWord = (it: string) =>
    it !== type &&
    (it.length > 1 || relatedWordsOf(it).length > 0) &&
    !NO_TOPIC.has(it) &&
    !MEASURES_ONLY.has(it)
  return (
    wordsOf(question.slice(match.index + match[0].length))
      .map(bareWord)
      .find(isWord) ??
    wordsOf(withoutLink(question.slice(0, match.index)))
      .map(bareWord)
      .findLast(isWord)
  )
}

/** What is asked for by its kind: 州 in 哪个州, 城市 in 哪座城市. */
function typeIn(question: string, wordsOf: TopicSources['wordsOf']): string | undefined {
  const match = /哪一?[个位座家所名款种支条]/u.exec(question)
  return match ? wordsOf(question.slice(match.index + match[0].length))[0] : undefined
}

/** Particles, what stands behind any verb (打*下来*), and verbs that say nothing of a topic. */
const NO_TOPIC: ReadonlySet<string> = new Set(
  '为止 截至 截止 的 了 是在 是由 在 是 有 和 与 及 被 把 给 对 从 到 于 着 过 由 为 之 年 月 日 号 个 名 位 多 少 几 那 这 那个 这个 下来 起来 出来 上来 过来 进来 回来 上去 下去 出去 过去 进去 回去 一起 一共 总共 有人'.split(
    ' ',
  ),
)
