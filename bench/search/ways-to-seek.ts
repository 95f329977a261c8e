import type { Article } from '../../src/domain/index.ts'
import {
  loadPinyin,
  loadScriptConverter,
  normalise,
  sentencesOf,
  type Tokeniser,
  type Word,
} from '../../src/language/index.ts'
import { otherNamesOf } from '../../src/search/names/other-names.ts'
import { otherNumberForm } from '../../src/search/query/number-forms.ts'
import { createChance } from './chance.ts'

/** A query that a reader may type who knows of an article; undefined where the article gives none of the kind. */
type Seek = (article: SoughtArticle) => string | undefined

/** What a reader may remember of an article. */
interface SoughtArticle {
  readonly headline: string
  /** Without its blanks and marks. */
  readonly plain: string
  readonly date: string
  readonly body: string
  /** Words of the headline, and of the first paragraphs, each once; two characters or more. */
  readonly inHeadline: readonly string[]
  readonly inBody: readonly string[]
}

const HAN_WORD = /^\p{sc=Han}{2,}$/u
const PLACE =
  /(?:北京|上海|天津|重庆|新疆|西藏|香港|澳门|台湾|广东|海南|四川|云南|陕西|甘肃|美国|日本|俄罗斯|法国|德国|英国|巴西|印度|乌克兰|以色列|伊朗|韩国)/u
/** Words that readers remember by heart stand in few articles, but not in one only. */
const COMMON = 0.05

/**
 * Twenty ways to seek an article that one has read: by a part of its headline, words, names, numbers, a quotation, in another
 * script, by sound, with a slip, with a day.
 * @param rarityOf inverse document frequency @param characters that slips may write instead
 */
export async function waysToSeek(
  tokeniser: Tokeniser,
  rarityOf: (word: string) => number,
  { characters, seed }: { readonly characters: readonly string[]; readonly seed: number },
): Promise<Readonly<Record<string, Seek>>> {
  const chance = createChance(seed)
  const pinyin = await loadPinyin()
  const { toTraditional } = await loadScriptConverter()
  const rarest = (words: readonly string[], count: number) => {
    const kept = new Set(words.toSorted((a, b) => rarityOf(b) - rarityOf(a)).slice(0, count))
    return kept.size < count ? undefined : words.filter((it) => kept.has(it))
  }
  const some = (words: readonly string[], count: number) => {
    const left = [...words]
    const taken: string[] = []
    while (taken.length < count && left.length > 0) taken.push(...left.splice(chance(left.length), 1))
    return taken.length < count ? undefined : taken
  }
  /** Words that follow one another, from one of them on, until there are so many letters. */
  const piece = (text: string, length: number) => {
    const words = tokeniser.wordsOf(text)
    const last = words.findLastIndex((_, i) => lettersOf(words.slice(i)) >= length)
    if (last < 0) return undefined
    const rest = words.slice(chance(last + 1))
    return rest
      .slice(0, rest.findIndex((_, i) => lettersOf(rest.slice(0, i + 1)) >= length) + 1)
      .map((it) => it.text)
      .join('')
  }
  const slipIn = (word: string) => {
    const at = chance(word.length)
    const meant = word.charAt(at)
    const reading = pinyin.readingsOf(meant)[0]
    const others = characters.filter((it) => it !== meant && pinyin.readingsOf(it)[0] === reading)
    const other = others[chance(Math.max(1, others.length))]
    const slip = other && word.slice(0, at) + other + word.slice(at + 1)
    return slip === undefined || tokeniser.knows(slip) ? undefined : slip
  }
  const inPinyin = (word: string) => Array.from(word, (it) => pinyin.readingsOf(it)[0] ?? '').join('')
  const month = (date: string) => `${Number(date.slice(5, 7))}月`
  const join = (words: readonly string[] | undefined, by = ' ') => words?.join(by)
  const sentences = (body: string) =>
    sentencesOf(body)
      .map((range) => body.slice(...range))
      .filter((it) => it.length >= 16)

  return {
    'the headline without its marks': ({ plain }) => plain,
    'eight letters of the headline': ({ headline }) => piece(headline, 8),
    'the end of the headline': ({ headline }) => {
      const [, ...rest] = headline.split(/\s+/u)
      return rest.length > 0 ? rest.join(' ') : undefined
    },
    'two rare words of the headline': ({ inHeadline }) => join(rarest(inHeadline, 2)),
    'three words of the headline, in any order': ({ inHeadline }) => join(some(inHeadline, 3)),
    'words without blanks between them': ({ inHeadline }) => join(rarest(inHeadline, 3), ''),
    'words with 的 between them': ({ inHeadline }) => join(rarest(inHeadline, 2), '的'),
    'three rare words of the text': ({ inBody }) =>
      join(
        rarest(
          inBody.filter((it) => rarityOf(it) < 7),
          3,
        ),
      ),
    'a word of the headline and two of the text': ({ inHeadline, inBody }) => {
      const [first] = rarest(inHeadline, 1) ?? []
      const others = rarest(
        inBody.filter((it) => !inHeadline.includes(it)),
        2,
      )
      return first && others && join([first, ...others])
    },
    'a place and what happened there': ({ headline, body, inHeadline }) => {
      const place = (PLACE.exec(headline) ?? PLACE.exec(body.slice(0, 200)))?.[0]
      const words = rarest(
        inHeadline.filter((it) => !place?.includes(it)),
        2,
      )
      return place && words && join([place, ...words])
    },
    'a number and what it counts': ({ body, inHeadline }) => {
      const number = /(?<![\d.])\d[\d.]+(?:万|亿)?(?:人|元|吨|公里|%|家|亩|次|千瓦时|平方米)/u.exec(body)?.[0]
      const words = rarest(inHeadline, 2)
      return number && words && join([number, ...words])
    },
    'a number written otherwise': ({ headline, inHeadline }) => {
      const number =
        /(?<![\d.零一二三四五六七八九十])(?:第?[一二三四五六七八九十]{1,3}|\d{1,3})(?:届|号|周年|次|个|位|名)|(?<![\d.])\d+%/u.exec(
          headline,
        )?.[0]
      const other = number && otherNumberForm(number)
      const words = rarest(
        inHeadline.filter((it) => !number?.includes(it)),
        2,
      )
      return other && words && join([other, ...words])
    },
    'a quotation of ten letters': ({ body }) => {
      // Not of the first sentence: how news begins is the same in hundreds of articles.
      const runs = sentences(body)
        .slice(1)
        .flatMap((it) => it.match(/\p{sc=Han}{12,}/gu) ?? [])
      const run = piece(runs[chance(Math.max(1, runs.length))] ?? '', 10)
      return run && `"${run}"`
    },
    'the beginning of a sentence': ({ body }) => {
      const all = sentences(body)
      return all[chance(Math.max(1, all.length))]?.slice(0, 16)
    },
    'half of the headline in Traditional characters': ({ headline, plain }) => {
      const half = piece(headline, Math.max(6, Math.ceil(plain.length / 2)))
      return half && toTraditional(half)
    },
    'two words in pinyin': ({ inHeadline }) =>
      join(
        rarest(
          inHeadline.filter((it) => tokeniser.knows(it)),
          2,
        )?.map(inPinyin),
      ),
    'a slip beside two words': ({ inHeadline }) => {
      const words = rarest(inHeadline, 3)
      const slip = words && slipIn(words[1] ?? '')
      return slip && join([words[0] ?? '', slip, words[2] ?? ''])
    },
    'another name': ({ headline, inHeadline }) => {
      const word = inHeadline.find((it) =>
        otherNamesOf(normalise(it)).some((other) => !headline.includes(other)),
      )
      const other = word && otherNamesOf(normalise(word)).find((it) => !headline.includes(it))
      const words = rarest(
        inHeadline.filter((it) => it !== word),
        2,
      )
      return other && words && join([other, ...words])
    },
    'a month and two words': ({ date, inHeadline }) => {
      const words = rarest(inHeadline, 2)
      return words && join([`${date.slice(0, 4)}年${month(date)}`, ...words])
    },
    'a question': ({ headline }) => {
      const clause = headline.split(/\s+/u)[0] ?? ''
      return clause.length >= 6 ? `有没有关于${clause}的新闻` : undefined
    },
  }
}

const lettersOf = (words: readonly Word[]): number => words.reduce((sum, it) => sum + it.text.length, 0)

/** What a reader may remember. @param isCommon words that stand in many articles */
export function rememberedOf(
  { headline, paragraphs, issueDate = '' }: Article,
  tokeniser: Tokeniser,
  isCommon: (word: string) => boolean,
): SoughtArticle {
  const wordsOf = (text: string) =>
    [...new Set(tokeniser.wordsOf(text).map((it) => it.text))].filter(
      (it) => HAN_WORD.test(it) && !isCommon(it),
    )
  return {
    headline,
    plain: headline.replaceAll(/[^\p{L}\p{N}]+/gu, ''),
    date: issueDate,
    body: paragraphs.join('\n'),
    inHeadline: wordsOf(headline),
    inBody: wordsOf(paragraphs.slice(0, 3).join('\n')),
  }
}

/** The share of the archive in which a common word stands. */
export const isCommonAt = (rarity: number): boolean => rarity < Math.log(1 + 1 / COMMON)
