import { EVIDENCE, type Evidence } from './evidence.ts'

/**
 * Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any; `notYet`, `opposite` and
 * `unaskedPart` are set by hand, for too few of those questions tell.
 */
const BIAS = -13.473
const WEIGHTS: Evidence = {
  coverage: 1.161,
  inSentence: 1.273,
  predicate: -0.298,
  predicateNear: 0.676,
  fit: 1.207,
  nearness: 0.189,
  told: 0.057,
  clause: 0.839,
  pairsHere: 0.532,
  pairsNear: 1.411,
  pairsInArticle: 0.983,
  missing: -0.256,
  inHeadline: -0.489,
  isLead: 0.544,
  time: 4.058,
  planned: 0.053,
  otherScope: 0,
  partOnly: 0.068,
  change: -0.108,
  place: 2.52,
  support: 1.503,
  length: 0.018,
  product: 2.363,
  predicateHere: 0.509,
  subject: -0.238,
  rarestMissing: -0.517,
  otherNumber: -0.489,
  otherPlace: -0.952,
  age: -0.408,
  counted: 0.392,
  onTop: -0.918,
  whole: 0.181,
  unaskedPart: -0.8,
  ahead: 0.74,
  notYet: -1.5,
  otherNumbers: -0.655,
  opposite: -1.5,
  noEvent: -0.04,
}

/** The chance that a sentence answers, 0 to 1: the logistic of its weighed evidence. */
export const chanceOf = (evidence: Evidence): number =>
  1 / (1 + Math.exp(-EVIDENCE.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], BIAS)))
