import { EVIDENCE, type Evidence } from './evidence.ts'

/**
 * Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any; `notYet`, `opposite` and
 * `unaskedPart` are set by hand, for too few of those questions tell.
 */
const BIAS = -13.505
const WEIGHTS: Evidence = {
  coverage: 1.175,
  inSentence: 1.274,
  predicate: -0.3,
  predicateNear: 0.669,
  fit: 1.207,
  nearness: 0.196,
  told: 0.064,
  clause: 0.842,
  pairsHere: 0.528,
  pairsNear: 1.426,
  pairsInArticle: 0.969,
  missing: -0.268,
  inHeadline: -0.482,
  isLead: 0.546,
  time: 4.058,
  planned: 0.055,
  otherScope: 0,
  partOnly: 0.069,
  change: -0.106,
  place: 2.517,
  support: 1.499,
  length: 0.021,
  product: 2.36,
  predicateHere: 0.495,
  subject: -0.219,
  rarestMissing: -0.515,
  otherNumber: -0.483,
  otherPlace: -0.945,
  age: -0.405,
  counted: 0.394,
  onTop: -0.916,
  whole: 0.181,
  unaskedPart: -0.8,
  ahead: 0.744,
  notYet: -1.5,
  otherNumbers: -0.652,
  opposite: -1.5,
  noEvent: -0.039,
}

/** The chance that a sentence answers, 0 to 1: the logistic of its weighed evidence. */
export const chanceOf = (evidence: Evidence): number =>
  1 / (1 + Math.exp(-EVIDENCE.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], BIAS)))
