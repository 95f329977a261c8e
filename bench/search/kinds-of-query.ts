import type { Article } from '../../src/domain/index.ts'
import { loadPinyin, type Tokeniser } from '../../src/language/index.ts'
import type { SearchOptions } from '../../src/search/index.ts'
import { createChance } from './chance.ts'

/** A query, how it is asked, and which of the kinds it is of. */
export interface AskedQuery {
  readonly kind: string
  readonly query: string
  readonly options: SearchOptions
  /** The article that it was made of. */
  readonly from: Article
}

const HAN_WORD = /^\p{sc=Han}{2,4}$/u

/**
 * Queries of all kinds that readers write, made of the articles of an archive: the same ones at every run.
 * @param count of each kind
 */
export async function queriesOfAllKinds(
  articles: readonly Article[],
  tokeniser: Tokeniser,
  count: number,
  seed = 1,
): Promise<readonly AskedQuery[]> {
  const chance = createChance(seed)
  const pinyin = await loadPinyin()
  const one = <T>(from: readonly T[]): T | undefined => from[chance(from.length)]
  const wordsOf = ({ headline, paragraphs }: Article) => [
    ...new Set(
      tokeniser
        .wordsOf([headline, ...paragraphs.slice(0, 3)].join('\n'))
        .map((it) => it.text)
        .filter((it) => HAN_WORD.test(it)),
    ),
  ]
  const word = (it: Article) => one(wordsOf(it)) ?? it.headline
  const clauseOf = ({ headline }: Article) =>
    one(headline.split(/[\s，、：:！？“”]+/u).filter(Boolean)) ?? headline
  const pieceOf = ({ paragraphs }: Article, length: number) => {
    const run =
      one((paragraphs.join('\n').match(/\p{sc=Han}{6,}/gu) ?? ['中华人民共和国']).slice(0, 20)) ?? ''
    const at = chance(Math.max(1, run.length - length))
    return run.slice(at, at + length)
  }
  const kinds: Readonly<
    Record<string, (it: Article) => string | { readonly query: string; readonly options: SearchOptions }>
  > = {
    headline: (it) => it.headline,
    'clause of the headline': clauseOf,
    'one word': word,
    'two words': (it) => `${word(it)} ${word(it)}`,
    'four words': (it) => [word(it), word(it), word(it), word(it)].join(' '),
    phrase: (it) => `"${pieceOf(it, 5)}"`,
    'characters and pairs': (it) => `"${pieceOf(it, 1 + chance(2))}"`,
    excluded: (it) => `${word(it)} -${word(it)}`,
    alternatives: (it) => `${word(it)} OR ${word(it)}`,
    'words of the headline': (it) => `标题:${clauseOf(it).slice(0, 6)}`,
    'a month': (it) => `${word(it)} ${it.issueDate?.slice(0, 7) ?? '2023-01'}`,
    'a day in prose': (it) => `${word(it)} ${Number(it.issueDate?.slice(5, 7) ?? 1)}月`,
    question: (it) => `有没有关于${clauseOf(it)}的最新消息？`,
    misspelled: (it) => {
      const text = word(it)
      const others = pinyin.readingsOf(text.charAt(0)).flatMap((reading) =>
        // The neighbours of a character in Unicode: some are read alike.
        Array.from({ length: 40 }, (_, i) =>
          String.fromCodePoint((text.codePointAt(0) ?? 0) + i - 20),
        ).filter((other) => other !== text.charAt(0) && pinyin.readingsOf(other).includes(reading)),
      )
      return (one(others) ?? '圆') + text.slice(1)
    },
    pinyin: (it) => Array.from(word(it), (character) => pinyin.readingsOf(character)[0] ?? 'a').join(''),
    number: ({ paragraphs }) => one(paragraphs.join('').match(/\d[\d.,]*%?/g) ?? ['2022']) ?? '2022',
    'newest first': (it) => ({ query: word(it), options: { order: 'newest', offset: 10 * chance(3) } }),
    'oldest first': (it) => ({ query: word(it), options: { order: 'oldest', offset: 10 * chance(3) } }),
    'a later page': (it) => ({ query: word(it), options: { offset: 10 + 10 * chance(30) } }),
    filtered: (it) => ({ query: word(it), options: { filter: { from: '2022-06-01', to: '2023-06-30' } } }),
    'a long text': (it) => it.paragraphs.join('').slice(0, 100 + chance(300)),
  }
  const readable = articles.filter((it) => it.paragraphs.length > 0)
  return Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: count }, (): AskedQuery => {
      const from = one(readable)
      if (from === undefined) throw new Error('there are no articles')
      const made = make(from)
      const { query, options } = typeof made === 'string' ? { query: made, options: {} } : made
      return { kind, query, options: { today: '2024-12-31', ...options }, from }
    }),
  )
}
