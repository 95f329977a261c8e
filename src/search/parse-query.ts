import { normalise, runsOf } from '../language/index.ts'
import type { Phrase, QueryProblem, UnderstoodQuery } from './query.ts'

/** More is no question but a text; the answer must stay quick. */
const MAX_LENGTH = 400

/** Reads a query. Never throws: what makes no sense is named in `problems`. */
export function parseQuery(query: string): UnderstoodQuery & { readonly problems: readonly QueryProblem[] } {
  const problems: QueryProblem[] = []
  if (query.length > MAX_LENGTH) problems.push({ kind: 'tooLong', unit: 'characters', kept: MAX_LENGTH })
  const wanted: (readonly Phrase[])[] = []
  for (const text of query.slice(0, MAX_LENGTH).split(/\s+/u))
    if (!runsOf(normalise(text)).next().done) wanted.push([{ text, exact: false }])
  if (wanted.length === 0) problems.push({ kind: 'nothingAsked' })
  return { wanted, excluded: [], filter: {}, problems }
}
