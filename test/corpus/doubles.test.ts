import { expect, test } from 'vitest'
import { type Page, withoutDoubles } from '../../src/corpus/index.ts'
import { buildArticle } from '../support/build-article.ts'

const RICE =
  '湖边的稻田里机器轰鸣，三台收割机来回穿梭，金黄的稻谷装满了车斗。据农业农村部门统计，全省早稻已收一千二百万亩，机收率比去年同期高出三个百分点，粮站从早到晚都开着门等候农户。'
const BRIDGE =
  '横跨两岸的新桥顺利合龙，建设者们在桥面上挥舞着旗帜，江边的居民纷纷前来观看。新桥全长两公里多，双向六车道，预计年底通车，届时过江的时间将从半小时缩短到五分钟左右。'
const LIBRARY =
  '城东图书馆新馆对外开放，藏书八十万册，读者可以凭身份证借阅，周一闭馆，其余时间开放到晚上九点。馆内设有儿童阅览室和自习区，周末还将举办讲座与展览，欢迎市民前来参加。'

/** A page of a file: an article for each text. */
function page(file: string, date: string | undefined, bodies: readonly string[], paper?: string): Page {
  const facts = {
    ...(paper !== undefined && { paper }),
    ...(date !== undefined && { date, datePrecision: 'printed' as const }),
  }
  return {
    file,
    ...facts,
    articles: bodies.map((body, index) =>
      buildArticle({
        headline: body.slice(0, 6),
        ...(paper !== undefined && { paper }),
        ...(date !== undefined && { issueDate: date, datePrecision: 'printed' as const }),
        paragraphs: [body],
        source: { file, lines: [index + 1, index + 1] },
      }),
    ),
    leftovers: [],
    warnings: [],
  }
}

/** Which files show how many articles. */
const shown = (...pages: Page[]) =>
  Object.fromEntries(withoutDoubles(pages).map(({ file, articles }) => [file, articles.length]))

const DAY = '2026-07-18'
const ALL = [RICE, BRIDGE, LIBRARY]

test.each([
  ['a dated PDF goes before its undated text', page('b.pdf', DAY, ALL), page('a.txt', undefined, ALL)],
  ['a dated text before the same without a day', page('b.txt', DAY, ALL), page('a.txt', undefined, ALL)],
  ['an undated PDF before its dated text', page('a.pdf', undefined, ALL), page('b.txt', DAY, ALL)],
])('%s, under another name', (_case, better, worse) => {
  const other = page('other.pdf', '2026-07-17', [
    '另一天的报纸上登的是完全不同的事情，与这一版没有任何关系。',
  ])
  const expected = { [better.file]: 3, [worse.file]: 0, 'other.pdf': 1 }
  expect(shown(worse, other, better)).toEqual(expected)
  expect(shown(better, other, worse)).toEqual(expected)
})

test('a text with misread characters is found too, and what only it has stays', () => {
  const misread = ALL.map((it) => it.replace('车', '东').replace('日', '曰'))
  const only =
    '本市气象台预计明天多云转阴，午后有阵雨，最高气温三十一度，东南风三到四级，出门请带好雨具，注意防暑降温。'
  expect(shown(page('a.txt', undefined, [...misread, only]), page('b.pdf', DAY, ALL))).toEqual({
    'a.txt': 1,
    'b.pdf': 3,
  })
})

test('what stands on two days stays on both, and hides a text without a day', () => {
  const dated = [page('b.txt', DAY, ALL), page('c.txt', '2026-07-19', ALL)]
  expect(shown(page('a.txt', undefined, ALL), ...dated)).toEqual({ 'a.txt': 0, 'b.txt': 3, 'c.txt': 3 })
  expect(shown(page('a.pdf', undefined, ALL), ...dated)).toEqual({ 'a.pdf': 3, 'b.txt': 3, 'c.txt': 3 })
})

test('what another paper prints, or a page that has little else of it, is no double', () => {
  expect(shown(page('a.txt', undefined, ALL, '北湖晚报'), page('b.pdf', DAY, ALL, '江城日报'))).toEqual({
    'a.txt': 3,
    'b.pdf': 3,
  })
  expect(shown(page('a.txt', undefined, ALL), page('b.pdf', DAY, [RICE]))).toEqual({ 'a.txt': 3, 'b.pdf': 1 })
})

test('a form whose paper is not known counts for that of a paper; a text of twelve runs is enough, of eleven its headline has to be the same', () => {
  expect(shown(page('a.html', DAY, ALL), page('a.txt', DAY, ALL, '江南日报'))).toEqual({
    'a.html': 3,
    'a.txt': 0,
  })
  // A run is six letters: seventeen hold twelve of them.
  const short = (letters: number, headline: string, file: string): Page => {
    const [whole] = page(file, DAY, [RICE.replace(/[，。]/gu, '').slice(0, letters)], '江南日报').articles
    return { ...page(file, DAY, [], '江南日报'), articles: whole ? [{ ...whole, headline }] : [] }
  }
  for (const [letters, left] of [
    [17, 0],
    [16, 1],
  ] as const)
    expect(shown(short(letters, '稻子熟了', 'a.html'), short(letters, '开镰', 'a.txt'))['a.txt']).toBe(left)
})
