import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArticleBlock, paginate, splitText } from '../../../src/chat/views/paginate.ts'

const anyText = fc.string({
  unit: fc.constantFrom('报', '童', '。', '，', '”', '𠮷', 'a', ' '),
  minLength: 1,
  maxLength: 300,
})
const anyBlock: fc.Arbitrary<ArticleBlock> = fc.record({
  kind: fc.constantFrom('paragraph', 'subhead', 'caption'),
  text: anyText,
})

test('paginate loses nothing, keeps to the limit and halves no character', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 12 }), fc.integer({ min: 40, max: 200 }), (blocks, limit) => {
      const pages = paginate(blocks, limit)
      expect(
        pages
          .flat()
          .map(({ text }) => text)
          .join(''),
      ).toBe(blocks.map(({ text }) => text).join(''))
      for (const page of pages) {
        expect(page.reduce((sum, { text }) => sum + text.length + 2, 0)).toBeLessThanOrEqual(limit)
        expect(page.every(({ text }) => text.isWellFormed())).toBe(true)
      }
    }),
  )
})

const paragraph = (text: string): ArticleBlock => ({ kind: 'paragraph', text })

test('a sub-heading goes to the next page with the paragraph that it stands before', () => {
  const blocks: ArticleBlock[] = [
    paragraph('甲'.repeat(30)),
    { kind: 'subhead', text: '小标题' },
    paragraph('乙'.repeat(30)),
  ]
  expect(paginate(blocks, 50).map((page) => page.length)).toEqual([1, 2])
})

test('nothing to show is one empty page', () => {
  expect(paginate([], 100)).toEqual([[]])
})

test.each([
  ['after a sentence', '一二三四五六七八九十。一二三四五六', 16, '一二三四五六七八九十。'],
  [
    'after the quote that closes a sentence',
    '一二三四五六七八九。”一二三四五六',
    16,
    '一二三四五六七八九。”',
  ],
  [
    'after a clause where no sentence ends',
    '一二三四五六七八九十，一二三四五六',
    16,
    '一二三四五六七八九十，',
  ],
  ['anywhere where nothing ends', '一二三四五六七八九十一二三四五六七', 16, '一二三四五六七八九十一二三四'],
])('a long paragraph is cut %s', (_where, text, limit, first) => {
  expect(splitText(text, limit)[0]).toBe(first)
})
