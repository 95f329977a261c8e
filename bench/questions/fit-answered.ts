import {
  QUESTION_EVIDENCE,
  questionEvidenceOf,
  type WeighedStretch,
} from '../../src/answers/question-evidence.ts'
import type { Topic } from '../../src/answers/topic.ts'
import { chanceOf, type Example, fit } from '../logistic.ts'

/** A stretch that was weighed by what was learnt from other questions, and whether its sentence answers. */
export interface JudgedStretch extends WeighedStretch {
  readonly sentence: string
  readonly isRight: boolean
}

/** A question with its likeliest stretches, best first. */
export interface JudgedQuestion {
  readonly set: string
  /** Questions of one part are never asked of what was learnt from them. */
  readonly part: number
  readonly topic: Pick<Topic, 'words' | 'weight'>
  readonly greatestRarity: number
  readonly stretches: readonly JudgedStretch[]
}

const ABSENT = /^absent/u

/** Learns whether one of the first three sentences answers; questions with an answer and without one weigh as sources of their own. */
export function fitAnswered(questions: readonly JudgedQuestion[]): readonly number[] {
  const examples = questions.flatMap((it): readonly Example[] => {
    const values = valuesOf(it)
    return values === undefined
      ? []
      : [
          {
            source: Number(ABSENT.test(it.set)),
            is: sentencesOf(it)
              .slice(0, 3)
              .some(([, isRight]) => isRight),
            values,
          },
        ]
  })
  return fit(examples)
}

/** Prints what each least chance gives, part by part learnt from the others: first / in three / nothing said. */
export function reportAnswered(questions: readonly JudgedQuestion[], parts: number): void {
  const weights = Array.from({ length: parts }, (_, part) =>
    fitAnswered(questions.filter((it) => it.part !== part)),
  )
  const judged = questions.map((it) => {
    const values = valuesOf(it)
    return { it, chance: values === undefined ? 0 : chanceOf(values, weights[it.part] ?? []) }
  })
  for (const least of [0, 0.35, 0.38, 0.4, 0.42, 0.44, 0.46, 0.5, 0.55]) {
    const cells = [...new Set(questions.map((it) => it.set))].map((set) => {
      const group = judged.filter(({ it }) => it.set === set)
      const told = group.filter(({ chance }) => chance >= least).map(({ it }) => sentencesOf(it))
      const share = (count: number) => (count / group.length).toFixed(3)
      const places = told.map((sentences) => sentences.findIndex(([, isRight]) => isRight))
      return `${set} ${share(places.filter((at) => at === 0).length)}/${share(places.filter((at) => at >= 0 && at < 3).length)}/${group.length - told.length} of ${group.length}`
    })
    console.log(`${least}: ${cells.join(' | ')}`)
  }
}

function valuesOf({ topic, stretches, greatestRarity }: JudgedQuestion): readonly number[] | undefined {
  const evidence = questionEvidenceOf(topic, stretches, greatestRarity)
  return evidence && [1, ...QUESTION_EVIDENCE.map((name) => evidence[name])]
}

/** Each sentence once, in order. */
const sentencesOf = ({ stretches }: JudgedQuestion): readonly (readonly [string, boolean])[] => [
  ...new Map(stretches.map((it) => [it.sentence, it.isRight])),
]
