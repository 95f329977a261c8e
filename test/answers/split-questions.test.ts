import { expect, test } from 'vitest'
import { splitQuestions } from '../../src/answers/split-questions.ts'

test.each([
  ['one question', '大桥有多长？', ['大桥有多长？']],
  ['two questions', '大桥有多长？投资多少？', ['大桥有多长？', '投资多少？']],
  ['three questions', '多长？多高？多贵？', ['多长？', '多高？', '多贵？']],
  ['four questions: three', '多长？多高？多贵？多远？', ['多长？', '多高？', '多贵？']],
  ['a question and one without its mark', '大桥有多长？投资多少', ['大桥有多长？', '投资多少']],
  ['a question behind a quotation', '"真好"是谁说的？为什么？', ['"真好"是谁说的？', '为什么？']],
  [
    'a question in straight marks',
    '谁问的"春天在哪里？"，又是谁答的？',
    ['谁问的"春天在哪里？"，又是谁答的？'],
  ],
  ['half-width marks', 'how long? how much?', ['how long?', 'how much?']],
  [
    'a question quoted in another',
    '是谁问“春天在哪里？”，又是谁答的？',
    ['是谁问“春天在哪里？”，又是谁答的？'],
  ],
  ['a title that asks', '《谁是最可爱的人？》是谁写的', ['《谁是最可爱的人？》是谁写的']],
  ['no question', '长江', ['长江']],
  ['nothing but marks', '？？', ['？？']],
])('%s', (_case, text, expected) => {
  expect(splitQuestions(text)).toEqual(expected)
})
