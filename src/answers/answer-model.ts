import { EVIDENCE, type Evidence } from './evidence.ts'

/** Learnt by `bench/questions/fit-answers.ts` from questions with known answers and questions without any. */
const BIAS = -11.84
const WEIGHTS: Evidence = {
  coverage: 1.055,
  inSentence: 1.179,
  predicate: -0.512,
  predicateNear: 0.583,
  fit: 0.703,
  nearness: -0.076,
  told: 0.079,
  clause: 0.628,
  pairsHere: 0.966,
  pairsNear: 1.271,
  pairsInArticle: 0.895,
  missing: -0.081,
  inHeadline: -0.353,
  isLead: 0.362,
  time: 3.787,
  planned: 0.189,
  otherScope: -0.082,
  partOnly: 0.094,
  change: -0.204,
  place: 2.416,
  support: 1.506,
  length: -0.106,
  product: 2.672,
  predicateHere: 0.745,
  subject: -0.402,
  rarestMissing: -0.793,
  otherNumber: -0.657,
  otherPlace: -0.931,
  age: -0.516,
}

/** The chance that a sentence answers, 0 to 1: the logistic of its weighed evidence. */
export const chanceOf = (evidence: Evidence): number =>
  1 / (1 + Math.exp(-EVIDENCE.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], BIAS)))
