import { expect, test } from 'vitest'
import { weighedFormsIn } from '../../src/answers/best-form.ts'
import { focusOf } from '../../src/answers/question-focus.ts'

test.each([
  ['before it', '大桥投资12亿元', '大桥的投资据说是总共用了12亿元'],
  ['behind it', '12亿元投资大桥', '12亿元是这座大桥据说用的投资'],
])('a value counts for more the nearer a word of the topic stands %s', (_where, near, far) => {
  const nearnessIn = (sentence: string) => {
    const found = [{ text: '投资', worth: 1, weight: 1, places: [sentence.indexOf('投资')] }]
    return weighedFormsIn(sentence, found, focusOf('投资多少', 'number'), '投资多少')[0]?.nearness ?? 0
  }
  expect(nearnessIn(near)).toBeGreaterThan(nearnessIn(far))
  expect(nearnessIn(far)).toBeGreaterThan(0)
})
