import { EVIDENCE, type Evidence } from './evidence.ts'

/**
 * Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any; `notYet`, `opposite` and
 * `unaskedPart` are set by hand, for too few of those questions tell.
 */
const BIAS = -13.419
const WEIGHTS: Evidence = {
  coverage: 1.137,
  inSentence: 1.226,
  predicate: -0.337,
  predicateNear: 0.776,
  fit: 1.157,
  nearness: 0.086,
  told: 0.083,
  clause: 0.87,
  pairsHere: 0.594,
  pairsNear: 1.445,
  pairsInArticle: 0.98,
  missing: -0.203,
  inHeadline: -0.461,
  isLead: 0.512,
  time: 4.025,
  planned: 0.016,
  otherScope: 0,
  partOnly: 0.085,
  change: -0.112,
  place: 2.59,
  support: 1.491,
  length: -0.021,
  product: 2.359,
  predicateHere: 0.386,
  subject: -0.223,
  rarestMissing: -0.463,
  otherNumber: -0.457,
  otherPlace: -0.91,
  age: -0.371,
  counted: 0.419,
  onTop: -0.909,
  whole: 0.195,
  unaskedPart: -0.8,
  ahead: 0.768,
  notYet: -1.5,
  otherNumbers: -0.718,
  opposite: -1.5,
  noEvent: -0.131,
}

/** The chance that a sentence answers, 0 to 1: the logistic of its weighed evidence. */
export const chanceOf = (evidence: Evidence): number =>
  1 / (1 + Math.exp(-EVIDENCE.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], BIAS)))
