import { holdersOf } from './holders.ts'
import type { DateRange } from './query-dates.ts'
import type { QueryPlan, Unit } from './query-plan.ts'
import type { TermIndex } from './term-index.ts'

/** What the index alone says about a query. */
export interface Candidates {
  /** Documents that are hits, those that hold every unit first. */
  readonly documents: Uint32Array
  /** How many of them hold every unit; those have `complete[document] === 1`. */
  readonly completeCount: number
  readonly complete: Uint8Array
  /** By document. */
  readonly scores: Float64Array
  /** The units that count, and for each how many documents hold it. */
  readonly units: readonly { readonly unit: Unit; readonly count: number }[]
}

/** Articles with some of the words follow only where fewer than this hold all of them. */
const ENOUGH = 10
/** Share of what the words say (their inverse frequencies) that an article must hold to be a hit at all. */
const LEAST_SHARE = 0.5

export interface DocumentTests {
  /** Called for documents that hold some of the words. */
  readonly passes: (document: number) => boolean
  readonly issuedIn: (dates: DateRange) => (document: number) => boolean
}

/** A unit that counts, and the documents that hold it, each once. */
interface HeldUnit {
  readonly unit: Unit
  readonly documents: Uint32Array
}

// Counted loops here: a query for a very common word walks over every document of the archive.

export function findCandidates(index: TermIndex, plan: QueryPlan, tests: DocumentTests): Candidates {
  const { capacity } = index
  const scores = new Float64Array(capacity)
  for (const term of plan.terms) index.score(term, scores)

  const units = unitsThatCount(index, plan, tests)
  const held = new Uint16Array(capacity)
  for (const { documents } of units)
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] ?? 0
      held[document] = (held[document] ?? 0) + 1
    }
  const barred = new Uint8Array(capacity)
  for (const wanted of plan.excluded) for (const document of holdersOf(index, wanted)) barred[document] = 1
  const isAdmitted = (document: number) => barred[document] === 0 && tests.passes(document)

  const complete = new Uint8Array(capacity)
  const whole: number[] = []
  const among = rarestOf(units)?.documents ?? everyDocument(index)
  for (let i = 0; i < among.length; i++) {
    const document = among[i] ?? 0
    if (held[document] !== units.length || !isAdmitted(document)) continue
    complete[document] = 1
    whole.push(document)
  }
  const isMore = (document: number) => complete[document] === 0 && isAdmitted(document)
  const some = whole.length < ENOUGH ? holdersOfSome(units, plan, index).filter(isMore) : []
  return {
    documents: new Uint32Array(whole.concat(some)),
    completeCount: whole.length,
    complete,
    scores,
    units: units.map(({ unit, documents }) => ({ unit, count: documents.length })),
  }
}

/** Units without the leftovers, unless those stand nowhere; none of a short part counts where one of its words does. */
function unitsThatCount(index: TermIndex, plan: QueryPlan, tests: DocumentTests): readonly HeldUnit[] {
  const units = plan.units
    .map((unit) => ({ unit, documents: holdersOfUnit(index, unit, tests) }))
    .filter(({ unit, documents }) => !unit.leftover || documents.length === 0)
  const broken = new Set(
    units.flatMap(({ unit, documents }) => (documents.length > 0 ? [] : (unit.shortPart ?? []))),
  )
  return units.map((it) =>
    broken.has(it.unit.shortPart ?? '') ? { unit: it.unit, documents: new Uint32Array() } : it,
  )
}

/** Whoever holds every unit holds the one that fewest hold. */
const rarestOf = (units: readonly HeldUnit[]): HeldUnit | undefined =>
  units.toSorted((a, b) => a.documents.length - b.documents.length)[0]

/** Documents that hold every mandatory unit, and enough of all that the units say, by ascending number. */
function holdersOfSome(units: readonly HeldUnit[], plan: QueryPlan, { capacity, size }: TermIndex): number[] {
  const share = new Float64Array(capacity)
  const mandatoryHeld = new Uint16Array(capacity)
  let total = 0
  for (const { unit, documents } of units) {
    const weight = Math.log(1 + size / (documents.length + 0.5))
    const mandatory = unit.mandatory ? 1 : 0
    if (documents.length > 0 || unit.mandatory) total += weight
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] ?? 0
      share[document] = (share[document] ?? 0) + weight
      mandatoryHeld[document] = (mandatoryHeld[document] ?? 0) + mandatory
    }
  }
  const mandatoryCount = plan.units.filter((it) => it.mandatory).length
  const some: number[] = []
  for (let document = 0; document < capacity; document++) {
    const said = share[document] ?? 0
    if (said > 0 && said >= LEAST_SHARE * total && mandatoryHeld[document] === mandatoryCount)
      some.push(document)
  }
  return some
}

function everyDocument(index: TermIndex): Uint32Array {
  const all: number[] = []
  for (let document = 0; document < index.capacity; document++)
    if (index.idOf(document) !== undefined) all.push(document)
  return new Uint32Array(all)
}

/** Documents that hold one of the alternatives, each once. */
function holdersOfUnit(index: TermIndex, { alternatives }: Unit, tests: DocumentTests): Uint32Array {
  const [only] = alternatives
  if (only !== undefined && alternatives.length === 1 && only.dates === undefined)
    return holdersOf(index, only)
  const documents = new Set(alternatives.flatMap((it) => [...holdersOf(index, it)]))
  for (const { dates } of alternatives) {
    if (dates === undefined) continue
    const inRange = tests.issuedIn(dates)
    for (let document = 0; document < index.capacity; document++)
      if (inRange(document) && index.idOf(document) !== undefined) documents.add(document)
  }
  return new Uint32Array(documents)
}
