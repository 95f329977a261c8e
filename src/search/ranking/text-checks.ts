import { yieldToEventLoop } from '../../concurrency/index.ts'
import { DocumentSet } from '../term-index/document-set.ts'
import type { TermIndex } from '../term-index/term-index.ts'
import type { ArticleArchive } from './article-archive.ts'
import { literalsOf, type TermClause } from './query-plan.ts'
import { matchesTermClause, searchableTextOf } from './searchable-text.ts'

/** A term clause, and documents of which the index cannot say whether they hold it. */
export interface Doubt {
  readonly clause: TermClause
  readonly documents: DocumentSet
}

/** Says of doubtful documents which of them hold what is asked for, by their texts. */
export interface TextChecks {
  /** For each doubt the documents in question that hold its clause. What was found out before is not read again. */
  settle(doubts: readonly Doubt[]): Promise<readonly DocumentSet[]>
}

/** What is known of one clause. A document never changes: an article that does gets another number. */
interface Known {
  readonly checked: DocumentSet
  readonly holding: DocumentSet
}

/** Clauses that are remembered, those asked for last: two sets of documents each, 25 KB for 100,000 articles. */
const REMEMBERED = 100
/** Articles that are looked at between two breaths: some 3 ms of work. */
const ARTICLES_PER_SLICE = 64

/** Looks into texts where the index leaves a doubt, and remembers the answers: the next page asks the same. */
export function createTextChecks(
  index: Pick<TermIndex, 'idOf' | 'capacity'>,
  archive: ArticleArchive,
): TextChecks {
  const memory = new Map<string, Known>()
  const knownOf = (clause: TermClause): Known => {
    const key = keyOf(clause)
    const known = memory.get(key) ?? { checked: new DocumentSet(0), holding: new DocumentSet(0) }
    memory.delete(key)
    memory.set(key, known)
    for (const oldest of memory.keys()) {
      if (memory.size <= REMEMBERED) break
      memory.delete(oldest)
    }
    known.checked.reserve(index.capacity)
    known.holding.reserve(index.capacity)
    return known
  }
  return {
    settle: async (doubts) => {
      const asked = doubts.map((doubt) => ({ ...doubt, ...knownOf(doubt.clause) }))
      const unread = new DocumentSet(index.capacity)
      for (const { documents, checked } of asked) {
        const open = documents.copy()
        open.subtract(checked)
        unread.join(open)
      }
      const numbers = Array.from(unread.toArray())
      for (let at = 0; at < numbers.length; at += ARTICLES_PER_SLICE) {
        if (at > 0) await yieldToEventLoop()
        const slice = numbers.slice(at, at + ARTICLES_PER_SLICE)
        const articles = await archive.getMany(slice.map((document) => index.idOf(document) ?? ''))
        for (const [i, document] of slice.entries()) {
          const article = articles[i]
          // Whoever is gone from the archive is no hit now; what it held is not known.
          if (article === undefined) continue
          const text = searchableTextOf(article)
          for (const { clause, documents, checked, holding } of asked) {
            if (!documents.has(document)) continue
            checked.add(document)
            if (matchesTermClause(text, { ...clause, dates: undefined })) holding.add(document)
          }
        }
      }
      return asked.map(({ documents, holding }) => {
        const held = documents.copy()
        held.meet(holding)
        return held
      })
    },
  }
}

/** The same for clauses that are true of the same texts. Days are not among it: the index knows them. */
const keyOf = (clause: TermClause): string =>
  JSON.stringify([clause.field, literalsOf(clause).map(({ runs, followedBy }) => [runs, followedBy])])
