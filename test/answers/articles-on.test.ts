import { expect, test } from 'vitest'
import { articlesOn } from '../../src/answers/articles-on.ts'
import { askedTimesOf } from '../../src/answers/asked-time.ts'
import type { Topic } from '../../src/answers/topic.ts'
import type { TopicWord } from '../../src/answers/topic-words.ts'
import type { Hit, SearchOptions, SearchResult } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'

const hit = (headline: string) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no more of it is read
  ({ article: buildArticle({ headline }) }) as Hit
const word = (text: string, related: readonly string[] = [], isWord = true): TopicWord => ({
  forms: [{ text, worth: 1 }],
  related,
  isWord,
  isLoose: false,
  isKnown: true,
  parts: [],
  weight: 1,
})
const topicOf = (question: string, words: readonly TopicWord[]): Topic => ({
  words,
  weight: words.length,
  predicate: undefined,
  times: askedTimesOf(question),
  pairs: [],
})

/** The articles, and what was searched for besides. */
async function find(
  topic: Topic,
  {
    hits,
    more,
    wanted = {},
    relaxed = [],
  }: {
    readonly hits: readonly string[]
    readonly more: readonly string[]
    readonly wanted?: SearchOptions
    readonly relaxed?: SearchResult['relaxed']
  },
) {
  const asked: (readonly [string, SearchOptions | undefined])[] = []
  const found = await articlesOn({ hits: hits.map(hit), relaxed }, ['2023年', '用电量'], topic, wanted, {
    search: async (query, options) => {
      asked.push([query, options])
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no more of it is read
      return { hits: more.map(hit) } as unknown as SearchResult
    },
  })
  return { found: found.map(({ headline }) => headline), asked }
}

test('without a time or other words nothing more is searched for', async () => {
  const { found, asked } = await find(topicOf('用电量', [word('用电量')]), { hits: ['a', 'b'], more: ['c'] })
  expect([found, asked]).toEqual([['a', 'b'], []])
})

test('for a time its days are searched, within what the reader has narrowed the search to', async () => {
  const topic = topicOf('2023年11月用电量', [word('用电量')])
  const wanted = { limit: 7, filter: { section: '要闻' } }
  const { asked } = await find(topic, { hits: [], more: [], wanted })
  expect(asked).toEqual([
    [
      expect.stringMatching(/^\s*用电量$/),
      { limit: 7, filter: { section: '要闻', from: '2023-11-01', to: '2023-12-31' } },
    ],
  ])
})

test('what is of those days comes right behind the first five, and each article once', async () => {
  const topic = topicOf('2023年11月用电量', [word('用电量')])
  const hits = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const { found } = await find(topic, { hits, more: ['x', 'b', 'h'] })
  expect(found).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'x', 'g', 'h'])
})

test('within the days that are asked about, and where little was found, any of the words will do', async () => {
  const words = [word('医院'), word('死', ['遇难'])]
  const some = [{ kind: 'someWords', complete: 0, missing: [] }] as const
  const texts = async (question: string, relaxed: SearchResult['relaxed'], count = 1) => {
    const hits = Array.from({ length: count }, (_, i) => `a${i}`)
    const { asked } = await find(topicOf(question, words), { hits, more: ['b'], relaxed })
    return asked.map(([text]) => text)
  }
  const any = ['医院 OR 死 OR 遇难']
  const all = ['医院 死 OR 遇难']
  expect(await texts('2023年11月8日', [])).toEqual(any)
  expect(await texts('', some, 19)).toEqual(any)
  expect(await texts('', some, 20)).toEqual(all)
  expect(await texts('', [])).toEqual(all)
})

test('readers ask who died, and news says who was killed: either will do', async () => {
  const words = [word('总理'), word('去世', ['遇难', '逝世']), word('的事', ['别的'], false)]
  const { found, asked } = await find(topicOf('', words), {
    hits: ['a'],
    more: ['b', 'a'],
    wanted: { limit: 3 },
  })
  expect(asked).toEqual([['总理 去世 OR 遇难 OR 逝世', { limit: 3, filter: {} }]])
  expect(found).toEqual(['a', 'b'])
})
