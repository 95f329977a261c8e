import type { Literal } from '../query/literal.ts'
import { DocumentSet } from '../term-index/document-set.ts'
import type { TermIndex } from '../term-index/term-index.ts'
import { boostsOf, type Clause, literalsOf, type TermClause } from './query-plan.ts'

/**
 * Documents that hold a term of every group of a literal, or of one of its other forms. Exactly those that hold the literal if it has one or two
 * characters; for longer ones a few more may be among them, and for numbers those that print it with commas.
 */
export function matchingDocuments(
  index: TermIndex,
  clause: Pick<TermClause, 'literal' | 'others' | 'field'> & Partial<Pick<TermClause, 'isWord'>>,
): DocumentSet {
  const word = wordOf(index, clause)
  const documents =
    word === undefined ? documentsOfLiteral(index, clause) : documentsOfWord(index, word, clause.field)
  for (const { literal } of clause.others)
    documents.join(documentsOfLiteral(index, { literal, field: clause.field }))
  return documents
}

/**
 * Of the documents that match a clause, those of which only the text can tell whether they hold it; undefined if there is
 * no doubt about any.
 */
export function doubtfulDocuments(
  index: TermIndex,
  clause: TermClause,
  matching: DocumentSet,
): DocumentSet | undefined {
  const { literal, others, field } = clause
  const asked = wordOf(index, clause) === undefined ? [literal] : []
  const open = [...asked, ...others.map((it) => it.literal)].filter((it) => !isExact(it))
  if (open.length === 0) return undefined
  const doubtful = matching.copy()
  for (const it of literalsOf(clause)) doubtful.subtract(certainDocuments(index, it, field))
  return doubtful.isEmpty ? undefined : doubtful
}

/** True if the documents that hold its terms are just those whose texts hold it. */
export const isExact = ({ termGroups, followedBy }: Literal): boolean =>
  termGroups.length === 1 && followedBy === ''

/** Where the segmenter has made one word of a literal, it stands there, whatever its terms are. */
const certainDocuments = (index: TermIndex, literal: Literal, field: TermClause['field']): DocumentSet =>
  isExact(literal)
    ? documentsOfLiteral(index, { literal, field })
    : literal.runs.length === 1 && literal.followedBy === ''
      ? documentsOfWord(index, literal.runs[0] ?? '', field)
      : new DocumentSet(0)

/** The word that a clause is matched as: one of the dictionary that stands somewhere as such. */
function wordOf(
  index: TermIndex,
  { literal, isWord }: Pick<TermClause, 'literal'> & Partial<Pick<TermClause, 'isWord'>>,
): string | undefined {
  const [word = ''] = literal.runs
  return isWord && index.documentFrequency(word) > 0 ? word : undefined
}

function documentsOfWord(index: TermIndex, word: string, field: TermClause['field']): DocumentSet {
  const matching = new DocumentSet(index.capacity)
  index.addMatching(word, boostsOf(field), matching)
  return matching
}

function documentsOfLiteral(
  index: TermIndex,
  { literal, field }: Pick<TermClause, 'literal' | 'field'>,
): DocumentSet {
  const boosts = boostsOf(field)
  const counted = literal.termGroups.map((group) => ({
    group,
    count: group.reduce((sum, term) => sum + index.documentFrequency(term), 0),
  }))
  // The rarest first: a group that nothing holds ends the search before the long lists are walked.
  counted.sort((a, b) => a.count - b.count)
  const [first, ...others] = counted
  const documentsOfGroup = (group: readonly string[]) => {
    const matching = new DocumentSet(index.capacity)
    for (const term of group) index.addMatching(term, boosts, matching)
    return matching
  }
  const documents = documentsOfGroup(first?.group ?? [])
  for (const { group } of others) {
    if (documents.isEmpty) break
    documents.meet(documentsOfGroup(group))
  }
  return documents
}

/** True of single characters and pairs: whether a document holds them needs no look at its text. */
export const isSure = ({ alternatives }: Clause): boolean =>
  alternatives.every((it) =>
    literalsOf(it).every(({ termGroups }) => termGroups.length === 1 && termGroups[0]?.length === 2),
  )
