import { holdersOf } from './holders.ts'
import type { DateRange } from './query-dates.ts'
import type { QueryPlan, Unit } from './query-plan.ts'
import type { TermIndex } from './term-index.ts'

/** What the index alone says about a query. */
export interface Candidates {
  /** Documents that are hits, in no order. */
  readonly documents: readonly number[]
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

export function findCandidates(index: TermIndex, plan: QueryPlan, tests: DocumentTests): Candidates {
  const { capacity } = index
  const scores = new Float64Array(capacity)
  for (const term of plan.terms) index.score(term, scores)

  const counted = plan.units
    .map((unit) => ({ unit, documents: holdersOfUnit(index, unit, tests) }))
    .filter(({ unit, documents }) => !unit.leftover || documents.length === 0)
  for (const { unit } of counted.filter((it) => it.documents.length === 0))
    for (const other of counted)
      if (unit.shortPart !== undefined && other.unit.shortPart === unit.shortPart) other.documents = []
  const share = new Float64Array(capacity)
  const held = new Uint16Array(capacity)
  const mandatoryHeld = new Uint16Array(capacity)
  let total = 0
  for (const { unit, documents } of counted) {
    const weight = Math.log(1 + index.size / (documents.length + 0.5))
    if (documents.length > 0 || unit.mandatory) total += weight
    for (const document of documents) {
      share[document] = (share[document] ?? 0) + weight
      held[document] = (held[document] ?? 0) + 1
      if (unit.mandatory) mandatoryHeld[document] = (mandatoryHeld[document] ?? 0) + 1
    }
  }
  const barred = new Uint8Array(capacity)
  for (const wanted of plan.excluded) for (const document of holdersOf(index, wanted)) barred[document] = 1
  const mandatoryCount = plan.units.filter((it) => it.mandatory).length

  const complete = new Uint8Array(capacity)
  const whole: number[] = []
  const some: number[] = []
  const isHit = (document: number) =>
    barred[document] === 0 && index.idOf(document) !== undefined && tests.passes(document)
  for (let document = 0; document < capacity; document++) {
    const count = held[document] ?? 0
    if (count === counted.length) {
      if (!isHit(document)) continue
      complete[document] = 1
      whole.push(document)
    } else if (
      count > 0 &&
      mandatoryHeld[document] === mandatoryCount &&
      (share[document] ?? 0) >= LEAST_SHARE * total &&
      isHit(document)
    )
      some.push(document)
  }
  return {
    documents: whole.length >= ENOUGH ? whole : [...whole, ...some],
    completeCount: whole.length,
    complete,
    scores,
    units: counted.map(({ unit, documents }) => ({ unit, count: documents.length })),
  }
}

/** Documents that hold one of the alternatives, each once. */
function holdersOfUnit(index: TermIndex, { alternatives }: Unit, tests: DocumentTests): readonly number[] {
  const [only] = alternatives
  if (only !== undefined && alternatives.length === 1 && only.dates === undefined)
    return holdersOf(index, only)
  const documents = new Set(alternatives.flatMap((it) => holdersOf(index, it)))
  for (const { dates } of alternatives) {
    if (dates === undefined) continue
    const inRange = tests.issuedIn(dates)
    for (let document = 0; document < index.capacity; document++)
      if (inRange(document) && index.idOf(document) !== undefined) documents.add(document)
  }
  return [...documents]
}
