import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createArticleId, isArticleId } from '../../src/domain/index.ts'

const story = {
  paper: '成都日报',
  printedDate: '2024-06-08',
  headline: '再向博物馆捐藏品',
  body: '6月6日上午，',
}

test('an id does not change: links that people have shared depend on it', () => {
  expect(createArticleId(story)).toBe('ri3256kqar')
})

test.each([
  ['blanks', { ...story, headline: '再向 博物馆\n捐藏品' }],
  ['full-width forms', { ...story, body: '６月6日上午,' }],
  ['what stands beyond the start of the body', story],
])('%s do not change the id', (_what, other) => {
  const long = (identity: typeof story) => ({ ...identity, body: identity.body.padEnd(80, '长') })
  expect(createArticleId(long(other))).toBe(createArticleId(long(story)))
  expect(createArticleId({ ...long(other), body: `${long(other).body}尾` })).toBe(
    createArticleId(long(story)),
  )
})

test.each(['paper', 'printedDate', 'headline', 'body'] as const)('another %s makes another id', (field) => {
  expect(createArticleId({ ...story, [field]: '别的' })).not.toBe(createArticleId(story))
})

test('every id fits a deep link', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (headline, body) => {
      expect(isArticleId(createArticleId({ headline, body }))).toBe(true)
    }),
  )
})
