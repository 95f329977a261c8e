import { DEPTH, SPLITS, sumOfTrees, TREE_SIZE, type Trees } from '../src/corpus/arrangement/link-trees.ts'
import { randomFrom } from '../test/support/torture/random.ts'
import type { Example } from './logistic.ts'

const SEED = 16
const TREES = 300
const RATE = 0.033
/** Share of the examples that each tree sees, so that chance in them evens out (Friedman 2002). */
const SEEN = 0.6
/** Examples that an answer must rest on, and how much it is drawn to 0. */
const LEAST = 25
const RIDGE = 5
/** Share of the features that a question may ask for. */
const ASKED = 0.35
const BINS = 48

/**
 * Gradient boosting of trees of {@link DEPTH} questions with the logistic loss (Friedman 2001, with the second-order
 * steps of Chen and Guestrin 2016); every source weighs the square root of its size. The same examples always give the
 * same trees.
 */
export function fitTrees(examples: readonly Example[]): Trees {
  const chance = randomFrom(SEED)
  const sizes = new Map<number, number>()
  for (const { source } of examples) sizes.set(source, (sizes.get(source) ?? 0) + 1)
  const shares = examples.map(({ source }) => 1 / Math.sqrt(sizes.get(source) ?? 1))
  const mean = shares.reduce((sum, it) => sum + it, 0) / Math.max(1, shares.length)
  const weights = shares.map((it) => it / mean)
  const features = examples[0]?.values.length ?? 0
  const cuts = Array.from({ length: features }, (_, feature) => cutsOf(examples, feature))
  const bins = cuts.map((own, feature) =>
    Uint8Array.from(examples, ({ values }) => binOf(own, values[feature] ?? 0)),
  )
  const scores = new Float64Array(examples.length)
  const slopes = new Float64Array(examples.length)
  const bends = new Float64Array(examples.length)
  const trees = new Float32Array(TREES * TREE_SIZE)
  for (let tree = 0; tree < TREES; tree++) {
    for (const [at, { is }] of examples.entries()) {
      const sure = 1 / (1 + Math.exp(-(scores[at] ?? 0)))
      slopes[at] = (Number(is) - sure) * (weights[at] ?? 0)
      bends[at] = sure * (1 - sure) * (weights[at] ?? 0)
    }
    const base = tree * TREE_SIZE
    let nodes: number[][] = [[...examples.keys()].filter(() => chance() < SEEN)]
    for (let level = 0; level < DEPTH; level++)
      nodes = nodes.flatMap((members, place) => {
        const asked = [...cuts.keys()].filter(() => chance() < ASKED)
        const split = bestSplit(members, asked, { bins, cuts, slopes, bends })
        const at = base + (2 ** level - 1 + place) * 2
        trees[at] = split?.feature ?? 0
        trees[at + 1] = split?.cut ?? Number.POSITIVE_INFINITY
        if (!split) return [members, []]
        const own = bins[split.feature]
        const isLeft = (it: number) => (own?.[it] ?? 0) <= split.bin
        return [members.filter(isLeft), members.filter((it) => !isLeft(it))]
      })
    for (const [leaf, members] of nodes.entries()) {
      const answer = (RATE * total(slopes, members)) / (total(bends, members) + RIDGE)
      trees[base + SPLITS * 2 + leaf] = answer
    }
    const own = trees.subarray(base, base + TREE_SIZE)
    for (const [at, { values }] of examples.entries())
      scores[at] = (scores[at] ?? 0) + sumOfTrees(own, values)
  }
  return trees
}

interface Sorted {
  readonly bins: readonly Uint8Array[]
  readonly cuts: readonly (readonly number[])[]
  readonly slopes: Float64Array
  readonly bends: Float64Array
}

interface Split {
  readonly feature: number
  readonly bin: number
  readonly cut: number
}

/** The question that explains most of what is left; `undefined` if none does. */
function bestSplit(
  members: readonly number[],
  asked: readonly number[],
  { bins, cuts, slopes, bends }: Sorted,
): Split | undefined {
  const [slope, bend] = [total(slopes, members), total(bends, members)]
  const worth = (sum: number, weight: number) => sum ** 2 / (weight + RIDGE)
  let best: Split | undefined
  let most = worth(slope, bend) + 1e-6
  for (const feature of asked) {
    const own = bins[feature]
    const sums = new Float64Array(BINS)
    const weights = new Float64Array(BINS)
    const counts = new Uint32Array(BINS)
    for (const it of members) {
      const bin = own?.[it] ?? 0
      sums[bin] = (sums[bin] ?? 0) + (slopes[it] ?? 0)
      weights[bin] = (weights[bin] ?? 0) + (bends[it] ?? 0)
      counts[bin] = (counts[bin] ?? 0) + 1
    }
    let [left, weight, count] = [0, 0, 0]
    for (const [bin, cut] of (cuts[feature] ?? []).entries()) {
      left += sums[bin] ?? 0
      weight += weights[bin] ?? 0
      count += counts[bin] ?? 0
      if (count < LEAST || members.length - count < LEAST) continue
      const gain = worth(left, weight) + worth(slope - left, bend - weight)
      if (gain > most) [most, best] = [gain, { feature, bin, cut }]
    }
  }
  return best
}

const total = (values: Float64Array, members: readonly number[]): number =>
  members.reduce((sum, it) => sum + (values[it] ?? 0), 0)

/** Values of a feature between which as many examples lie, each halfway to the next. */
function cutsOf(examples: readonly Example[], feature: number): readonly number[] {
  const values = [...new Set(examples.map(({ values: own }) => own[feature] ?? 0))].toSorted((a, b) => a - b)
  const between = values.slice(1).map((value, at) => Math.fround((value + (values[at] ?? 0)) / 2))
  if (between.length < BINS) return between
  const sorted = examples.map(({ values: own }) => own[feature] ?? 0).toSorted((a, b) => a - b)
  const quantiles = Array.from(
    { length: BINS - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / BINS)] ?? 0,
  )
  return [...new Set(quantiles.map(Math.fround))]
}

/** The first bin whose cut is no less; the last where all are. */
function binOf(cuts: readonly number[], value: number): number {
  let [from, to] = [0, cuts.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (value <= (cuts[middle] ?? 0)) to = middle
    else from = middle + 1
  }
  return from
}
