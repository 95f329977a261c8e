import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptsOf } from '../../../src/search/excerpts/excerpts.ts'
import { literalOf } from '../../../src/search/query/literal.ts'
import { buildArticle } from '../../support/build-article.ts'
import { tokeniser } from '../../support/tokeniser.ts'

const show = (
  article: Partial<Parameters<typeof buildArticle>[0]>,
  wanted: readonly string[],
  length: number,
  count = 1,
) =>
  excerptsOf(
    buildArticle({ headline: '题', ...article }),
    wanted.flatMap((it) => literalOf(it) ?? []),
    { length, count, tokeniser },
  ).map(({ text }) => text)

const [first, second] = ['昨天下午成都的大桥建成通车。', '今天上午重庆的公园对外开放。']

test('what is just as long as may be is shown whole, and cut if it is one unit longer', () => {
  const both = first + second
  const at = (length: number, paragraph: string, ...wanted: readonly string[]) =>
    show({ paragraphs: [paragraph] }, wanted, length)
  expect(at(first.length, first, '大桥')).toEqual([first])
  expect(at(first.length - 1, first, '大桥')[0]).toContain('…')
  expect(at(both.length, both, '大桥', '公园')).toEqual([both])
  expect(at(both.length - 1, both, '大桥', '公园')).toEqual([first])
  // The opening of an article that has nothing to show.
  expect(at(both.length, both, '火山')).toEqual([both])
  expect(at(both.length - 1, both, '火山')).toEqual([first])
})

test('a sentence of sixteen units stands by itself, a shorter one takes its neighbour along', () => {
  const other = '市民步行过桥。'
  expect(show({ paragraphs: [`成都的新大桥今天终于建成通车了。${other}`] }, ['大桥'], 60)).toEqual([
    '成都的新大桥今天终于建成通车了。',
  ])
  expect(show({ paragraphs: [`成都的新大桥今天终于建成通车。${other}`] }, ['大桥'], 60)).toEqual([
    `成都的新大桥今天终于建成通车。${other}`,
  ])
})

test('captions are shown as text is, and display lines only where the text has nothing', () => {
  const caption = '图为成都的新大桥，昨天下午建成通车。'
  expect(show({ paragraphs: [second], captions: [caption] }, ['大桥'], 60)).toEqual([caption])
  const paragraph = '昨天下午，市民等了三年的成都大桥建成通车，当天就有上万人步行过桥。'
  expect(show({ deck: ['大桥通车'], paragraphs: [paragraph] }, ['大桥'], 60)).toEqual([paragraph])
  expect(show({ deck: ['大桥通车'], paragraphs: [second] }, ['大桥'], 60)).toEqual(['大桥通车'])
})

test('of sentences that show the same the first one is shown, and none in two excerpts', () => {
  const same = ['甲', '乙', '丙'].map((it) => `${it}区的大桥在今天上午建成通车了。`)
  expect(show({ paragraphs: [same.join('')] }, ['大桥'], 20)).toEqual(same.slice(0, 1))
  expect(show({ paragraphs: same }, ['大桥'], 20, 3)).toEqual(same.slice(0, 1))
  // Both are thin, and there is one sentence between them.
  const thin = show({ paragraphs: ['甲桥建成。有人来看。乙园开放。'] }, ['甲桥', '乙园'], 11, 2)
  expect(thin.join('').match(/有人来看/gu)?.length ?? 0).toBeLessThanOrEqual(1)
})

test('an ellipsis stands where something was cut, and nowhere else', () => {
  // Each character stands once, so that the place of a stretch is known.
  const sentence = `${Array.from({ length: 60 }, (_, n) => String.fromCodePoint(0x4e00 + 7 * n)).join('')}大桥${Array.from({ length: 60 }, (_, n) => String.fromCodePoint(0x5e00 + 7 * n)).join('')}`
  fc.assert(
    fc.property(
      fc.nat({ max: 60 }),
      fc.nat({ max: 60 }),
      fc.integer({ min: 8, max: 120 }),
      fc.constantFrom('', '，'),
      (before, behind, length, mark) => {
        const whole = `${sentence.slice(before, 60)}${mark}${sentence.slice(60, 122 - behind)}`
        const [text = ''] = show({ paragraphs: [whole] }, ['大桥'], length)
        const bare = text.replace(/^…|…$/gu, '')
        const at = whole.indexOf(bare)
        expect(text.length).toBeLessThanOrEqual(Math.max(length, whole.length <= length ? whole.length : 0))
        expect(bare).toContain('大桥')
        expect([at >= 0, text.startsWith('…'), text.endsWith('…')]).toEqual([
          true,
          at > 0,
          at + bare.length < whole.length,
        ])
      },
    ),
    { numRuns: 60 },
  )
})

test('all matches of a long sentence that just go into the room are shown, of equals the first', () => {
  const [left, right] = ['渝'.repeat(30), '蓉'.repeat(30)]
  const between = '川'.repeat(16)
  const sentence = `${left}大桥${between}公园${right}`
  const room = between.length + 4
  expect(show({ paragraphs: [sentence] }, ['大桥', '公园'], room + 2)).toEqual([`…大桥${between}公园…`])
  const [less = ''] = show({ paragraphs: [sentence] }, ['大桥', '公园'], room + 1)
  expect(less).toContain('大桥')
  expect(less).not.toContain('公园')
})
