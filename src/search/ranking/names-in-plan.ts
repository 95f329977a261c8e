import { normalise } from '../../language/index.ts'
import type { QueryPlan } from './query-plan.ts'
import { countOfText, type TermCounts } from './term-counts.ts'

/** A name as it was typed, and others of the same thing. */
export interface OtherNames {
  readonly text: string
  readonly names: readonly string[]
}

/** The other names that brought articles, or might have; each name once. */
export function otherNamesIn({ clauses, parts }: QueryPlan, counts: TermCounts): readonly OtherNames[] {
  // Parts are as typed, words in normal form: GDP and gdp are one.
  const told = new Map<string, OtherNames>()
  for (const { text, others } of [...parts, ...clauses.flatMap((it) => it.alternatives)]) {
    const names = others.filter(({ kind }) => kind === 'name').map((it) => it.text)
    const key = normalise(text)
    const known = told.has(key) ? [] : names.filter((it) => countOfText(counts, it) > 0)
    if (known.length > 0) told.set(key, { text, names: known })
  }
  return [...told.values()]
}
