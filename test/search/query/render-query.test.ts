import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { renderQuery } from '../../../src/search/query/render-query.ts'

test.each([
  '地震 台风 OR 洪水 -日本',
  '"长江大桥"',
  '标题:"长江 大桥" 记者:李霞',
  '栏目:"天下 纵横" 桥',
  '报:"江城 晚报" 版:A02 桥',
  '栏目:要闻 日期:2024-06-08..2024-06-10',
])('what is made of %s is understood in the same way', (query) => {
  const { understood } = parseQuery(query)
  expect(parseQuery(renderQuery(understood)).understood).toEqual(understood)
})
