import { EVIDENCE, type Evidence } from './evidence.ts'

/**
 * Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any; `notYet`, `opposite` and
 * `unaskedPart` are set by hand, for too few of those questions tell.
 */
const BIAS = -12.286
const WEIGHTS: Evidence = {
  coverage: 1.083,
  inSentence: 1.107,
  predicate: -0.441,
  predicateNear: 0.479,
  fit: 0.917,
  nearness: 0.101,
  told: 0.198,
  clause: 0.536,
  pairsHere: 0.729,
  pairsNear: 1.284,
  pairsInArticle: 1.152,
  missing: -0.402,
  inHeadline: -0.458,
  isLead: 0.476,
  time: 3.84,
  planned: 0.008,
  otherScope: 0.0,
  partOnly: 0.2,
  change: 0.03,
  place: 2.506,
  support: 1.57,
  length: -0.044,
  product: 2.394,
  predicateHere: 0.687,
  subject: -0.209,
  rarestMissing: -0.771,
  otherNumber: -0.42,
  otherPlace: -0.812,
  age: -0.683,
  counted: 0.432,
  onTop: -0.894,
  whole: 0.303,
  unaskedPart: -0.8,
  ahead: 0.895,
  notYet: -1.5,
  otherNumbers: -0.589,
  opposite: -1.5,
  noEvent: -0.366,
}

/** The chance that a sentence answers, 0 to 1: the logistic of its weighed evidence. */
export const chanceOf = (evidence: Evidence): number =>
  1 / (1 + Math.exp(-EVIDENCE.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], BIAS)))
