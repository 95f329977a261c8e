import { boostsOf, type Wanted } from './query-plan.ts'
import type { TermIndex } from './term-index.ts'

/**
 * Documents that hold a term of every group of a literal, in no order. Exactly those that hold the literal where it
 * has one or two characters or is one number or Latin word; for longer ones a few more may be among them.
 */
export function holdersOf(
  index: TermIndex,
  { literal, field }: Pick<Wanted, 'literal' | 'field'>,
): readonly number[] {
  const boosts = boostsOf(field)
  const counted = literal.termGroups.map((group) => ({
    group,
    count: group.reduce((sum, term) => sum + index.holderCount(term), 0),
  }))
  // The rarest first: a group that nothing holds ends the search before the long lists are walked.
  counted.sort((a, b) => a.count - b.count)
  if (counted[0]?.count === 0) return []
  const seen = new Uint16Array(index.capacity)
  let documents: number[] = []
  for (const [i, { group }] of counted.entries()) {
    const next: number[] = []
    for (const term of group)
      index.eachHolder(term, boosts, (document) => {
        if (seen[document] !== i) return
        seen[document] = i + 1
        next.push(document)
      })
    documents = next
    if (documents.length === 0) break
  }
  return documents
}
