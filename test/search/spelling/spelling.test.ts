import { describe, expect, test } from 'vitest'
import { createSearch } from '../../../src/search/index.ts'
import { correctionsOf } from '../../../src/search/spelling/corrections.ts'
import { likenessOf } from '../../../src/search/spelling/sounds.ts'
import type { Vocabulary } from '../../../src/search/spelling/vocabulary.ts'
import { buildArticle } from '../../support/build-article.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { tokeniser } from '../../support/tokeniser.ts'

/** An archive in which each headline stands so many times. */
async function open(counts: Readonly<Record<string, number>>) {
  const articles = Object.entries(counts).flatMap(([headline, count]) =>
    Array.from({ length: count }, (_, n) => buildArticle({ headline, paragraphs: [`第${n}篇。`] })),
  )
  const search = createSearch(tokeniser, archiveOf(articles))
  await search.add(articles)
  const ask = async (query: string) => {
    const { hits, relaxed, suggestions } = await search.search(query)
    return { relaxed, suggestions, found: hits.map(({ article }) => article.headline) }
  }
  return { search, ask }
}
const corrected = (from: string, to: string) => [{ kind: 'corrected', from, to }]

describe('pinyin and initials', () => {
  test('a word is found by each reading of its characters', async () => {
    const { ask } = await open({ 重庆火锅: 3, 长江水位: 3 })
    for (const letters of ['chongqing', 'zhongqing', 'cq', 'zq', "chong'qing", 'chóngqìng', 'CHONGQING'])
      expect((await ask(letters)).relaxed).toMatchObject([{ kind: 'pinyin', from: letters }])
  })

  test('initials stand for a word that two articles hold, not for one of a single article', async () => {
    const { ask } = await open({ 渡轮靠岸: 2, 白鹭飞来: 1 })
    expect((await ask('dl')).relaxed).toMatchObject([{ kind: 'pinyin', to: ['渡轮'] }])
    expect((await ask('bl')).relaxed).toEqual([])
  })

  test('syllables with blanks between them are one word; a word beside a syllable is no syllable', async () => {
    const { ask } = await open({ 大运会开幕: 2, GDP增长: 2 })
    expect((await ask('da yun hui')).relaxed).toMatchObject([{ kind: 'pinyin', from: 'dayunhui' }])
    expect((await ask('GDP zeng zhang')).relaxed).toMatchObject([{ kind: 'pinyin', from: 'zengzhang' }])
    expect((await ask('GDP da')).relaxed.filter(({ kind }) => kind === 'pinyin')).toEqual([])
  })

  test('two syllables stand for a word, not for any two characters side by side', async () => {
    const { ask } = await open({ 老人大声唱歌: 2 })
    expect((await ask('renda')).relaxed).toEqual([])
    expect((await ask('dasheng')).relaxed).toMatchObject([{ kind: 'pinyin', to: ['大声'] }])
  })

  test('what was read from letters is looked for as a whole', async () => {
    const { ask } = await open({ 大运会开幕: 2, 大运河边的会: 2 })
    expect((await ask('dayunhui')).found).toEqual(['大运会开幕', '大运会开幕'])
  })

  test('what came into the archive just now is found by its sound too', async () => {
    const { search } = await open({ 渡轮靠岸: 3 })
    expect((await search.search('bailu')).total).toBe(0)
    const more = [1, 2].map((n) => buildArticle({ headline: '白鹭飞来', paragraphs: [`${n}。`] }))
    const all = createSearch(
      tokeniser,
      archiveOf([...more, ...[1, 2, 3].map((n) => buildArticle({ headline: '渡轮', paragraphs: [`${n}`] }))]),
    )
    await all.add([buildArticle({ headline: '渡轮', paragraphs: ['1'] })])
    expect((await all.search('bailu')).total).toBe(0)
    await all.add(more)
    expect((await all.search('bailu')).total).toBe(2)
  })
})

describe('a pair by itself', () => {
  const others = { 渡轮靠岸: 20 }

  test('is mended if three articles hold what was meant', async () => {
    expect((await (await open({ ...others, 经济增长: 3 })).ask('经计')).relaxed).toEqual(
      corrected('经计', '经济'),
    )
    expect((await (await open({ ...others, 经济增长: 2 })).ask('经计')).relaxed).toEqual([])
  })

  test('is not mended if both of its characters would be others', async () => {
    expect((await (await open({ ...others, 经济增长: 9 })).ask('京计')).relaxed).toEqual([])
  })

  test('is not mended if two words are as likely, and both are offered', async () => {
    const { ask } = await open({ ...others, 实施办法: 6, 史诗巨著: 5 })
    const { relaxed, suggestions } = await ask('石诗')
    expect(relaxed.length === 0 || suggestions.length > 0).toBe(true)
  })
})

test('where one of two alternatives is mended, the other is still looked for', async () => {
  const { ask } = await open({ 大运会开幕式: 3, 渡轮靠岸: 2 })
  const { found } = await ask('大运会开募式 OR 火山')
  expect(found).toContain('大运会开幕式')
  const { suggestions } = await ask('"大运会开募" OR 火山')
  expect(suggestions).toContain('"大运会开幕" OR 火山')
})

test('in a sentence of another language a name is the likeliest reading alone', async () => {
  const { ask } = await open({ 成都办博览会: 9, 受灾程度不同: 5, 长江大桥: 100 })
  const { found, relaxed } = await ask('who donated things to the Chengdu museum')
  expect(new Set(found)).toEqual(new Set(['成都办博览会']))
  expect(JSON.stringify(relaxed)).not.toContain('程度')
})

test('a word of talk that stands there by its written name is no slip', async () => {
  const { ask } = await open({ 车辆通行费下调: 5, 高速路通车: 5 })
  const { found, suggestions } = await ask('高速费 那么贵')
  expect(found[0]).toBe('车辆通行费下调')
  expect(suggestions).toEqual([])
})

test('a word that stands with the others in no article is not offered', async () => {
  const { ask } = await open({ 火箭发射成功: 9, 兴建医院: 5 })
  expect((await ask('星舰发射成功')).suggestions.filter((it) => it.includes('兴建'))).toEqual([])
})

test('a Latin word that could be pinyin is none among others that are not', async () => {
  const { ask } = await open({ 夹杂政治因素: 1, 渡轮靠岸: 240, 长江大桥: 9 })
  expect((await ask('gaza hospital attack')).found).toEqual([])
  expect((await ask('changjiang bridge length')).found).not.toEqual([])
  expect((await ask('jiaza hospital')).found).not.toEqual([])
})

describe('corrections of a run', () => {
  /** Knows all characters of one text. */
  const knows = (text: string): Vocabulary => ({
    readingsOf: (it) => [it],
    isWord: () => true,
    isSyllable: () => false,
    charactersRead: () => [],
    wordsWithInitials: () => [],
    longerThan: () => [],
    wordsBeside: () => [],
    homophonesOf: () => [],
    between: () => Array.from(text),
    pairCount: () => 1,
  })
  const text = '甲乙丙丁戊己庚辛壬癸子丑'
  const countOf = (it: string) => (text.includes(it) ? 1 : 0)
  const meant = (run: string) => correctionsOf(run, knows(text), countOf).map((it) => it.text)

  test.each([
    ['another character', '甲乙丙丁戊己庚辛壬癸子卯'],
    ['another one first', '卯乙丙丁戊己庚辛壬癸子丑'],
    ['two changed about', '甲乙丙戊丁己庚辛壬癸子丑'],
    ['the last two changed about', '甲乙丙丁戊己庚辛壬癸丑子'],
    ['one missing', '甲乙丙丁己庚辛壬癸子丑'],
  ])('%s in twelve characters is found', (_what, run) => {
    expect(meant(run)).toContain(text)
  })

  test('thirteen characters are no word, and one is none', () => {
    expect(meant(`${text}寅`)).toEqual([])
    expect(meant('甲')).toEqual([])
  })
})

test('texts of different length never sound the same', () => {
  const vocabulary = { readingsOf: () => ['a'] }
  expect(likenessOf(['甲'], ['甲', '乙'], vocabulary)).toBeUndefined()
  expect(likenessOf(['甲', '乙'], ['甲'], vocabulary)).toBeUndefined()
  expect(likenessOf(['甲', '乙'], ['丙', '乙'], vocabulary)).toBe('same')
})
