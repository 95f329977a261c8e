/** Question → the sentences of the archive that answer it, word for word. */
export {
  type Answer,
  type AnswerOptions,
  type AnswerResult,
  answerQuestion,
  asksSomething,
} from './answer-question.ts'
