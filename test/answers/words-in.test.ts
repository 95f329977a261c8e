import { expect, test } from 'vitest'
import { findWord } from '../../src/answers/words-in.ts'
import { topicWordOf } from '../support/topic-word.ts'

const wordOf = (text: string, isLoose: boolean) => topicWordOf(text, { isLoose, weight: 5 })

test('a short form is told by the name that it is short for, and says less than itself', () => {
  const found = findWord('第十四届全国冬季运动会今晚开幕。', wordOf('冬运会', true))
  expect(found).toMatchObject({ text: '冬季运动会', places: [6], weight: 3 })
  expect(findWord('全国冬运会今晚开幕。', wordOf('冬运会', true))).toMatchObject({ places: [2], weight: 5 })
})

test('two characters may stand between those of a short form, and no third', () => {
  expect(findWord('冬甲乙运丙丁会', wordOf('冬运会', true))).toMatchObject({ text: '冬甲乙运丙丁会' })
  expect(findWord('冬甲乙丙运会', wordOf('冬运会', true))).toBeUndefined()
  // A later beginning may do.
  expect(findWord('冬天。冬甲运会', wordOf('冬运会', true))).toMatchObject({ text: '冬甲运会', places: [3] })
})

test.each([
  ['a common word', '冬季运动会', false],
  ['characters far apart', '冬天来了，市民到体育馆里运动，会员免费。', true],
  ['characters in another order', '运动会在冬天', true],
])('%s is no short form', (_name, text, isLoose) => {
  expect(findWord(text, wordOf('冬运会', isLoose))).toBeUndefined()
})

test('an office is not found in that of a deputy, and is found behind it', () => {
  expect(findWord('副市长李霞出席仪式。', wordOf('市长', false))).toBeUndefined()
  expect(findWord('副市长李霞、市长王明出席。', wordOf('市长', false))).toMatchObject({ places: [6] })
  expect(findWord('副市长李霞出席仪式。', wordOf('副市长', false))).toMatchObject({ places: [0] })
})
