import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'

const read = (...lines: string[]) => readPage({ file: 'page.txt', text: lines.join('\n') })

test('a page of poems is one article that keeps its lines', () => {
  const { articles, leftovers } = read(
    '副刊',
    '',
    '春天的河',
    '李晓明',
    '',
    '河水醒来的时候',
    '柳枝正低头',
    '听一粒泥土',
    '说起远方的雨',
    '',
    '我们在岸边坐下',
    '像两块旧石头',
  )
  expect(articles).toHaveLength(1)
  expect(articles[0]).toMatchObject({ headline: '春天的河', source: { lines: [3, 4, 6, 7, 8, 9, 11, 12] } })
  expect(articles[0]?.paragraphs).toContain('说起远方的雨')
  expect(leftovers).toMatchObject([{ kind: 'furniture', text: '副刊' }])
})

test('titles alone make no article', () => {
  expect(read('新桥合龙', '', '茶乡开园')).toMatchObject({ articles: [] })
})

test('a page in English gives its article, with blanks between the words', () => {
  const { articles, leftovers } = read(
    'THE RIVER POST',
    'Saturday, June 8, 2024 Page 3',
    '',
    'New bridge opens after ten years',
    '',
    'By Li Ming',
    '',
    'The new bridge over the river opened on Friday morning, ending',
    'a decade of detours for people on both banks. Traffic will be',
    'free of tolls for the first year.',
  )
  expect(articles).toMatchObject([{ headline: 'New bridge opens after ten years', byline: ['Li Ming'] }])
  expect(articles[0]?.paragraphs.join(' ')).toContain('ending a decade of detours')
  expect(leftovers.map(({ kind }) => kind)).toEqual(['furniture', 'furniture'])
})

test('a page in Traditional characters is cut where its leads begin', () => {
  const { articles, paper } = read(
    '大江日報',
    '中華民國一一三年六月八日 星期六',
    '',
    '新橋通車 兩岸居民歡慶',
    '',
    '〔記者李曉明／臺北報導〕橫跨大河的新橋昨日通車，結束兩岸居民十年來繞路的日子。',
    '',
    '春茶提早開採 價格上揚',
    '',
    '【記者王小雨／南投報導】北部山區茶農昨起採收春茶，比去年提早兩週。',
  )
  expect(paper).toBe('大江日報')
  expect(articles).toMatchObject([
    { headline: '新橋通車 兩岸居民歡慶', byline: ['李曉明'] },
    { headline: '春茶提早開採 價格上揚', byline: ['王小雨'] },
  ])
})

test('a dateline of decades ago opens its piece', () => {
  const { articles } = read('小麦丰收', '', '新华社成都三十日电 今年小麦丰收，亩产比去年增加三成。')
  expect(articles).toMatchObject([{ headline: '小麦丰收', dateline: '新华社成都三十日电' }])
})
