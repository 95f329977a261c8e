import type { AsPlainObject } from 'minisearch'

/** A document that holds a term in a field, and how often. */
export interface JsonPosting {
  readonly term: string
  readonly field: number
  readonly document: number
  readonly frequency: number
}

/** The postings in what MiniSearch's `toJSON` gave, term by term and field by field, documents ascending. */
export function* postingsOf({ index, serializationVersion: version }: AsPlainObject): Generator<JsonPosting> {
  if (version !== 1 && version !== 2)
    throw new Error('MiniSearch: cannot deserialize an index created with an incompatible version')
  for (const [term, fields] of index)
    for (const [field, entry] of byNumber(fields)) {
      // The first version of the format has them one level deeper.
      const frequencies = 'ds' in entry && typeof entry.ds === 'object' ? entry.ds : entry
      for (const [document, frequency] of byNumber<number>(frequencies))
        yield { term, field, document, frequency }
    }
}

/** The entries of an object whose keys are numbers, ascending. */
export const byNumber = <V>(object: { readonly [number: string]: V }): [number, V][] =>
  Object.entries(object).map(([number, value]) => [Number(number), value])
