import { normalise } from '../../language/index.ts'
import type { Literal } from '../query/literal.ts'
import type { QueryField, SearchFilter } from '../query/query.ts'
import { isExact } from '../ranking/matching-documents.ts'
import { boostsOf, type Clause, literalsOf, type TermClause } from '../ranking/query-plan.ts'
import { barePage, dayNumber } from '../term-index/document-values.ts'

/** A query in the language of the server. */
export type ServerQuery = Readonly<Record<string, unknown>>

/** No article: a clause that nothing matches. */
export const NOTHING: ServerQuery = { match_none: {} }
/** All articles: a plan that asks for no word. */
export const EVERYTHING: ServerQuery = { match_all: {} }

/** What holds each of some queries. */
export const allOf = (filter: readonly ServerQuery[], mustNot: readonly ServerQuery[] = []): ServerQuery =>
  filter.length === 1 && filter[0] && mustNot.length === 0
    ? filter[0]
    : { bool: { filter: [...filter], ...(mustNot.length > 0 && { must_not: [...mustNot] }) } }

/** What holds one of some queries. */
export const oneOf = (queries: readonly ServerQuery[]): ServerQuery =>
  queries.length === 0
    ? NOTHING
    : queries.length === 1 && queries[0]
      ? queries[0]
      : { bool: { should: [...queries], minimum_should_match: 1 } }

/** Articles that hold one of some terms in the fields that are meant. */
function termsIn(field: QueryField | undefined, terms: readonly string[]): ServerQuery {
  if (field === undefined) return { terms: { all: [...terms] } }
  return oneOf(Object.keys(boostsOf(field)).map((name) => ({ terms: { [name]: [...terms] } })))
}

const literalQuery = (literal: Literal, field: QueryField | undefined): ServerQuery =>
  allOf(literal.termGroups.map((group) => termsIn(field, group)))

/** Words of the dictionary that stand nowhere as such are looked for by their letters. */
export type Absent = ReadonlySet<string>

/** The word that a clause is matched as; see `matchingDocuments`, which asks the same of the index in memory. */
export const wordOf = ({ isWord, literal }: TermClause, absent: Absent): string | undefined => {
  const [word = ''] = literal.runs
  return isWord && !absent.has(word) ? word : undefined
}

/** Articles that hold a word as such, in any field: whether there are any decides how it is matched. */
export const wordQuery = (word: string): ServerQuery => ({ terms: { all: [word] } })

/** Articles that match a term clause; see `matchingDocuments`. */
export function matchingQuery(clause: TermClause, absent: Absent): ServerQuery {
  const word = wordOf(clause, absent)
  return oneOf([
    word === undefined ? literalQuery(clause.literal, clause.field) : termsIn(clause.field, [word]),
    ...clause.others.map(({ literal }) => literalQuery(literal, clause.field)),
  ])
}

/** Articles of which the index alone can tell that they hold a clause; undefined if that is all that match it. */
export function certainQuery(clause: TermClause, absent: Absent): ServerQuery | undefined {
  const asked = wordOf(clause, absent) === undefined ? [clause.literal] : []
  if ([...asked, ...clause.others.map((it) => it.literal)].every(isExact)) return undefined
  const certain = literalsOf(clause).flatMap((it) => {
    if (isExact(it)) return [literalQuery(it, clause.field)]
    return it.runs.length === 1 && it.followedBy === '' ? [termsIn(clause.field, [it.runs[0] ?? ''])] : []
  })
  return allOf([matchingQuery(clause, absent), oneOf(certain)])
}

/** Articles issued in some days. */
export const issuedIn = ({ from, to }: Pick<SearchFilter, 'from' | 'to'>): ServerQuery => ({
  range: {
    date: {
      gte: from === undefined ? 1 : Math.max(1, dayNumber(from)),
      ...(to !== undefined && { lte: dayNumber(to) }),
    },
  },
})

/** Articles that hold one of the alternatives of a clause, or are of its days. */
export const clauseQuery = ({ alternatives }: Clause, absent: Absent): ServerQuery =>
  oneOf(
    alternatives.flatMap((it) => [
      matchingQuery(it, absent),
      ...(it.dates === undefined ? [] : [issuedIn(it.dates)]),
    ]),
  )

/** Articles that match a required clause, and may not hold it; undefined if the index can tell of each. */
export function doubtQuery(
  { alternatives }: Pick<Clause, 'alternatives'>,
  absent: Absent,
): ServerQuery | undefined {
  const certain = alternatives.map((it) => ({ it, certain: certainQuery(it, absent) }))
  if (certain.every((it) => it.certain === undefined)) return undefined
  return allOf(
    [oneOf(certain.flatMap(({ it, certain: known }) => (known ? [matchingQuery(it, absent)] : [])))],
    [
      ...certain.map(({ it, certain: known }) => known ?? matchingQuery(it, absent)),
      ...alternatives.flatMap(({ dates }) => (dates === undefined ? [] : [issuedIn(dates)])),
    ],
  )
}

/** What a filter asks for, each a query. */
export function filterQueries({ section, paper, page, from, to }: SearchFilter): readonly ServerQuery[] {
  const containing = (field: string, text: string): ServerQuery => ({
    wildcard: { [field]: { value: `*${normalise(text).replaceAll(/[*?\\]/g, '\\$&')}*` } },
  })
  return [
    ...(section === undefined ? [] : [containing('section', section)]),
    ...(paper === undefined ? [] : [containing('paper', paper)]),
    ...(page === undefined ? [] : [{ term: { page: barePage(page) } }]),
    ...(from === undefined && to === undefined
      ? []
      : [issuedIn({ ...(from && { from }), ...(to && { to }) })]),
  ]
}

/** How many clauses of the server a query is made of: what its limit counts. */
export function leavesOf(query: unknown): number {
  if (Array.isArray(query)) return query.reduce((sum: number, it) => sum + leavesOf(it), 0)
  if (typeof query !== 'object' || query === null) return 0
  return Object.entries(query).reduce((sum, [key, value]) => sum + (LEAVES.has(key) ? 1 : leavesOf(value)), 0)
}

const LEAVES = new Set(['term', 'terms', 'range', 'wildcard', 'match_all', 'match_none', 'ids', 'prefix'])
