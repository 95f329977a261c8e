import { EVIDENCE, type Evidence } from './evidence.ts'
import { MEANING, type MeaningEvidence } from './meaning-evidence.ts'
import { QUESTION_EVIDENCE, type QuestionEvidence } from './question-evidence.ts'

/**
 * Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any; `notYet`, `opposite` and
 * `unaskedPart` are set by hand, for too few of those questions tell.
 */
const FIRST_BIAS = -13.116
const FIRST_WEIGHTS: Evidence = {
  coverage: 1.662,
  inSentence: 1.14,
  predicate: -0.615,
  predicateNear: 0.286,
  fit: 1.22,
  nearness: -1.099,
  told: -0.08,
  clause: 0.5,
  pairsHere: 0.046,
  pairsNear: 1.153,
  pairsInArticle: 0.418,
  missing: -0.467,
  inHeadline: -0.377,
  isLead: 0.211,
  time: 3.869,
  planned: 0.325,
  otherScope: 0.0,
  partOnly: -0.165,
  change: 0.096,
  place: 2.552,
  support: 1.053,
  length: -0.404,
  product: 2.373,
  predicateHere: 0.17,
  subject: -0.006,
  rarestMissing: 0.074,
  otherNumber: -0.359,
  otherPlace: -0.725,
  age: -0.359,
  counted: 0.644,
  onTop: -0.364,
  whole: 0.3,
  unaskedPart: -0.8,
  ahead: 0.702,
  notYet: -1.5,
  otherNumbers: -0.12,
  opposite: -1.5,
  noEvent: -0.313,
  knownMissing: -0.702,
  otherUnit: -1.864,
  ownClause: 0.776,
  rightBefore: 0.867,
  rightBehind: 0.192,
  touches: 0.302,
  touchedBehind: 0.475,
  predicateGap: -0.024,
  isNearest: 0.776,
  inHeadlineToo: -0.423,
  order: 0.214,
  size: 0.592,
}

/** Of what is weighed again with what its words mean. */
const BIAS = -14.526
const WEIGHTS: Evidence & MeaningEvidence = {
  coverage: 0.911,
  inSentence: 0.863,
  predicate: -0.695,
  predicateNear: -0.118,
  fit: 1.317,
  nearness: -0.907,
  told: -0.077,
  clause: 0.316,
  pairsHere: 0.286,
  pairsNear: 0.487,
  pairsInArticle: 0.411,
  missing: -0.038,
  inHeadline: -0.866,
  isLead: 0.277,
  time: 3.823,
  planned: 0.291,
  otherScope: 0.0,
  partOnly: -0.097,
  change: 0.119,
  place: 2.418,
  support: 0.983,
  length: -0.345,
  product: 1.895,
  predicateHere: 0.145,
  subject: -0.257,
  rarestMissing: -0.051,
  otherNumber: -0.381,
  otherPlace: -0.519,
  age: -0.322,
  counted: 0.586,
  onTop: -0.448,
  whole: 0.255,
  unaskedPart: -0.8,
  ahead: 0.672,
  notYet: -1.5,
  otherNumbers: -0.152,
  opposite: -1.5,
  noEvent: -0.395,
  knownMissing: -0.307,
  otherUnit: -1.781,
  ownClause: 0.524,
  rightBefore: 0.858,
  rightBehind: 0.21,
  touches: 0.302,
  touchedBehind: 0.399,
  predicateGap: -0.123,
  isNearest: 0.749,
  inHeadlineToo: -0.457,
  order: 0.172,
  size: 0.568,
  meansNear: 1.174,
  meansLeast: 1.203,
  meansLack: -0.848,
  meansClause: -0.065,
  meansAsked: 0.88,
  meansWhole: 1.195,
  meansHeadline: 0.558,
}

/** Of what tells whether the archive answers at all. */
const ANSWERED_BIAS = -6.641
const ANSWERED_WEIGHTS: QuestionEvidence = {
  odds: 0.64,
  words: 2.83,
  weight: 2.377,
  meansNear: 4.365,
  fit: 2.307,
  support: 0.792,
  pairs: 2.207,
  pairsOfMost: -1.38,
  pairsHereOfMost: -1.928,
  rarestMissing: -0.143,
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
