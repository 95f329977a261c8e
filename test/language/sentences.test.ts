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

test.each(['“”', '「」', '『』', '（）', '()', '《》', '〈〉', '【】'])(
  'an end inside %s ends nothing',
  ([open, close]) => {
    const text = `他${open}好。不急${close}走了。`
    expect(sentencesOf(text).map((range) => text.slice(...range))).toEqual([text])
  },
)

test.each([
  [298, 1],
  [299, 2],
])('a bracket that closes after %i characters: %i sentences', (length, count) => {
  const text = `《${'好'.repeat(length - 1)}。》走了。`
  expect(sentencesOf(text)).toHaveLength(count)
})

test.each([
  ['a bracket that a line break leaves open', '《好。\n坏》走了。', ['《好。', '坏》走了。']],
  ['speech at the end of the text', '他说：“好。”', ['他说：“好。”']],
  ['a remark in brackets', '走了（大笑。）她也走了。', ['走了（大笑。）她也走了。']],
  ['ends in a row, and marks that close', '真的？！）走了！！', ['真的？！）', '走了！！']],
  ['speech before a comma', '“好！”，他说。', ['“好！”，他说。']],
  ['English ends', 'Is it? Yes! 3.5 it is', ['Is it?', 'Yes!', '3.5 it is']],
])('sentencesOf cuts %s', (_case, text, expected) => {
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
