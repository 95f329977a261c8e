import { expect, test } from 'vitest'
import { textsOf } from '../../../src/chat/texts/index.ts'
import { composeCard } from '../../../src/chat/views/card-view.ts'
import { anArticle } from '../../support/articles.ts'

const paragraph = '渡轮开了。码头满了。白鹭来了。'
const article = anArticle({ paragraphs: [paragraph] })
const middle = { paragraph: 0, range: [5, 10] as const, text: '码头满了。' }
const compose = (ranges: readonly (readonly [number, number])[], convert?: (text: string) => string) =>
  composeCard(
    article,
    [middle],
    ranges.map((range) => ({ paragraph: 0, range })),
    convert ? { convert } : {},
    textsOf('zh-Hans'),
  ).paragraphs.map(({ text, marks }) => ({ text, marks: (marks ?? []).map((range) => text.slice(...range)) }))

test.each([
  ['within the sentence', [[5, 7]], ['码头']],
  ['from before it', [[3, 7]], ['码头']],
  ['to behind it', [[8, 12]], ['了。']],
  ['all over it', [[0, 15]], ['码头满了。']],
  ['that ends where it begins', [[3, 5]], []],
  ['that begins where it ends', [[10, 12]], []],
] as const)('a mark %s is on the card as far as the sentence goes', (_what, ranges, marks) => {
  expect(compose(ranges)).toEqual([{ text: '码头满了。', marks }])
})

test('characters that are written otherwise keep their marks, unless the words are longer', () => {
  expect(compose([[5, 7]], (text) => text.replace('码头', '碼頭'))[0]).toMatchObject({ marks: ['碼頭'] })
  expect(compose([[7, 8]], (text) => text.replace('码头', '大碼頭'))[0]).toMatchObject({ marks: [] })
})
