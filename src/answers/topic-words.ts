import { openWordVectors } from '../language/index.ts'
import { isShortVerb } from '../search/index.ts'
import { relatedWordsOf } from './related-words.ts'

/** A word or a pair of words that a sentence about the topic may hold. */
export interface TopicWord {
  /** In normal form; the word itself and what says the same, less of it the further from it. */
  readonly forms: readonly { readonly text: string; readonly worth: number }[]
  /** What says the same. */
  readonly related: readonly string[]
  /** False of two words taken together, and of single characters. */
  readonly isWord: boolean
  /** Whether it may be the short form of a longer name: its characters in order will do. */
  readonly isLoose: boolean
  /** Two words that it is made of, each with what says the same: news may tell both apart (房贷利率: 住房贷款平均利率). */
  readonly parts: readonly (readonly string[])[]
  /** Whether the archive holds it, or what says the same. */
  readonly isKnown: boolean
  /** How much it says: its inverse document frequency. */
  readonly weight: number
}

/** What the topic is made from. */
export interface TopicSources {
  /** The words of a text in order, in normal form. */
  readonly wordsOf: (text: string) => readonly string[]
  /** Inverse document frequency; the highest for what stands nowhere. */
  readonly rarityOf: (text: string) => number
}

/** The words of a phrase of a question in order, cut as news may say them. @param phrase in normal form, without what only asks */
export const topicWordsIn = (phrase: string, { wordsOf, rarityOf }: TopicSources): readonly string[] =>
  wordsOf(endsWithMeeting(phrase, wordsOf) ? phrase : withoutLink(phrase))
    .map(bareWord)
    .flatMap((it) => apart(it, rarityOf))

/**
 * 会 is part of the last word (上合峰*会*在哪里开, 消博*会*在哪里), and not what is to come about (台风会在哪里登陆). 博会 ends the
 * short names of fairs, and is no word by itself.
 */
function endsWithMeeting(phrase: string, wordsOf: TopicSources['wordsOf']): boolean {
  const last = phrase.endsWith('会') ? (wordsOf(phrase).at(-1) ?? '') : ''
  return last.length > 2 || (last.length === 2 && (last === '博会' || openWordVectors().has(last)))
}

/** A word without what goes with any: 签了 is 签, 要采 is 采. */
export const bareWord = (word: string): string => withoutModal(bare(word))

/** What says some of a word. */
export const formsInPart = (text: string, isKnown: boolean, { wordsOf }: TopicSources): TopicWord['forms'] =>
  isKnown ? [...partsOf(text), ...endWordOf(text, wordsOf)] : endOf(text)

/** So much rarer than its beginning, in natural logarithms, a word of a known one and a verb was cut wrong. */
const RARER = 5

/**
 * 新冠死 is 新冠 and 死, 房贷利率 is 房贷 and 利率: the segmenter takes what it does not know for one word, and its dictionary
 * knows words that stand nowhere in the archive.
 */
function apart(word: string, rarityOf: TopicSources['rarityOf']): readonly string[] {
  const [head, verb] = [word.slice(0, -1), word.slice(-1)]
  if (LETTERS_AND_DIGITS.test(word) && rarityOf(word) === rarityOf('')) return word.match(/\d+|\D+/gu) ?? []
  if (word.length < 2 || !HAN_ONLY.test(word)) return [word]
  const isWord = openWordVectors().has(word)
  // What a classifier leaves with the verb behind it: 人得 in 多少人得新冠, 村提 in 哪个村提的.
  if (word.length === 2)
    return !isWord && isShortVerb(verb) && rarityOf(word) - rarityOf(head) >= RARER ? [head, verb] : [word]
  if (
    relatedWordsOf(verb).length > 0 &&
    (!isWord || rarityOf(word) - rarityOf(head) >= RARER) &&
    rarityOf(head) < rarityOf('')
  )
    return [head, verb]
  if (rarityOf(word) < rarityOf('')) return [word]
  const cuts = Array.from({ length: word.length - 1 }, (_, i) => [word.slice(0, i + 1), word.slice(i + 1)])
  const known = cuts.filter((parts) => parts.every((it) => rarityOf(it) < rarityOf('')))
  // The longest part is the surest: 精神病 and 人 rather than 精 and 神病人.
  const [best] = known.toSorted((a, b) => leastOf(b) - leastOf(a))
  return best ?? [word]
}

/** The two words of a compound of four characters or more; none if it is no such. */
export function compoundOf(word: string, { wordsOf, rarityOf }: TopicSources): TopicWord['parts'] {
  if (word.length < 4 || word.length > 8 || !HAN_ONLY.test(word)) return []
  const cuts = Array.from({ length: word.length - 3 }, (_, i) => [word.slice(0, i + 2), word.slice(i + 2)])
  const [best] = cuts
    .filter((parts) => parts.every((it) => rarityOf(it) < rarityOf('') && wordsOf(it).length === 1))
    .toSorted((a, b) => leastOf(b) - leastOf(a))
  return (best ?? []).map((it) => [it].concat(relatedWordsOf(it)))
}

/** 737max9, which news writes 737 MAX 9. */
const LETTERS_AND_DIGITS = /^(?=.*[a-z])(?=.*\d)[a-z\d]+$/u
const HAN_ONLY = /^\p{sc=Han}+$/u
/** What a question word leaves behind: 雄安*有* in 雄安有多少家. */
const LINK = /(?:一共|总共|共计|大概|大约|共|有|是|在|为|被|给|把|对|用|要|能|会|将|从|到)+$/u

/** A phrase without the end that goes with the question word. */
export function withoutLink(phrase: string): string {
  const shorter = phrase.replace(LINK, '')
  return shorter.length >= 2 && !openWordVectors().has(phrase) ? shorter : phrase
}

/** 能发 is 发, 要采 is 采: what may or must be says nothing of the topic. A word by itself stays one: 能源. */
function withoutModal(word: string): string {
  const rest = word.replace(MODAL, '')
  const vectors = openWordVectors()
  const isOne = word.length === 2 || vectors.has(rest)
  return rest === '' || rest === word || !isOne || vectors.has(word) ? word : rest
}

const MODAL = /^(?:可以|应该|需要|最多|最少|能|要|会|可|将|想|得|多|还|就|才|上|天|时|年)(?=\p{sc=Han})/u

const leastOf = (parts: readonly string[]) => Math.min(...parts.map((it) => it.length))

/** 签了 is 签, wherever the segmenter takes both for a word. */
const bare = (word: string): string => (word.length === 2 ? word.replace(/[了着过]$/u, '') : word)

/** A word that stands nowhere may have been cut wrong, and its end says most of it: 得主 in 奖得主. */
const endOf = (text: string): TopicWord['forms'] => {
  const end = text.slice(-2)
  return end === text ? [] : [end, ...relatedWordsOf(end)].map((it) => ({ text: it, worth: 0.6 }))
}

/** 奖得主 is 得主, if it stands somewhere as one word too. */
const endWordOf = (text: string, wordsOf: TopicSources['wordsOf']): TopicWord['forms'] => {
  const end = text.slice(-2)
  return text.length === 3 && HAN_ONLY.test(text) && wordsOf(end).length === 1
    ? [end, ...relatedWordsOf(end)].map((it) => ({ text: it, worth: 0.5 }))
    : []
}

/** Longer words are found in part: 设备更新 says some of what 更新 says. */
function partsOf(text: string): TopicWord['forms'] {
  const characters = Array.from(text)
  if (characters.length < 4 || characters.some((it) => !HAN_ONLY.test(it))) return []
  const half = Math.ceil(characters.length / 2)
  return [characters.slice(0, half).join(''), characters.slice(-half).join('')].map((it) => ({
    text: it,
    worth: 0.4,
  }))
}
