import { expect, test } from 'vitest'
import { isOfOtherOfRow, mayBeOfOtherOfRow } from '../../src/answers/numbered-name.ts'
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

test.each([
  ['第30届风筝节在哪办', '三十三届风筝节开幕', true],
  ['第30届风筝节在哪办', '三十届风筝节开幕', false],
  ['第十四届风筝节来了几次', '14届风筝节来了三次', false],
  ['第3次飞行', '连着两次飞行', true],
  ['3号线在哪', '5号线通车', false],
  ['风筝节在哪办', '三十三届风筝节开幕', false],
])('to %s: that %s may be of another one of the row: %s', (question, text, expected) => {
  expect(mayBeOfOtherOfRow(normalise(text), normalise(question))).toBe(expected)
})
