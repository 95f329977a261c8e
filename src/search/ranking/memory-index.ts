import { yieldToEventLoop } from '../../concurrency/index.ts'
import type { ArchiveState, Article, ArticleId } from '../../domain/index.ts'
import { type Tokeniser, WORD_VECTORS } from '../../language/index.ts'
import type { Calendar } from '../query/query-dates.ts'
import { readIndexRules } from '../snapshot/index-rules.ts'
import { readSnapshot, writeSnapshot } from '../snapshot/snapshot-file.ts'
import { BULK_COMPACTION, COMPACTION } from '../term-index/compaction.ts'
import { createDocumentValues } from '../term-index/document-values.ts'
import { textOfFields } from '../term-index/fields.ts'
import { createHeadlineVectors } from '../term-index/headline-vectors.ts'
import { createHeadlines } from '../term-index/headlines.ts'
import { createTermIndex } from '../term-index/term-index.ts'
import type { ArticleArchive } from './article-archive.ts'
import type { CandidateSource } from './candidate-source.ts'
import { createMemorySource } from './memory-source.ts'
import { headlineVectorOf } from './query-meaning.ts'
import { createTermCounts, type TermCounts } from './term-counts.ts'

/** An index in the process, and what it answers. */
export interface MemoryIndex {
  readonly source: CandidateSource
  readonly counts: TermCounts
  readonly calendar: Calendar
  /** How often an article has come, changed or gone so far. */
  readonly changes: number
  /** One with a known id replaces the older one. @param more whether others follow at once */
  add(articles: readonly Article[], more?: boolean): Promise<void>
  remove(ids: readonly ArticleId[]): Promise<void>
  /** @throws if the file cannot be written */
  save(file: string, origin: ArchiveState): Promise<void>
  /** @returns the revision that it knows now; undefined if there is no file @throws {UnusableSnapshot} */
  load(file: string, now: ArchiveState): Promise<number | undefined>
}

/** Articles taken in between two breaths: 2 ms of work, and ten times that before its code is compiled. */
const ARTICLES_PER_SLICE = 4

/** An index in memory, empty. It holds ids and what ranking needs; texts it asks of the archive. */
export function createMemoryIndex(tokeniser: Tokeniser, archive: ArticleArchive): MemoryIndex {
  // Read now: when a long run ends and saves, the source of a newer version may lie where ours was.
  const rules = `${readIndexRules(tokeniser)}, ${WORD_VECTORS}`
  const index = createTermIndex(tokeniser)
  const facts = createDocumentValues()
  const headlines = createHeadlines((document) => facts.dateOf(document))
  const meanings = createHeadlineVectors()
  let changes = 0
  // One change after the other: the index must not change while it is being packed.
  let lastChange: Promise<void> = Promise.resolve()
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const turn = lastChange.then(change)
    lastChange = turn.catch(() => undefined)
    return turn
  }
  const drop = (id: ArticleId) => {
    changes++
    const document = index.documentOf(id)
    if (document === undefined) return
    index.discard(id)
    headlines.remove(document)
    meanings.remove(document)
  }
  const add: MemoryIndex['add'] = (articles, more = false) =>
    inTurn(async () => {
      for (const [i, article] of articles.entries()) {
        if (i % ARTICLES_PER_SLICE === ARTICLES_PER_SLICE - 1) {
          await index.compact(BULK_COMPACTION)
          await yieldToEventLoop()
        }
        drop(article.id)
        index.add({ id: article.id, ...textOfFields(article) })
        const document = index.capacity - 1
        facts.set(document, article)
        headlines.set(document, article.headline)
        meanings.set(document, headlineVectorOf(article.headline, tokeniser))
      }
      await index.compact(more ? BULK_COMPACTION : COMPACTION)
    })
  const remove: MemoryIndex['remove'] = (ids) =>
    inTurn(async () => {
      ids.forEach(drop)
      if (ids.length > 0) await index.compact(COMPACTION)
    })

  return {
    source: createMemorySource({ index, facts, archive, headlines, meanings, add, remove }),
    counts: createTermCounts(index),
    calendar: { has: (days) => facts.hasIssueIn(days), newest: () => facts.newestDay() },
    get changes() {
      return changes
    },
    add,
    remove,
    save: (file, origin) =>
      inTurn(async () => {
        const columns = {
          ...(await index.columns()),
          ...facts.columns(),
          headlines: headlines.column(),
          headlineVectors: meanings.column(),
        }
        await writeSnapshot(file, { rules, ...origin }, columns)
      }),
    load: async (file, origin) => {
      const snapshot = await readSnapshot(file, { rules, ...origin })
      if (snapshot === undefined) return undefined
      const { columns, revision } = snapshot
      index.load(columns)
      await yieldToEventLoop()
      facts.load(columns)
      await yieldToEventLoop()
      headlines.load(columns.headlines)
      meanings.load(columns.headlineVectors)
      return revision
    },
  }
}
