import { EVIDENCE, type Evidence } from './evidence.ts'
import { MEANING, type MeaningEvidence } from './meaning-evidence.ts'
import { QUESTION_EVIDENCE, type QuestionEvidence } from './question-evidence.ts'

/**
 * Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any; `notYet`, `opposite` and
 * `unaskedPart` are set by hand, for too few of those questions tell.
 */
const FIRST_BIAS = -13.123
const FIRST_WEIGHTS: Evidence = {
  coverage: 1.638,
  inSentence: 1.173,
  predicate: -0.632,
  predicateNear: 0.319,
  fit: 1.212,
  nearness: -1.191,
  told: -0.082,
  clause: 0.428,
  pairsHere: 0.044,
  pairsNear: 1.105,
  pairsInArticle: 0.4,
  missing: -0.442,
  inHeadline: -0.387,
  isLead: 0.204,
  time: 3.924,
  planned: 0.329,
  otherScope: 0.0,
  partOnly: -0.169,
  change: 0.164,
  place: 2.578,
  support: 1.065,
  length: -0.417,
  product: 2.343,
  predicateHere: 0.266,
  subject: 0.029,
  rarestMissing: 0.057,
  otherNumber: -0.324,
  otherPlace: -0.728,
  age: -0.468,
  counted: 0.637,
  onTop: -0.352,
  whole: 0.327,
  unaskedPart: -0.8,
  ahead: 0.702,
  notYet: -1.5,
  otherNumbers: -0.253,
  opposite: -1.5,
  noEvent: -0.236,
  knownMissing: -0.688,
  otherUnit: -1.863,
  ownClause: 0.803,
  rightBefore: 0.859,
  rightBehind: 0.212,
  touches: 0.311,
  touchedBehind: 0.501,
  predicateGap: 0.0,
  isNearest: 0.792,
  inHeadlineToo: -0.418,
  order: 0.221,
  size: 0.556,
}

/** Of what is weighed again with what its words mean. */
const BIAS = -14.603
const WEIGHTS: Evidence & MeaningEvidence = {
  coverage: 0.852,
  inSentence: 0.847,
  predicate: -0.736,
  predicateNear: -0.068,
  fit: 1.312,
  nearness: -1.029,
  told: -0.099,
  clause: 0.246,
  pairsHere: 0.243,
  pairsNear: 0.375,
  pairsInArticle: 0.372,
  missing: -0.024,
  inHeadline: -0.905,
  isLead: 0.277,
  time: 3.9,
  planned: 0.28,
  otherScope: 0.0,
  partOnly: -0.101,
  change: 0.254,
  place: 2.41,
  support: 0.981,
  length: -0.325,
  product: 1.863,
  predicateHere: 0.233,
  subject: -0.241,
  rarestMissing: -0.121,
  otherNumber: -0.333,
  otherPlace: -0.531,
  age: -0.438,
  counted: 0.607,
  onTop: -0.489,
  whole: 0.292,
  unaskedPart: -0.8,
  ahead: 0.676,
  notYet: -1.5,
  otherNumbers: -0.347,
  opposite: -1.5,
  noEvent: -0.321,
  knownMissing: -0.299,
  otherUnit: -1.791,
  ownClause: 0.567,
  rightBefore: 0.858,
  rightBehind: 0.227,
  touches: 0.312,
  touchedBehind: 0.432,
  predicateGap: -0.095,
  isNearest: 0.78,
  inHeadlineToo: -0.425,
  order: 0.179,
  size: 0.53,
  meansNear: 1.163,
  meansLeast: 1.377,
  meansLack: -0.879,
  meansClause: -0.058,
  meansAsked: 0.853,
  meansWhole: 1.374,
  meansHeadline: 0.635,
}

/** Of what tells whether the archive answers at all. */
const ANSWERED_BIAS = -5.078
const ANSWERED_WEIGHTS: QuestionEvidence = {
  odds: 0.696,
  words: 2.769,
  weight: 2.138,
  meansNear: 3.879,
  fit: 1.893,
  support: 0.168,
  pairs: 1.422,
  pairsOfMost: -1.272,
  pairsHereOfMost: -1.68,
  rarestMissing: -0.431,
}

/** The log-odds that a stretch answers, at a first look: many are looked at. */
export const firstOddsOf = (evidence: Evidence): number =>
  EVIDENCE.reduce((sum, name) => sum + FIRST_WEIGHTS[name] * evidence[name], FIRST_BIAS)

/** The chance that a stretch answers, 0 to 1: the logistic of its weighed evidence. */
export function chanceOf(evidence: Evidence, meaning: MeaningEvidence): number {
  const said = EVIDENCE.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], BIAS)
  return 1 / (1 + Math.exp(-MEANING.reduce((sum, name) => sum + WEIGHTS[name] * meaning[name], said)))
}

/** The chance that one of the likeliest stretches of a question answers it, 0 to 1: what the archive does not tell finds some, too. */
export const answeredChanceOf = (evidence: QuestionEvidence): number =>
  1 /
  (1 +
    Math.exp(
      -QUESTION_EVIDENCE.reduce((sum, name) => sum + ANSWERED_WEIGHTS[name] * evidence[name], ANSWERED_BIAS),
    ))
