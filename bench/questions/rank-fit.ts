import { descend } from '../adam.ts'

/** A question, and what each of its candidates is made of; the first value is 1, for the bias. */
export interface RankExample {
  readonly candidates: readonly { readonly values: readonly number[]; readonly is: boolean }[]
}

const RATE = 0.08
const ROUNDS = 500
/** How much great weights cost. */
const RIDGE = 0.003
/** What the chance of each candidate by itself counts beside its place among the others. */
const ALONE = 0.3

/**
 * Learns weights under which right candidates come first, and whose logistic is the chance that a candidate is right: the
 * sum of the conditional log loss of the right ones within their question (McFadden 1974), and of the log loss of each by
 * itself. By gradient descent with momentum (Adam); the same examples always give the same weights.
 */
export function fitRanking(examples: readonly RankExample[]): readonly number[] {
  const size = examples.flatMap((it) => it.candidates)[0]?.values.length ?? 0
  const packed = examples.map(({ candidates }) => ({
    values: Float64Array.from(candidates.flatMap((it) => it.values)),
    is: candidates.map((it) => it.is),
  }))
  return descend(size, { rate: RATE, rounds: ROUNDS }, (weights) => {
    const slope = Float64Array.from(weights, (weight, at) =>
      at === 0 ? 0 : RIDGE * weight * examples.length,
    )
    const now = Float64Array.from(weights)
    for (const it of packed) addSlope(slope, it, now)
    return [...slope]
  })
}

/** The values of all candidates of a question, one behind the other. */
interface PackedExample {
  readonly values: Float64Array
  readonly is: readonly boolean[]
}

function addSlope(slope: Float64Array, { values, is }: PackedExample, weights: Float64Array): void {
  const size = weights.length
  const worth = is.map((_, i) => {
    let sum = 0
    for (let key = 0; key < size; key++) sum += (values[i * size + key] ?? 0) * (weights[key] ?? 0)
    return sum
  })
  const most = Math.max(...worth)
  const shares = worth.map((it) => Math.exp(it - most))
  const all = shares.reduce((sum, it) => sum + it, 0)
  const right = shares.reduce((sum, it, i) => sum + (is[i] === true ? it : 0), 0)
  const alone = ALONE / Math.sqrt(is.length)
  for (const [i, isIt] of is.entries()) {
    const share = shares[i] ?? 0
    const amongOthers = right === 0 ? 0 : share / all - (isIt ? share / right : 0)
    const byItself = alone * (1 / (1 + Math.exp(-(worth[i] ?? 0))) - Number(isIt))
    const step = amongOthers + byItself
    for (let key = 0; key < size; key++) slope[key] = (slope[key] ?? 0) + step * (values[i * size + key] ?? 0)
  }
}
