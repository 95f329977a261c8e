import { boostsOf, type QueryPlan, type Wanted } from './query-plan.ts'
import type { TermIndex } from './term-index.ts'

/** What the index alone says about a query. */
export interface Candidates {
  /** Documents that are hits, in no order. */
  readonly documents: Uint32Array
  /** How many of them hold every unit; those have `complete[document] === 1`. */
  readonly completeCount: number
  readonly complete: Uint8Array
  /** Score by document; above 0 for every hit. */
  readonly scores: Float64Array
  /** For each unit of the plan, how many documents hold it. */
  readonly unitCounts: readonly number[]
}

/** Articles with some of the words follow only where fewer than this hold all of them. */
const ENOUGH = 10
/** Share of what the words say (their inverse frequencies) that an article must hold to be a hit at all. */
const LEAST_SHARE = 0.5

/** @param passes filter; called for documents that hold some of the words. */
export function findCandidates(
  index: TermIndex,
  plan: QueryPlan,
  passes: (document: number) => boolean,
): Candidates {
  const { capacity } = index
  const scores = new Float64Array(capacity)
  for (const { term, boosts } of plan.terms)
    index.visit(term, boosts, (document, score) => {
      scores[document] = (scores[document] ?? 0) + score
    })

  const holders = plan.units.map(({ alternatives }) => union(alternatives.map((it) => holdersOf(index, it))))
  const share = new Float64Array(capacity)
  const held = new Uint16Array(capacity)
  const barred = new Uint8Array(capacity)
  let total = 0
  for (const [i, documents] of holders.entries()) {
    const weight = Math.log(1 + index.size / (documents.length + 0.5))
    if (documents.length > 0 || plan.units[i]?.mandatory === true) total += weight
    for (const document of documents) {
      share[document] = (share[document] ?? 0) + weight
      held[document] = (held[document] ?? 0) + 1
    }
  }
  for (const wanted of plan.excluded) for (const document of holdersOf(index, wanted)) barred[document] = 1
  const mandatory = holders.filter((_, i) => plan.units[i]?.mandatory === true)

  const complete = new Uint8Array(capacity)
  const whole: number[] = []
  const some: number[] = []
  const strict = mandatory.map((documents) => new Set(documents))
  for (let document = 0; document < capacity; document++) {
    const count = held[document] ?? 0
    if (count === 0 && plan.units.length > 0) continue
    if (barred[document] === 1 || index.idOf(document) === undefined || !passes(document)) continue
    if (count === plan.units.length) {
      complete[document] = 1
      whole.push(document)
    } else if ((share[document] ?? 0) >= LEAST_SHARE * total && strict.every((it) => it.has(document)))
      some.push(document)
  }
  const documents = whole.length >= ENOUGH ? whole : [...whole, ...some]
  return {
    documents: Uint32Array.from(documents),
    completeCount: whole.length,
    complete,
    scores,
    unitCounts: holders.map((it) => it.length),
  }
}

/** Documents that hold a term of every group, ascending in no particular order. Exact for up to two characters. */
function holdersOf(index: TermIndex, { literal, field }: Wanted): readonly number[] {
  const boosts = boostsOf(field)
  let documents: number[] | undefined
  const seen = new Uint16Array(index.capacity)
  for (const [i, group] of literal.termGroups.entries()) {
    const next: number[] = []
    for (const term of group)
      index.visit(term, boosts, (document) => {
        if (seen[document] !== i) return
        seen[document] = i + 1
        next.push(document)
      })
    documents = next
  }
  return documents ?? []
}

const union = (lists: readonly (readonly number[])[]): readonly number[] =>
  lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())]
