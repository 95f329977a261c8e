import { EVIDENCE, type Evidence } from './evidence.ts'

/**
 * Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any; `notYet`, `opposite` and
 * `unaskedPart` are set by hand, for too few of those questions tell.
 */
const BIAS = -13.24
const WEIGHTS: Evidence = {
  coverage: 1.513,
  inSentence: 0.88,
  predicate: -0.488,
  predicateNear: 0.414,
  fit: 0.772,
  nearness: -1.228,
  told: 0.187,
  clause: 0.653,
  pairsHere: 0.185,
  pairsNear: 1.215,
  pairsInArticle: 0.5,
  missing: -0.735,
  inHeadline: -0.23,
  isLead: 0.446,
  time: 3.819,
  planned: 0.43,
  otherScope: 0,
  partOnly: -0.145,
  change: 0.103,
  place: 2.597,
  support: 1.093,
  length: -0.293,
  product: 2.356,
  predicateHere: 0.218,
  subject: 0.079,
  rarestMissing: -0.049,
  otherNumber: -0.461,
  otherPlace: -0.789,
  age: -0.186,
  counted: 0.8,
  onTop: -0.24,
  whole: 0.23,
  unaskedPart: -0.8,
  ahead: 0.627,
  notYet: -1.5,
  otherNumbers: -0.404,
  opposite: -1.5,
  noEvent: -0.288,
  knownMissing: -0.843,
  otherUnit: -1.999,
  ownClause: 0.685,
  rightBefore: 0.666,
  rightBehind: 0.285,
  touches: -0.134,
  predicateGap: 0.384,
  isNearest: 0.807,
  inHeadlineToo: -0.588,
  order: 0.356,
}

/** The chance that a sentence answers, 0 to 1: the logistic of its weighed evidence. */
export const chanceOf = (evidence: Evidence): number =>
  1 / (1 + Math.exp(-EVIDENCE.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], BIAS)))
