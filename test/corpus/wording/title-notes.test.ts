import { expect, test } from 'vitest'
import { readPage } from '../../../src/corpus/articles/read-page.ts'

const pageWith = (under: string): string =>
  [
    '春茶香满山坡',
    '',
    under,
    '',
    '连日来，镇里的茶农赶着采摘',
    '明前茶，山坡上到处是忙碌的身',
    '影。今年春茶产量增加一成，销',
    '路不愁。',
  ].join('\n')

test.each([
  '数据来源：市统计局',
  '资料来源：海关总署',
  '——编 者',
  '（作者单位：农业大学）',
  '图为茶农在采茶。李霞 摄',
])('%s under a title is neither headline nor deck', (under) => {
  const [article] = readPage({ file: 'page.txt', text: pageWith(under) }).articles
  expect(article).toMatchObject({ headline: '春茶香满山坡', kicker: [], deck: [] })
  expect(article?.paragraphs.join('')).toMatch(/^连日来.*销路不愁。$/u)
})

test('a title that speaks of sources stays one', () => {
  const text = pageWith('').replace('春茶香满山坡', '数据来源要可靠 茶农心里有底')
  expect(readPage({ file: 'page.txt', text }).articles[0]?.headline).toBe('数据来源要可靠 茶农心里有底')
})
