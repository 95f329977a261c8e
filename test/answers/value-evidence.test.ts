import { expect, test } from 'vitest'
import type { QuestionFocus } from '../../src/answers/question-focus.ts'
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

test('what came about in one place of a sentence is no wish, whatever is wished in another', () => {
  const text = '5日海国申请加入联盟后正式加入联盟。'
  const said = Array.from(text.matchAll(/加入/gu), ({ index }) => index)
  expect(evidence({ text, event: said, value: '5日', kind: 'time' }, '海国何时入盟').notYet).toBe(0)
  expect(evidence({ text, event: said.slice(0, 1), value: '5日', kind: 'time' }, '海国何时入盟').notYet).toBe(
    1,
  )
})

/** What a value in a sentence tells. */
function evidence(
  {
    text,
    event = [],
    value,
    ...focus
  }: Partial<QuestionFocus> & Record<'text' | 'value', string> & { readonly event?: readonly number[] },
  question: string,
) {
  const at = text.indexOf(value)
  return valueEvidenceOf(
    { text, event, clause: text, around: text, issueDate: '2024-03-06' },
    [at, at + value.length],
    { kind: 'number', units: [], counted: '', precision: undefined, types: [], ...focus },
    question,
  )
}

test.each([
  ['the day of the issue', '6日通车', 0],
  ['the day before', '5日通车', 0],
  ['the day after', '7日通车', 1],
])('%s is still to come when it is printed, or not', (_what, text, ahead) => {
  expect(evidence({ text, value: text.slice(0, 2), kind: 'time' }, '何时通车').ahead).toBe(ahead)
})

test.each([
  ['金牌', '夺得40枚金牌', 1],
  ['金牌', '夺得40枚银牌', 0],
  ['新能源车', '卖出40万辆能源车', 1],
  ['人', '来了40人', 0.5],
])('what is asked to be counted, %s, stands behind the number of %s: %s', (counted, text, expected) => {
  expect(evidence({ text, value: '40', counted }, '多少').counted).toBe(expected)
})

test('a question is compared with by what it asks itself, and not by what the one before asked', () => {
  const closing = { text: '8月11日闭幕', value: '11日', kind: 'time' } as const
  expect(evidence(closing, '何时开幕').opposite).toBe(1)
  expect(evidence(closing, '何时闭幕').opposite).toBe(0)
  expect(evidence(closing, '从开幕到闭幕多久').opposite).toBe(0)
  expect(evidence({ text: '第7届共40枚', value: '40' }, '第7届多少枚').otherNumbers).toBe(0)
  expect(evidence({ text: '第7届共40枚', value: '40' }, '第8届多少枚').otherNumbers).toBe(1)
})
