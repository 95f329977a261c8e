import { expect, test } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import { joinPieces } from '../../src/intake/index.ts'
import { buildArticle } from '../support/build-article.ts'

const paper = { paper: '江南日报', issueDate: '2024-06-08', datePrecision: 'printed' } as const
let line = 0
const piece = (page: string, headline: string, given: Partial<Article> = {}): Article =>
  buildArticle({
    ...paper,
    page,
    headline,
    paragraphs: ['大坝主体今天开工，施工人员已经到位，预计三年后完工。'],
    source: { file: `${page}.txt`, lines: [++line, line] },
    ...given,
  })
const first = piece('01', '长江水利工程今日开工', { paragraphs: ['甲。', '乙和'] })
const rest = (given: Partial<Article> = {}) =>
  piece('02', '长江水利工程开工', { paragraphs: ['丙。'], continuedFrom: '01', ...given })
const other = piece('02', '球队主场夺冠')

test('a piece that goes on with another is joined to it; the others are the very same', () => {
  const [whole, gone, same] = joinPieces([first, rest(), other])
  expect(whole).toMatchObject({ headline: first.headline, paragraphs: ['甲。', '乙和丙。'] })
  expect(gone).toBeUndefined()
  expect(same).toBe(other)
})

test.each([
  ['of another paper', { paper: '江北日报' }],
  ['of another day', { issueDate: '2024-06-09' }],
  ['that goes on from another page', { continuedFrom: '03' }],
])('a piece %s stays by itself', (_what, given) => {
  const alone = rest(given)
  expect(joinPieces([first, alone])).toEqual([first, alone])
})

test('of two papers in one file each goes on with its own', () => {
  const file = { source: { file: 'both.txt', lines: [1, 1] as const } }
  const north = { paper: '江北日报', source: { file: 'both.txt', lines: [2, 2] as const } }
  const pieces = [
    { ...other, ...file, page: '01' },
    piece('01', first.headline, { ...north, paragraphs: first.paragraphs }),
    rest({ paper: '江北日报' }),
  ]
  const [same, whole, gone] = joinPieces(pieces)
  expect([same, gone]).toEqual([pieces[0], undefined])
  expect(whole).toMatchObject({ paper: '江北日报', paragraphs: ['甲。', '乙和丙。'] })
})

test('pieces without a day are joined neither to one another’s nor to those with one', () => {
  const { issueDate: _date, datePrecision: _precision, ...undated } = rest()
  expect(joinPieces([first, undated])).toEqual([first, undated])
})

test('of what stands there twice the better form stays', () => {
  const again = { ...other, source: { file: '02.pdf', lines: [1, 1] as const } }
  const [one, two] = joinPieces([other, again])
  expect([one, two].filter((it) => it !== undefined)).toHaveLength(1)
})

test('nothing is joined to nothing', () => {
  expect(joinPieces([])).toEqual([])
})
