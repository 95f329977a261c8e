import { EVIDENCE, type Evidence } from './evidence.ts'

/** Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any. */
const BIAS = -12.464
const WEIGHTS: Evidence = {
  coverage: 1.104,
  inSentence: 1.144,
  predicate: -0.394,
  predicateNear: 0.499,
  fit: 0.888,
  nearness: 0.088,
  told: 0.189,
  clause: 0.519,
  pairsHere: 0.724,
  pairsNear: 1.31,
  pairsInArticle: 1.143,
  missing: -0.374,
  inHeadline: -0.483,
  isLead: 0.502,
  time: 3.809,
  planned: 0.028,
  otherScope: 0.0,
  partOnly: 0.208,
  change: 0.015,
  place: 2.515,
  support: 1.554,
  length: -0.06,
  product: 2.406,
  predicateHere: 0.818,
  subject: -0.241,
  rarestMissing: -0.74,
  otherNumber: -0.437,
  otherPlace: -0.814,
  age: -0.676,
  counted: 0.446,
  onTop: -0.87,
  whole: 0.322,
  unaskedPart: -0.291,
  ahead: 0.91,
  notYet: -0.144,
  otherNumbers: -0.623,
}

/** The chance that a sentence answers, 0 to 1: the logistic of its weighed evidence. */
export const chanceOf = (evidence: Evidence): number =>
  1 / (1 + Math.exp(-EVIDENCE.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], BIAS)))
