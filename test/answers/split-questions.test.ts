import { expect, test } from 'vitest'
import { splitQuestions } from '../../src/answers/split-questions.ts'

/** Whether a question word stands in a clause; the first one needs something beside it. */
const asks = (clause: string, before?: string) => {
  const rest = clause.replaceAll(/什么时候|多少|怎么|哪天|谁/gu, '')
  return rest !== clause && (before !== undefined || rest.length > 1)
}

test.each([
  ['two questions, parted by a comma', '消费券怎么领，哪天开始', ['消费券怎么领', '哪天开始']],
  ['two, parted by a blank', '车展什么时候开 门票多少', ['车展什么时候开', '门票多少']],
  ['four clauses: no list of questions', '谁来，谁走，谁去，谁坐', ['谁来，谁走，谁去，谁坐']],
  ['one question behind a time', '去年，谁赢了', ['去年，谁赢了']],
  ['one question before what is no question', '谁赢了，我想知道', ['谁赢了，我想知道']],
  ['a comma in a title', '“谁来，谁走”是谁写的', ['“谁来，谁走”是谁写的']],
  ['marks and commas', '大桥多少米长？哪天开工，谁设计', ['大桥多少米长？', '哪天开工', '谁设计']],

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
  expect(splitQuestions(text, asks)).toEqual(expected)
})
