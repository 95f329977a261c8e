import { descend } from './adam.ts'

/** Something that is so or not, and what tells. The first value is 1, for the bias. */
export interface Example {
  readonly source: number
  readonly is: boolean
  readonly values: readonly number[]
}

const RATE = 0.08
const ROUNDS = 600
const RIDGE = 0.0006

/**
 * Logistic regression by gradient descent with momentum (Adam); every source weighs the square root of its size. The
 * same examples always give the same weights.
 * @param ridge how much great weights cost
 */
export function fit(examples: readonly Example[], ridge = RIDGE): readonly number[] {
  const sizes = new Map<number, number>()
  for (const { source } of examples) sizes.set(source, (sizes.get(source) ?? 0) + 1)
  const shares = examples.map(({ source }) => 1 / Math.sqrt(sizes.get(source) ?? 1))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return descend(examples[0]?.values.length ?? 0, { rate: RATE, rounds: ROUNDS }, (weights) => {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight))
    for (const [at, { is, values }] of examples.entries()) {
      const error = chanceOf(values, weights) - Number(is)
      for (const [key, value] of values.entries())
        slope[key] = (slope[key] ?? 0) + (error * value * (shares[at] ?? 0)) / total
    }
    return slope
  })
}

/** The chance that something is so, 0 to 1. */
export const chanceOf = (values: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-logOdds(values, weights)))

const logOdds = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, key) => sum + value * (weights[key] ?? 0), 0)

/** Mean log loss of the weights on examples; 0 of none. */
export const lossOf = (examples: readonly Example[], weights: readonly number[]): number =>
  examples.reduce(
    (sum, { is, values }) => sum + Math.log1p(Math.exp((is ? -1 : 1) * logOdds(values, weights))),
    0,
  ) / Math.max(1, examples.length)
