import { describe, expect, test } from 'vitest'
import { createSearch } from '../../src/search/index.ts'
import { buildArticle } from '../support/build-article.ts'
import { archiveOf } from '../support/seed-articles.ts'
import { tokeniser } from '../support/tokeniser.ts'

const articles = [
  { headline: '双方同意停止战争', paragraphs: ['谈判代表说，停止战争是共同的愿望。'] },
  { headline: '战争纪念馆开放', paragraphs: ['馆内讲述战争的历史。'] },
  { headline: '亭子修好了', paragraphs: ['公园的亭子重新开放。'] },
  { headline: '渔民反对排放', paragraphs: ['渔民谈到浓烟和污水的影响，也谈到停滞的渔业。'] },
  { headline: '人工智能大会开幕', paragraphs: ['人工智能企业展出新品。'] },
  { headline: '时隔三年取得突破', paragraphs: ['时隔三年，研究取得突破。'] },
  { headline: '人工种植的树', paragraphs: ['这片林子是人工种的，只能靠人浇水。'] },
  ...Array.from({ length: 6 }, (_, i) => ({ headline: `经济增长之${i}`, paragraphs: ['当地经济向好。'] })),
].map(buildArticle)
const search = createSearch(tokeniser, archiveOf(articles))
await search.add(articles)

const ask = async (query: string) => {
  const { hits, relaxed } = await search.search(query)
  const corrected = relaxed.flatMap((it) => (it.kind === 'corrected' ? [[it.from, it.to]] : []))
  return { corrected, first: hits[0]?.article.headline }
}

describe('what the archive does not hold', () => {
  const guessesOf = async (query: string) => (await search.search(query)).suggestions

  test('is taken for another word only where it is no word itself', async () => {
    expect(await guessesOf('战争 适合')).toEqual([])
    expect(await guessesOf('人工 止能')).toEqual(['人工 只能', '人工 智能'])
  })

  test('a word that is all that is asked for may have been meant as another', async () => {
    expect(await guessesOf('适合')).toEqual(['时隔'])
  })

  test('a verb and its particle are no misspelling', async () => {
    expect(await guessesOf('渔业 去的')).toEqual([])
  })
})

describe('short Latin words', () => {
  const relaxedOf = async (query: string) => (await search.search(query)).relaxed

  test('are initials by themselves, and beside pinyin', async () => {
    expect(await relaxedOf('zz')).toContainEqual(expect.objectContaining({ kind: 'pinyin', from: 'zz' }))
    expect(await relaxedOf('zz jinianguan')).toContainEqual(
      expect.objectContaining({ kind: 'pinyin', from: 'zz' }),
    )
  })

  test('are none in another language', async () => {
    expect(await relaxedOf('about zz')).toEqual([])
  })
})

describe('a topic with a word for news behind it', () => {
  test('is asked for by itself if nothing is called by both', async () => {
    const { hits, question } = await search.search('经济新闻')
    expect(hits).toHaveLength(6)
    expect(question.fillers).toEqual(['新闻'])
  })

  test('is parted from it though both are one word of the dictionary', async () => {
    const { question, understood } = await search.search('体育新闻')
    expect(question.fillers).toEqual(['新闻'])
    expect(understood.wanted).toEqual([[{ text: '体育', exact: false }]])
  })

  test('is left whole where something is', async () => {
    const paper = [{ headline: '劳动新闻的一篇社论', paragraphs: ['社论说了什么。'] }].map(buildArticle)
    const archive = createSearch(tokeniser, archiveOf(paper))
    await archive.add(paper)
    const { understood } = await archive.search('劳动新闻')
    expect(understood.wanted).toEqual([[{ text: '劳动新闻', exact: false }]])
  })

  test.each(['小道消息', '突发事件'])('%s is no news of its beginning', async (query) => {
    expect((await search.search(query)).question.fillers).toEqual([])
  })
})

describe('a Latin word that stands only within longer ones', () => {
  test.each([
    ['its beginning', 'hyperl', ['hyperl', 'hyperloop01']],
    ['what stands inside, from five letters', 'loop0', ['loop0', 'hyperloop01']],
    ['a model with figures', 'neox', ['neox', 'neox9']],
  ])('is found by %s', async (_name, query, change) => {
    const longer = buildArticle({
      headline: '真空管道列车试跑',
      paragraphs: ['列车叫Hyperloop01，用的是NeoX9电机。'],
    })
    const other = createSearch(tokeniser, archiveOf([longer]))
    await other.add([longer])
    const { hits, relaxed } = await other.search(query)
    expect(hits.map(({ article }) => article.headline)).toEqual(['真空管道列车试跑'])
    expect(relaxed).toEqual([{ kind: 'corrected', from: change[0], to: change[1] }])
  })

  test.each(['oop01x', 'eox9', '0123', '"hyperl"'])('%s finds nothing', async (query) => {
    const longer = buildArticle({ headline: '试跑', paragraphs: ['列车叫Hyperloop01，用的是NeoX9电机。'] })
    const other = createSearch(tokeniser, archiveOf([longer]))
    await other.add([longer])
    expect((await other.search(query)).total).toBe(0)
  })
})

describe('a slip', () => {
  test.each([
    ['beside a good word is what stands with it', '厅止 战争', ['厅止', '停止'], '双方同意停止战争'],
    ['within a part, too', '战争厅止', ['厅止', '停止'], '双方同意停止战争'],
    ['with the tongue of the south', '增长 金济', ['金济', '经济'], undefined],
    ['of a common word by itself', '经计', ['经计', '经济'], undefined],
    ['that makes two other words', '人工只能', ['人工只能', '人工智能'], '人工智能大会开幕'],
  ])('%s', async (_name, query, change, first) => {
    const found = await ask(query)
    expect(found.corrected).toEqual([change])
    if (first !== undefined) expect(found.first).toBe(first)
  })

  test.each([
    ['a word of the dictionary that stands nowhere', '亭长 战争'],
    ['a name of the table that stands nowhere', '核污水'],
    ['what no word of the archive sounds like', '驴蓬 战争'],
    ['a phrase in quotation marks', '"厅止" 战争'],
  ])('is not made of %s', async (_name, query) => {
    expect((await ask(query)).corrected).toEqual([])
  })
})
