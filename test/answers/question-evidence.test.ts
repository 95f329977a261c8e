import { expect, test } from 'vitest'
import { answeredChanceOf } from '../../src/answers/answer-model.ts'
import { EVIDENCE, type Evidence } from '../../src/answers/evidence.ts'
import { MEANING, type MeaningEvidence } from '../../src/answers/meaning-evidence.ts'
import {
  QUESTION_EVIDENCE,
  type QuestionEvidence,
  questionEvidenceOf,
  type WeighedStretch,
} from '../../src/answers/question-evidence.ts'

const numbers = <Name extends string>(names: readonly Name[], value = 0) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name is there
  Object.fromEntries(names.map((it) => [it, value])) as Record<Name, number>

const stretch = (
  chance: number,
  evidence: Partial<Evidence> = {},
  meaning: Partial<MeaningEvidence> = {},
): WeighedStretch => ({
  chance,
  evidence: { ...numbers(EVIDENCE), ...evidence },
  meaning: { ...numbers(MEANING), ...meaning },
})
const ANY_WORD = {
  forms: [{ text: '桥', worth: 1 }],
  related: [],
  isWord: true,
  isLoose: false,
  parts: [],
  isKnown: true,
  weight: 4,
}

const topic = { words: Array.from({ length: 5 }, () => ANY_WORD), weight: 20 }

test('without any stretch there is nothing to tell by', () => {
  expect(questionEvidenceOf(topic, [], 10)).toBeUndefined()
})

test('the likeliest stretch tells for itself, the ten likeliest as a mean, and all by the best of them and together', () => {
  const sorted = [
    stretch(
      0.8,
      { coverage: 0.6, inSentence: 0.4, fit: 0.9, support: 0.5, pairsInArticle: 1, rarestMissing: 1 },
      { meansNear: 0.7, meansLack: 0.2 },
    ),
    ...Array.from({ length: 9 }, () => stretch(0.1, { fit: 0.1, rarestMissing: 1 }, { meansNear: 0.1 })),
    stretch(0.05, { pairsInArticle: 1, rarestMissing: 0.25 }),
  ]
  const evidence = questionEvidenceOf(topic, sorted, 10)
  expect(evidence).toEqual({
    odds: Math.log(0.8 / (1 - 0.8)),
    oddsOfAll: expect.closeTo(Math.log(4 + 9 / 9 + 1 / 19)),
    words: 0.5,
    weight: 0.2,
    meansNear: 0.7,
    meansLack: 0.2,
    coverage: 0.6,
    inSentence: 0.4,
    fit: 0.9,
    support: 0.5,
    pairs: 1,
    pairsOfMost: 0.1,
    rarestMissing: 0.25,
  })
})

test.each([
  [1, 9],
  [0, -9],
])('a chance of %i is no infinite evidence', (chance, odds) => {
  expect(questionEvidenceOf(topic, [stretch(chance)], 10)).toMatchObject({ odds, oddsOfAll: odds })
})

test('the chance that the archive answers is a logistic of all evidence', () => {
  const nothing: QuestionEvidence = numbers(QUESTION_EVIDENCE)
  const oddsOf = (evidence: QuestionEvidence) => {
    const chance = answeredChanceOf(evidence)
    return Math.log(chance / (1 - chance))
  }
  const sum = QUESTION_EVIDENCE.reduce(
    (all, name) => all + oddsOf({ ...nothing, [name]: 0.5 }) - oddsOf(nothing),
    0,
  )
  expect(oddsOf(numbers(QUESTION_EVIDENCE, 0.5)) - oddsOf(nothing)).toBeCloseTo(sum)
  for (const name of ['odds', 'meansNear', 'fit', 'support'] as const)
    expect(oddsOf({ ...nothing, [name]: 0.5 })).toBeGreaterThan(oddsOf(nothing))
})
