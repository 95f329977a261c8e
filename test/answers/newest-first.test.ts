import { expect, test } from 'vitest'
import { newestFirst } from '../../src/answers/newest-first.ts'
import type { QuestionFocus } from '../../src/answers/question-focus.ts'
import type { ScoredSentence } from '../../src/answers/scored-sentence.ts'
import { buildArticle } from '../support/build-article.ts'

/** A sentence that tells a value on a day; equally likely unless told. */
const told = (
  value: string,
  issueDate: string | undefined,
  chance = 0.8,
  unaskedPart = 0,
  touches = 0,
  coverage = 1,
): ScoredSentence => ({
  article: buildArticle({ headline: value, ...(issueDate !== undefined && { issueDate }) }),
  paragraph: 0,
  range: [0, 1],
  sentence: `${issueDate} ${value}`,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no more of it is read
  score: { evidence: { unaskedPart, touches, coverage } } as ScoredSentence['score'],
  value,
  chance,
})
const number: QuestionFocus = { kind: 'number', units: [], counted: '', precision: undefined, types: [] }
const shown = (
  sorted: readonly ScoredSentence[],
  focus = number,
  times: Parameters<typeof newestFirst>[2]['times'] = [],
) =>
  newestFirst(sorted, focus, { times }).map(
    ({ answer, isOlder }) => `${answer.sentence}${isOlder ? ' (older)' : ''}`,
  )

test('the newest of what is about as likely comes first, and another value of an older day is marked', () => {
  const sorted = [told('38', '2022-03-01'), told('50', '2024-03-01'), told('45', '2023-03-01')]
  expect(shown(sorted)).toEqual(['2024-03-01 50', '2023-03-01 45 (older)', '2022-03-01 38 (older)'])
})

test('the same value of an older day is not older, nor is another one of the same day', () => {
  const sorted = [told('50', '2022-03-01'), told('50', '2024-03-01'), told('51', '2024-03-01')]
  expect(shown(sorted)).toEqual(['2024-03-01 50', '2024-03-01 51', '2022-03-01 50'])
})

test('what has no day comes last among what is as likely', () => {
  expect(shown([told('38', undefined), told('50', '2024-03-01')])).toEqual([
    '2024-03-01 50',
    'undefined 38 (older)',
  ])
})

test('what is much less likely stays behind, however new it is, and is not marked if it is much less likely', () => {
  const sorted = [told('50', '2023-03-01', 0.9), told('38', '2024-03-01', 0.6), told('20', '2020-03-01', 0.2)]
  expect(shown(sorted)).toEqual(['2023-03-01 50', '2024-03-01 38', '2020-03-01 20'])
})

test('who is named right behind an office held it once, and the newest holds it', () => {
  const person = { ...number, kind: 'person' } as const
  const holders = [told('李四', '2022-03-01', 0.9, 0, 1), told('王五', '2024-03-01', 0.8, 0, 1)]
  expect(shown(holders, person)).toEqual(['2024-03-01 王五', '2022-03-01 李四 (older)'])
  // Whoever is only named near the office does not, nor does one that is much less likely.
  expect(shown([...holders.slice(0, 1), told('王五', '2024-03-01', 0.8)], person)[0]).toBe('2022-03-01 李四')
  expect(shown([...holders.slice(0, 1), told('王五', '2024-03-01', 0.6, 0, 1)], person)[0]).toBe(
    '2022-03-01 李四',
  )
})

test('what a province has newer does not come before what all have', () => {
  const sorted = [told('50', '2023-03-01'), told('7', '2024-03-01', 0.8, 1)]
  expect(shown(sorted)).toEqual(['2023-03-01 50', '2024-03-01 7'])
  expect(shown([told('6', '2023-03-01', 0.8, 1), told('7', '2024-03-01', 0.8, 1)])[0]).toBe('2024-03-01 7')
})

test('a day, a place or a reason does not change, and a time that is named wants the value of that', () => {
  const sorted = [told('38', '2022-03-01'), told('50', '2024-03-01')]
  const asTheyCome = ['2022-03-01 38', '2024-03-01 50']
  for (const kind of ['time', 'place', 'reason', undefined] as const)
    expect(shown(sorted, { ...number, kind })).toEqual(asTheyCome)
  expect(shown(sorted, { ...number, kind: 'person' })[0]).toBe('2024-03-01 50')
  expect(
    shown(sorted, number, [
      { year: 2022, months: undefined, day: undefined, part: undefined, said: undefined },
    ]),
  ).toEqual(asTheyCome)
  expect(shown([])).toEqual([])
})

test('what says less of the topic is no newer value of the same', () => {
  const newer = (coverage: number) => told('7', '2024-03-01', 0.8, 0, 0, coverage)
  expect(shown([told('50', '2023-03-01'), newer(0.7)])[0]).toBe('2023-03-01 50')
  expect(shown([told('50', '2023-03-01'), newer(0.95)])[0]).toBe('2024-03-01 7')
})
