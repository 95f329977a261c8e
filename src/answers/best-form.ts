import { normalise, type TextRange } from '../language/index.ts'
import type { AnswerForm } from './answer-form.ts'
import { answerFormsIn } from './answer-forms.ts'
import type { QuestionFocus } from './question-focus.ts'
import type { FoundWord } from './words-in.ts'

/** The stretch of a sentence that answers best, and what speaks for it. */
export interface BestForm {
  readonly range: TextRange
  /** How well it fits the kind of answer, and how near to the topic it stands: 0 to 1. */
  readonly score: number
  /** The first of these alone. */
  readonly fit: number
  /** The second alone: 1 if every word of the topic stands right there. */
  readonly nearness: number
  /** Whether it is told right of a word of the topic: 总长*达*3.6公里. */
  readonly isTold: boolean
}

/** Characters between a word of the topic and the answer at which the answer counts half. */
const NEAR = 24

/**
 * The best answer of the kind in a sentence; undefined if it holds none, beside what the question says itself.
 * @param sentence in normal form @param found the words of the topic in it @param question in normal form
 */
export function bestFormIn(
  sentence: string,
  found: readonly FoundWord[],
  focus: QuestionFocus,
  question: string,
): BestForm | undefined {
  const weight = found.reduce((sum, it) => sum + it.weight * it.places.length, 0)
  let best: BestForm | undefined
  for (const { range, fit } of answerFormsIn(sentence, focus)) {
    if (isAsked(sentence, { range, fit }, question)) continue
    const near = found.reduce(
      (sum, it) =>
        sum + it.places.reduce((part, at) => part + it.weight / (1 + distance(at, range) / NEAR), 0),
      0,
    )
    const nearness = weight === 0 ? 0 : near / weight
    const isTold = found.some(({ places, text }) =>
      places.some((at) => {
        const gap = range[0] - at - text.length
        return gap >= 0 && gap <= LONGEST_LINK && TELLS.test(sentence.slice(at + text.length, range[0]))
      }),
    )
    const score = fit * (isTold ? 1 : 0.4 + 0.5 * nearness)
    if (best === undefined || score > best.score) best = { range, score, fit, nearness, isTold }
  }
  return best
}

/** Characters between a thing and its value where one is told of the other. */
const LONGEST_LINK = 12
/** What stands between a thing and its value where a sentence tells just that: 粮食产量*达到*13908亿斤. */
const TELLS =
  /^[”》]?(?:已经?|共计?|累计|总计|首次|约|大约|近|预计|达到?|为|是|有|突破|超过?|逾|增至|升至|降至|共有|[了至到的:])*$/u

/** What the question says itself is not what it asks for. */
const isAsked = (sentence: string, { range }: AnswerForm, question: string): boolean => {
  const text = normalise(sentence.slice(...range))
  return question.includes(text)
}

const distance = (at: number, [from, to]: TextRange): number =>
  at < from ? from - at : at > to ? at - to : 0
