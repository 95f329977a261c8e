import { expect, test } from 'vitest'
import { isOfOtherOfRow } from '../../src/answers/numbered-name.ts'
import { normalise } from '../../src/language/index.ts'

test.each([
  ['信鸽九号带回多少谷子', '信鸽六号带回谷子1935克', true],
  ['信鸽9号带回多少谷子', '信鸽九号带回谷子1935克', false],
  ['信鸽九号带回多少谷子', '信鸽六号等候信鸽九号', false],
  ['信鸽九号带回多少谷子', '白鸽六号带回谷子1935克', false],
  ['信鸽九号带回多少谷子', '信鸽带回谷子1935克', false],
  ['信鸽带回多少谷子', '信鸽六号带回谷子1935克', false],
  ['第30届风筝节在哪办', '第33届风筝节在潍坊开幕', true],
  ['第30届风筝节在哪办', '第三十届风筝节在潍坊开幕', false],
  ['第30届风筝节在哪办', '第二次试飞成功', false],
  ['八月六号有没有风筝节', '八月十号有风筝节', false],
  ['第三批粮票和第四批粮票各多少', '第三批粮票一万张', true],
])('to %s: that %s is of another one of the row: %s', (question, text, expected) => {
  expect(isOfOtherOfRow(normalise(text), normalise(question))).toBe(expected)
})
