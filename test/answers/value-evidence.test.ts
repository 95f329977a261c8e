import { expect, test } from 'vitest'
import { valueEvidenceOf } from '../../src/answers/value-evidence.ts'

const notYetIn = (text: string, question: string) =>
  valueEvidenceOf(
    { text, event: [text.indexOf('加入')], clause: text, around: text, issueDate: '2024-03-06' },
    [0, text.indexOf('日') + 1],
    { kind: 'time', units: [], counted: '', precision: undefined, types: [] },
    question,
  ).notYet

test('the day on which something was only applied for or decided is not yet that on which it came about', () => {
  expect(notYetIn('5日议会就是否申请加入联盟作出决定。', '海国什么时候加入联盟')).toBe(1)
  expect(notYetIn('5日海国正式加入联盟。', '海国什么时候加入联盟')).toBe(0)
  expect(notYetIn('5日海国申请加入联盟。', '海国什么时候申请加入联盟')).toBe(0)
})
