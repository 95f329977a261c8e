import { expect, test } from 'vitest'
import { amountIn } from '../../src/answers/amount.ts'

test.each([
  ['40枚', 40, '枚'],
  ['1.2万亿元', 1.2e12, '元'],
  ['20余名', 20, '名'],
  ['2,800多件', 2800, '件'],
  ['近3百万人', 3e6, '人'],
  ['50个国家', 50, '国家'],
  ['13.9万亿', 13.9e12, ''],
])('%s', (text, value, unit) => {
  const amount = amountIn(text)
  expect(amount?.unit).toBe(unit)
  expect(amount?.value).toBeCloseTo(value)
})

test('what has no digits tells no amount', () => {
  expect(amountIn('三分之一')).toBeUndefined()
  expect(amountIn('')).toBeUndefined()
})
