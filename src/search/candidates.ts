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
    const { promising, holdsEnough } = holdersOfSome(index, units)
    promising.subtract(all)
    promising.subtract(barred)
    // The filter first: it costs less, and leaves less to be weighed.
    const some = passing(promising, (document) => tests.passes(document) && holdsEnough(document))
    documents = new Uint32Array(complete.length + some.length)
    documents.set(complete)
    documents.set(some, complete.length)
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

/**
 * Documents that hold every mandatory unit and one of those that say most, which is all that may hold enough of what the
 * units say; and whether one of them does.
 */
function holdersOfSome(
  index: TermIndex,
  units: readonly HeldUnit[],
): { readonly promising: DocumentSet; readonly holdsEnough: DocumentTest } {
  const weighted = units
    .filter(({ unit, count }) => count > 0 || unit.mandatory)
    .map(({ unit, holders, count }) => ({ unit, holders, weight: Math.log(1 + index.size / (count + 0.5)) }))
  const total = weighted.reduce((sum, it) => sum + it.weight, 0)
  const promising = new DocumentSet(index.capacity)
  // Whoever holds none of the rarest cannot hold enough: so many are looked at that the others together say too little.
  let others = total
  for (const { weight, holders } of weighted.toSorted((a, b) => b.weight - a.weight)) {
    if (others < LEAST_SHARE * total * JUST_BELOW) break
    promising.join(holders)
    others -= weight
  }
  for (const { unit, holders } of weighted) if (unit.mandatory) promising.meet(holders)
  const holdsEnough = (document: number) => {
    let said = 0
    for (const { weight, holders } of weighted) if (holders.has(document)) said += weight
    return said >= LEAST_SHARE * total
  }
  return { promising, holdsEnough }
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
