import {
  BIAS,
  INTENTS,
  type IntentTable,
  rowsOf,
  shareOf,
  UNKNOWN,
} from '../../src/chat/orders/intents/guess-intent.ts'
import { featuresOf } from '../../src/chat/orders/intents/message-features.ts'
import type { Labelled } from './labelled.ts'
import { createChance } from './searches.ts'

const ROUNDS = 12
const RATE = 0.5
const RIDGE = 0.00005
/** A feature that is rarer tells nothing; what is searched for counts a third. */
const LEAST_COUNT = 2
const SEARCH_COUNT = 0.34

/** A table, and its features in the order of its rows. */
export interface Learnt {
  readonly features: readonly string[]
  readonly table: IntentTable
}

/** Features of the table. */
export const KEEP = 4000
const GREATEST = 127

/**
 * Multinomial logistic regression by stochastic gradient descent (AdaGrad), in two turns: the second learns the features
 * alone that the first found to weigh most, by the length of their weights and the root of how often they occur. The
 * same examples always give the same weights.
 * @param keep how many features are left
 */
export function learnIntents(examples: readonly Labelled[], keep: number): Learnt {
  const found = examples.map(({ text }) => featuresOf(text))
  const counts = new Map<string, number>()
  for (const [at, { intent }] of examples.entries())
    for (const feature of found[at] ?? [])
      counts.set(feature, (counts.get(feature) ?? 0) + (intent === 'none' ? SEARCH_COUNT : 1))
  const all = [...counts].flatMap(([feature, count]) => (count >= LEAST_COUNT ? [feature] : []))
  const first = descend(examples, found, all)
  const sizes = all.map((feature, row) => {
    const weights = first.subarray(row * INTENTS.length, (row + 1) * INTENTS.length)
    return [feature, Math.hypot(...weights) * Math.sqrt(counts.get(feature) ?? 0)] as const
  })
  const strongest = sizes.toSorted(([, one], [, other]) => other - one).slice(0, keep - UNKNOWN.length)
  const features = [...UNKNOWN, ...strongest.map(([feature]) => feature)]
  const weights = descend(examples, found, features)
  const scale = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / GREATEST
  const rounded = Int8Array.from(weights, (one) => Math.round(one / scale))
  const rowOf = new Map(features.map((feature, row) => [feature, row]))
  return { features, table: { rowOf, weights: rounded, scale } }
}

function descend(
  examples: readonly Labelled[],
  found: readonly (readonly string[])[],
  features: readonly string[],
): Float64Array {
  const width = INTENTS.length
  const chance = createChance(5)
  const rowOf = new Map(features.map((feature, row) => [feature, row]))
  const rows = found.map((it) => rowsOf(it, rowOf))
  const weights = new Float64Array((features.length + 1) * width)
  const squares = new Float64Array(weights.length).fill(1e-6)
  const order = examples.map((_, at) => at)
  const odds = new Float64Array(width)
  const eachRow = (at: number, take: (row: number, value: number) => void) => {
    const own = rows[at] ?? []
    for (const row of own) take(row, shareOf(own.length))
    take(features.length, BIAS)
  }
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, chance)
    for (const at of order) {
      const { intent, weight } = examples[at] ?? { intent: 'none', weight: 0 }
      odds.fill(0)
      eachRow(at, (row, value) => {
        for (let key = 0; key < width; key++)
          odds[key] = (odds[key] ?? 0) + value * (weights[row * width + key] ?? 0)
      })
      toChances(odds)
      const is = INTENTS.indexOf(intent)
      eachRow(at, (row, value) => {
        for (let key = 0; key < width; key++) {
          const place = row * width + key
          const slope =
            weight * ((odds[key] ?? 0) - Number(key === is)) * value + RIDGE * (weights[place] ?? 0)
          squares[place] = (squares[place] ?? 0) + slope * slope
          weights[place] = (weights[place] ?? 0) - (RATE * slope) / Math.sqrt(squares[place] ?? 1)
        }
      })
    }
  }
  return weights
}

function toChances(odds: Float64Array): void {
  const greatest = Math.max(...odds)
  const all = odds.reduce((sum, one) => sum + Math.exp(one - greatest), 0)
  for (const [key, one] of odds.entries()) odds[key] = Math.exp(one - greatest) / all
}

function shuffle(order: number[], chance: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const moved = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = moved
  }
}
