import { expect, test } from 'vitest'
import { withoutCourtesy } from '../../../src/chat/orders/courtesy.ts'

test('a message of a hundred characters may be an order, a longer one is a text', () => {
  const order = (length: number) => `麻烦您，${'发'.repeat(length - 6)}谢谢`
  expect(withoutCourtesy(order(100))).toBe('发'.repeat(94))
  expect(withoutCourtesy(order(101))).toBe('')
})
