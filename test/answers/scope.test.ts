import { expect, test } from 'vitest'
import { isOfUnaskedPart } from '../../src/answers/scope.ts'

test.each([
  ['四川新增游客50万人次', '新增了多少游客', true],
  ['四川新增游客50万人次', '四川新增了多少游客', false],
  ['四川新增游客50万人次', '美国新增了多少游客', false],
  ['北京时间6月5日晚,共有3人出舱', '有多少人出舱', false],
  ['北京时间6月5日晚,新疆有3人看见火球', '有多少人看见火球', true],
])('%s, to %s: of a part that nobody asked for is %s', (text, question, expected) => {
  expect(isOfUnaskedPart(text, question)).toBe(expected)
})
