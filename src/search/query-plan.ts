import type { Tokeniser } from '../language/index.ts'
import { type Literal, literalOf } from './literal.ts'
import type { Phrase, QueryField, SearchFilter, UnderstoodQuery } from './query.ts'
import type { FieldBoosts } from './term-index.ts'

/** A literal and where it is wanted. */
export interface Wanted {
  /** As typed, for messages. */
  readonly text: string
  readonly literal: Literal
  readonly field: QueryField | undefined
}

/** Something that an article should hold: one of the alternatives. */
export interface Unit {
  readonly alternatives: readonly Wanted[]
  /** An article without it is no hit at all. */
  readonly mandatory: boolean
}

export interface WeightedTerm {
  readonly term: string
  readonly boosts: FieldBoosts
}

/** A query in the form in which index and text are asked. */
export interface QueryPlan {
  readonly units: readonly Unit[]
  readonly excluded: readonly Wanted[]
  readonly filter: SearchFilter
  /** What the score is made of; more than the units need (neighbouring pairs across words, single characters). */
  readonly terms: readonly WeightedTerm[]
  /** The parts of the query as they were typed, for the second look. */
  readonly parts: readonly Wanted[]
}

const BOOSTS = { headline: 4, deck: 2, byline: 1.5, body: 1 }
const BOOSTS_OF_FIELD: Readonly<Record<QueryField, FieldBoosts>> = {
  title: { headline: 4, deck: 2 },
  byline: { byline: 1.5 },
}
/** Of a neighbouring pair of characters, or a single one, beside 1 for a word. */
const GRAM_WEIGHT = 0.3

export const boostsOf = (field: QueryField | undefined): FieldBoosts =>
  field === undefined ? BOOSTS : BOOSTS_OF_FIELD[field]

export function planQuery(query: UnderstoodQuery, tokeniser: Tokeniser): QueryPlan {
  const units: Unit[] = []
  const parts: Wanted[] = []
  const weights = new Map<string, WeightedTerm>()
  for (const alternatives of query.wanted) {
    const wanted = alternatives.flatMap(wantedOf)
    const [only] = wanted
    if (only === undefined) continue
    parts.push(...wanted)
    const phrase = alternatives[0]
    const free = wanted.length === 1 && phrase !== undefined && !phrase.exact && phrase.field === undefined
    const words = free ? wordsOf(only, tokeniser) : []
    if (words.length > 0) units.push(...words.map((it) => ({ alternatives: [it], mandatory: false })))
    else units.push({ alternatives: wanted, mandatory: !free })
    for (const it of wanted) addTerms(it, tokeniser, weights)
  }
  return {
    units,
    excluded: query.excluded.flatMap(wantedOf),
    filter: query.filter,
    terms: [...weights.values()],
    parts,
  }
}

function wantedOf({ text, field }: Phrase): readonly Wanted[] {
  const literal = literalOf(text)
  return literal === undefined ? [] : [{ text, literal, field }]
}

/**
 * The words of an unspaced part of a query that an article must hold. Single characters beside longer words are left
 * out: the cutter leaves them over (的, 在, 让), and they stand in every article.
 */
function wordsOf(part: Wanted, tokeniser: Tokeniser): readonly Wanted[] {
  const words = tokeniser.wordsOf(part.text)
  const kept = words.filter(({ text }) => text.length > 1 || /[^\p{sc=Han}]/u.test(text))
  const texts = new Set(kept.map((it) => it.text))
  return [...texts].flatMap((text) => wantedOf({ text, exact: false }))
}

/** A word weighs 1, a neighbouring pair a fraction: pairs across words tell a pasted phrase from scattered words. */
function addTerms(part: Wanted, tokeniser: Tokeniser, terms: Map<string, WeightedTerm>): void {
  const boosts = boostsOf(part.field)
  for (const { text } of tokeniser.wordsOf(part.text)) terms.set(text, { term: text, boosts })
  const light = Object.fromEntries(Object.entries(boosts).map(([field, it]) => [field, it * GRAM_WEIGHT]))
  for (const term of part.literal.termGroups.flat())
    if (!terms.has(term)) terms.set(term, { term, boosts: light })
}
