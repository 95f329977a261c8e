import { boostsOf, type Wanted } from './query-plan.ts'
import type { TermIndex } from './term-index.ts'

/**
 * Documents that hold a term of every group of a literal, in no order. Exactly those that hold the literal where it
 * has one or two characters or is one number or Latin word; for longer ones a few more may be among them.
 */
export function holdersOf(
  index: TermIndex,
  { literal, field }: Pick<Wanted, 'literal' | 'field'>,
): Uint32Array {
  const boosts = boostsOf(field)
  const counted = literal.termGroups.map((group) => ({
    group,
    count: group.reduce((sum, term) => sum + index.holderCount(term), 0),
  }))
  // The rarest first: a group that nothing holds ends the search before the long lists are walked.
  counted.sort((a, b) => a.count - b.count)
  let documents = new Uint32Array(counted[0]?.count ?? 0)
  if (documents.length === 0) return documents
  const seen = new Uint16Array(index.capacity)
  for (const [i, { group }] of counted.entries()) {
    let count = 0
    // Only `seen` tells what was held before, and no group adds to it: the new list fits where the old one was.
    for (const term of group)
      index.holders(term, boosts, (holders, length) => {
        for (let at = 0; at < length; at++) {
          const document = holders[at] ?? 0
          if (seen[document] !== i) continue
          seen[document] = i + 1
          documents[count++] = document
        }
      })
    documents = documents.subarray(0, count)
    if (count === 0) break
  }
  return documents
}
