import { type DocumentTest, everything } from './document-facts.ts'
import { DocumentSet } from './document-set.ts'
import { holdersOf } from './holders.ts'
import type { DateRange } from './query-dates.ts'
import type { QueryPlan, Unit } from './query-plan.ts'
import type { TermIndex } from './term-index.ts'

/** What the index alone says about a query. */
export interface Candidates {
  /** Documents that are hits: those that hold every unit, then those that hold some, each by ascending number. */
  readonly documents: Uint32Array
  /** How many of them hold every unit. */
  readonly completeCount: number
  /** By place in `documents`. */
  readonly scores: Float64Array
  /** The units that count, and for each how many documents hold it. */
  readonly units: readonly { readonly unit: Unit; readonly count: number }[]
}

/** Articles with some of the words follow only where fewer than this hold all of them. */
const ENOUGH = 10
/** Share of what the words say (their inverse frequencies) that an article must hold to be a hit at all. */
const LEAST_SHARE = 0.5

export interface DocumentTests {
  /** Called for documents that hold enough of the words. */
  readonly passes: DocumentTest
  readonly issuedIn: (dates: DateRange) => DocumentTest
}

/** A unit that counts, and the documents that hold it. */
interface HeldUnit {
  readonly unit: Unit
  readonly holders: DocumentSet
  readonly count: number
}

export function findCandidates(index: TermIndex, plan: QueryPlan, tests: DocumentTests): Candidates {
  const units = unitsThatCount(index, plan, tests)
  const barred = new DocumentSet(index.capacity)
  for (const wanted of plan.excluded) barred.join(holdersOf(index, wanted))

  const all = everyDocument(index)
  for (const { holders } of units) all.meet(holders)
  all.subtract(barred)
  const complete = passing(all, tests.passes)
  let documents = complete
  if (complete.length < ENOUGH) {
    const some = holdersOfSome(index, units)
    some.subtract(all)
    some.subtract(barred)
    documents = new Uint32Array([...complete, ...passing(some, tests.passes)])
  }
  return {
    documents,
    completeCount: complete.length,
    scores: index.scores(plan.terms, documents),
    units,
  }
}

/** Those that pass, ascending. */
function passing(set: DocumentSet, passes: DocumentTest): Uint32Array {
  const documents = set.toArray()
  if (passes === everything) return documents
  let count = 0
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] ?? 0
    if (passes(document)) documents[count++] = document
  }
  return documents.subarray(0, count)
}

/** Units without the leftovers, unless those stand nowhere; none of a short part counts where one of its words does. */
function unitsThatCount(index: TermIndex, plan: QueryPlan, tests: DocumentTests): readonly HeldUnit[] {
  const units = plan.units
    .map((unit) => {
      const holders = holdersOfUnit(index, unit, tests)
      return { unit, holders, count: holders.size }
    })
    .filter(({ unit, count }) => !unit.leftover || count === 0)
  const broken = new Set(units.flatMap(({ unit, count }) => (count > 0 ? [] : (unit.shortPart ?? []))))
  return units.map((it) =>
    broken.has(it.unit.shortPart ?? '') ? { unit: it.unit, holders: new DocumentSet(0), count: 0 } : it,
  )
}

/** Documents that hold every mandatory unit, and enough of all that the units say. */
function holdersOfSome(index: TermIndex, units: readonly HeldUnit[]): DocumentSet {
  const weighted = units
    .filter(({ unit, count }) => count > 0 || unit.mandatory)
    .map(({ unit, holders, count }) => ({ unit, holders, weight: Math.log(1 + index.size / (count + 0.5)) }))
  const total = weighted.reduce((sum, it) => sum + it.weight, 0)
  const some = new DocumentSet(index.capacity)
  // Whoever holds none of the units that say most cannot hold enough: the rarest are looked at until that is so.
  let left = total
  for (const { weight, holders } of weighted.toSorted((a, b) => b.weight - a.weight)) {
    if (left < LEAST_SHARE * total * JUST_BELOW) break
    some.join(holders)
    left -= weight
  }
  for (const { unit, holders } of weighted) if (unit.mandatory) some.meet(holders)
  for (const document of some.toArray()) {
    let said = 0
    for (const { weight, holders } of weighted) if (holders.has(document)) said += weight
    if (said < LEAST_SHARE * total) some.delete(document)
  }
  return some
}

/** Sums in another order differ in their last digit. */
const JUST_BELOW = 1 - 1e-9

function everyDocument(index: TermIndex): DocumentSet {
  const documents = new DocumentSet(index.capacity)
  index.addAll(documents)
  return documents
}

/** Documents that hold one of the alternatives. */
function holdersOfUnit(index: TermIndex, { alternatives }: Unit, tests: DocumentTests): DocumentSet {
  const [documents = new DocumentSet(index.capacity), ...others] = alternatives.map((it) =>
    holdersOf(index, it),
  )
  for (const other of others) documents.join(other)
  for (const { dates } of alternatives) {
    if (dates === undefined) continue
    const inRange = tests.issuedIn(dates)
    for (const document of everyDocument(index).toArray()) if (inRange(document)) documents.add(document)
  }
  return documents
}
