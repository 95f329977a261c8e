import { EVIDENCE, type Evidence } from './evidence.ts'
import { MEANING, type MeaningEvidence } from './meaning-evidence.ts'
import { QUESTION_EVIDENCE, type QuestionEvidence } from './question-evidence.ts'

/**
 * Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any; `notYet`, `opposite` and
 * `unaskedPart` are set by hand, for too few of those questions tell.
 */
const FIRST_BIAS = -13.414
const FIRST_WEIGHTS: Evidence = {
  coverage: 1.745,
  inSentence: 1.197,
  predicate: -0.651,
  predicateNear: 0.283,
  fit: 1.126,
  nearness: -1.162,
  told: 0.01,
  clause: 0.408,
  pairsHere: -0.027,
  pairsNear: 1.085,
  pairsInArticle: 0.402,
  missing: -0.599,
  inHeadline: -0.298,
  isLead: 0.183,
  time: 3.977,
  planned: 0.377,
  otherScope: 0.0,
  partOnly: -0.045,
  change: 0.178,
  place: 2.611,
  support: 1.162,
  length: -0.352,
  product: 2.435,
  predicateHere: 0.243,
  subject: 0.024,
  rarestMissing: 0.12,
  otherNumber: -0.394,
  otherPlace: -0.826,
  age: -0.493,
  counted: 0.674,
  onTop: -0.233,
  whole: 0.357,
  unaskedPart: -0.8,
  ahead: 0.637,
  notYet: -1.5,
  otherNumbers: -0.178,
  opposite: -1.5,
  noEvent: -0.35,
  knownMissing: -0.664,
  otherUnit: -1.908,
  ownClause: 0.83,
  rightBefore: 0.865,
  rightBehind: 0.195,
  touches: 0.199,
  touchedBehind: 0.478,
  predicateGap: -0.001,
  isNearest: 0.813,
  inHeadlineToo: -0.386,
  order: 0.245,
  size: 0.548,
}

/** Of what is weighed again with what its words mean. */
const BIAS = -14.806
const WEIGHTS: Evidence & MeaningEvidence = {
  coverage: 0.902,
  inSentence: 0.865,
  predicate: -0.766,
  predicateNear: -0.093,
  fit: 1.224,
  nearness: -0.995,
  told: -0.001,
  clause: 0.275,
  pairsHere: 0.262,
  pairsNear: 0.338,
  pairsInArticle: 0.392,
  missing: -0.141,
  inHeadline: -0.834,
  isLead: 0.252,
  time: 3.957,
  planned: 0.309,
  otherScope: 0.0,
  partOnly: 0.004,
  change: 0.272,
  place: 2.449,
  support: 1.033,
  length: -0.272,
  product: 1.916,
  predicateHere: 0.237,
  subject: -0.272,
  rarestMissing: -0.043,
  otherNumber: -0.393,
  otherPlace: -0.584,
  age: -0.454,
  counted: 0.645,
  onTop: -0.383,
  whole: 0.305,
  unaskedPart: -0.8,
  ahead: 0.614,
  notYet: -1.5,
  otherNumbers: -0.254,
  opposite: -1.5,
  noEvent: -0.414,
  knownMissing: -0.246,
  otherUnit: -1.849,
  ownClause: 0.601,
  rightBefore: 0.873,
  rightBehind: 0.216,
  touches: 0.204,
  touchedBehind: 0.417,
  predicateGap: -0.097,
  isNearest: 0.794,
  inHeadlineToo: -0.39,
  order: 0.203,
  size: 0.54,
  meansNear: 1.099,
  meansLeast: 1.455,
  meansLack: -0.965,
  meansClause: -0.111,
  meansAsked: 0.852,
  meansWhole: 1.269,
  meansHeadline: 0.639,
}

/** Of what tells whether the archive answers at all. */
const ANSWERED_BIAS = -4.445
const ANSWERED_WEIGHTS: QuestionEvidence = {
  odds: 1.129,
  oddsOfAll: -0.589,
  words: 3.058,
  weight: 1.872,
  meansNear: 2.933,
  meansLack: -1.861,
  coverage: 2.075,
  inSentence: -1.485,
  fit: 2.203,
  support: 0.718,
  pairs: 0.914,
  pairsOfMost: -1.887,
  rarestMissing: -0.558,
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
