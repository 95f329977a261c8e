import { normalise, type TextRange } from '../language/index.ts'
import { otherNumberForm } from '../search/index.ts'
import type { AnswerForm } from './answer-form.ts'
import { answerFormsIn } from './answer-forms.ts'
import type { QuestionFocus } from './question-focus.ts'
import type { FoundWord } from './words-in.ts'

/** A stretch of a sentence that may answer, and what speaks for it. */
export interface WeighedForm {
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

/** Stretches of a sentence that are weighed: those behind them fit and stand near too badly to answer. */
const MOST = 5

/**
 * The stretches of a sentence that may answer, beside what the question says itself: by how well they fit and how near they
 * stand, best first. @param sentence in normal form @param found the words of the topic in it @param question in normal form
 */
export function weighedFormsIn(
  sentence: string,
  found: readonly FoundWord[],
  focus: QuestionFocus,
  question: string,
): readonly WeighedForm[] {
  const weight = found.reduce((sum, it) => sum + it.weight * it.places.length, 0)
  const forms: WeighedForm[] = []
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
    forms.push({ range, score, fit, nearness, isTold })
  }
  // The same stretch may fit in two ways, a number by its unit and as any number.
  const best = new Map<string, WeighedForm>()
  for (const it of forms.toSorted((a, b) => b.score - a.score)) {
    const key = it.range.join()
    if (!best.has(key)) best.set(key, it)
  }
  return [...best.values()].slice(0, MOST)
}

/** Characters between a thing and its value where one is told of the other. */
const LONGEST_LINK = 12
/** What stands between a thing and its value where a sentence tells just that: 粮食产量*达到*13908亿斤. */
const TELLS =
  /^[”》]?(?:已经?|共计?|累计|总计|首次|约|大约|近|预计|达到?|为|是|有|突破|超过?|逾|(?:上升|增加?|增长|升|提高|扩大|下降|降|减少?|回落|降低)[至到]|共有|[了至到的:])*$/u

/** What the question says itself is not what it asks for, nor in other digits: 十四届 beside 第14届. */
const isAsked = (sentence: string, { range }: AnswerForm, question: string): boolean => {
  const text = normalise(sentence.slice(...range))
  const inOtherDigits = otherNumberForm(text)
  return question.includes(text) || (inOtherDigits !== undefined && question.includes(inOtherDigits))
}

const distance = (at: number, [from, to]: TextRange): number =>
  at < from ? from - at : at > to ? at - to : 0
