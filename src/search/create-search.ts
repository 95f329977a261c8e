import type { Article } from '../domain/index.ts'
import { loadPinyin, type Tokeniser } from '../language/index.ts'
import { findAll } from './find-all.ts'
import type { Calendar } from './query/query-dates.ts'
import type { ArticleArchive } from './ranking/article-archive.ts'
import type { CandidateSource } from './ranking/candidate-source.ts'
import { createMemoryIndex } from './ranking/memory-index.ts'
import { queryMatcherOf } from './ranking/query-matcher.ts'
import { relatedTo } from './ranking/related.ts'
import { type SearchableText, searchableTextOf } from './ranking/searchable-text.ts'
import { countOfText, inverseDocumentFrequency, type TermCounts } from './ranking/term-counts.ts'
import { questionOf, runQuery, showMatches } from './run-query.ts'
import type { SearchEngine } from './search-engine.ts'
import { buildVocabulary, type Vocabulary } from './spelling/vocabulary.ts'
import { suggest } from './suggester.ts'

/** Articles that may change, of all, before the vocabulary is read anew: that holds everybody up for a moment. */
const VOCABULARY_SHARE = 0.005

/** Where candidates come from if not from memory. */
export interface RemoteSource extends CandidateSource {
  /** As it was at the last `refresh`. */
  readonly calendar: Calendar
  /** Articles that can be found, at the last `refresh`. */
  readonly size: number
  /** Reads both, or reads them anew beside all else. */
  refresh(): Promise<void>
  /** The same source, whose answers together take so long at most. */
  within(ms: number): CandidateSource
}

/** One search may ask a server several times; longer than this no reader waits for all of it. */
const LONGEST_MS = 5000

/**
 * A search engine, empty.
 * @param openRemote opens what answers queries instead of the index in memory, if anything, made with the counts of that one. The index in memory
 * then holds the newest articles, for spelling and pinyin.
 */
export function createSearch(
  tokeniser: Tokeniser,
  archive: ArticleArchive,
  openRemote?: (counts: TermCounts) => RemoteSource | undefined,
): SearchEngine {
  const memory = createMemoryIndex(tokeniser, archive)
  const { counts } = memory
  const remote = openRemote?.(counts)
  const { source, calendar } = remote ? { source: remote, calendar: remote.calendar } : memory
  const parts = { source, counts, isSample: remote !== undefined, calendar, tokeniser, archive }
  let known: { readonly vocabulary: Vocabulary; readonly changes: number } | undefined

  const vocabulary = async () => {
    const { changes } = memory
    if (known === undefined || changes - known.changes > VOCABULARY_SHARE * counts.documentCount)
      known = { vocabulary: buildVocabulary(counts, await loadPinyin()), changes }
    return known.vocabulary
  }
  // Many queries test the same few articles.
  const texts = new WeakMap<Article, SearchableText>()
  const textOf = (article: Article) => {
    const text = texts.get(article) ?? searchableTextOf(article)
    texts.set(article, text)
    return text
  }

  return {
    get size() {
      return remote?.size ?? counts.documentCount
    },
    add: (articles, more) => memory.add(articles, more),
    remove: (ids) => memory.remove(ids),
    save: (file, origin) => memory.save(file, origin),
    load: (file, now) => memory.load(file, now),
    search: async (query, options = {}) => {
      if (remote === undefined) return runQuery(query, options, { ...parts, vocabulary })
      await remote.refresh()
      return runQuery(query, options, { ...parts, source: remote.within(LONGEST_MS), vocabulary })
    },
    findAll: async (query, options = {}) => {
      if (remote === undefined) return findAll(query, options, parts)
      await remote.refresh()
      return findAll(query, options, { ...parts, source: remote.within(LONGEST_MS) })
    },
    questionOf: (query, options = {}) => questionOf(query, options, parts),
    test: (query) => {
      const test = queryMatcherOf(query, tokeniser)
      return (article) => test(article, textOf(article))
    },
    show: (query, article, options = {}) => showMatches(query, article, options, parts),
    suggest: (prefix, limit) => suggest(prefix, limit, parts),
    wordsOf: (text) => tokeniser.wordsOf(text).map((word) => word.text),
    rarityOf: (text) => inverseDocumentFrequency(countOfText(counts, text), counts.documentCount),
    related: (id, limit) => relatedTo(id, limit, parts),
  }
}
