import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from '../../src/language/index.ts'

test.each([
  ['ends of sentences', '今天下雨。明天呢？好！', ['今天下雨。', '明天呢？', '好！']],
  ['speech that ends a sentence', '他说：“我们很好。”记者问。', ['他说：“我们很好。”', '记者问。']],
  [
    'several sentences in one speech stay together',
    '他说：“很好。不急。”走了。',
    ['他说：“很好。不急。”', '走了。'],
  ],
  ['titles that hold an end', '观看《你好！李焕英》之后。', ['观看《你好！李焕英》之后。']],
  ['speech that the sentence goes on from', '“是的！”的回答。', ['“是的！”的回答。']],
  ['a quotation mark that never closes', '他说“好。走了。', ['他说“好。', '走了。']],
  ['lines without a full stop', '小标题\n正文。', ['小标题', '正文。']],
  ['numbers with points', '增长18.7%。', ['增长18.7%。']],
  ['nothing', ' \n ', []],
])('sentencesOf knows %s', (_case, text, expected) => {
  expect(sentencesOf(text).map((range) => text.slice(...range))).toEqual(expected)
})

test('everything but blanks is in exactly one sentence', () => {
  const anyText = fc.string({ unit: fc.constantFrom(...Array.from('报童。！？“”《》（），\n 𠮷a')) })
  fc.assert(
    fc.property(anyText, (text) => {
      const sentences = sentencesOf(text).map((range) => text.slice(...range))
      expect(sentences.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
    }),
  )
})
