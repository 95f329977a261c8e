import { yieldToEventLoop } from '../concurrency/index.ts'
import type { Article, ArticleId } from '../domain/index.ts'
import { loadPinyin, type Tokeniser } from '../language/index.ts'
import type { ArticleArchive } from './ranking/article-archive.ts'
import { queryMatcherOf } from './ranking/query-matcher.ts'
import { relatedTo } from './ranking/related.ts'
import { type SearchableText, searchableTextOf } from './ranking/searchable-text.ts'
import { createTextChecks } from './ranking/text-checks.ts'
import { countOfText, questionOf, runQuery, showMatches } from './run-query.ts'
import type { SearchEngine } from './search-engine.ts'
import { readIndexRules } from './snapshot/index-rules.ts'
import { readSnapshot, writeSnapshot } from './snapshot/snapshot-file.ts'
import { buildVocabulary, type Vocabulary } from './spelling/vocabulary.ts'
import { createSuggester } from './suggester.ts'
import { BULK_COMPACTION, COMPACTION } from './term-index/compaction.ts'
import { createDocumentValues } from './term-index/document-values.ts'
import { textOfFields } from './term-index/fields.ts'
import { createTermIndex } from './term-index/term-index.ts'

/** Articles taken in between two breaths: 2 ms of work, and ten times that before its code is compiled. */
const ARTICLES_PER_SLICE = 4
/** Articles that may change, of all, before the vocabulary is read anew: that holds everybody up for a moment. */
const VOCABULARY_SHARE = 0.005

/** A search engine in memory, empty. It holds ids and what ranking needs; texts it asks of the archive. */
export function createSearch(tokeniser: Tokeniser, archive: ArticleArchive): SearchEngine {
  // Read now: when a long run ends and saves, the source of a newer version may lie where ours was.
  const rules = readIndexRules(tokeniser)
  const index = createTermIndex(tokeniser)
  const facts = createDocumentValues()
  const checks = createTextChecks(index, archive)
  const suggester = createSuggester(tokeniser, (document) => facts.dateOf(document))
  const headlineOf = (document: number) => suggester.headlineOf(document)
  let known: Vocabulary | undefined
  let changedSince = 0

  const vocabulary = async () => {
    if (changedSince > VOCABULARY_SHARE * index.documentCount) known = undefined
    if (known === undefined) changedSince = 0
    known ??= buildVocabulary(index, await loadPinyin())
    return known
  }
  // One change after the other: the index must not change while it is being packed.
  let lastChange: Promise<void> = Promise.resolve()
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const turn = lastChange.then(change)
    lastChange = turn.catch(() => undefined)
    return turn
  }
  // Many queries test the same few articles.
  const texts = new WeakMap<Article, SearchableText>()
  const textOf = (article: Article) => {
    const text = texts.get(article) ?? searchableTextOf(article)
    texts.set(article, text)
    return text
  }
  const drop = (id: ArticleId) => {
    changedSince++
    const document = index.documentOf(id)
    if (document === undefined) return
    index.discard(id)
    suggester.remove(document)
  }

  return {
    get size() {
      return index.documentCount
    },
    add: (articles, more = false) =>
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
          suggester.set(document, article.headline)
        }
        await index.compact(more ? BULK_COMPACTION : COMPACTION)
      }),
    remove: (ids) =>
      inTurn(async () => {
        ids.forEach(drop)
        if (ids.length > 0) await index.compact(COMPACTION)
      }),
    save: (file, origin) =>
      inTurn(async () => {
        const columns = { ...(await index.columns()), ...facts.columns(), headlines: suggester.column() }
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
      suggester.load(columns.headlines)
      return revision
    },
    search: (query, options = {}) =>
      runQuery(query, options, { index, facts, tokeniser, archive, texts: checks, headlineOf, vocabulary }),
    questionOf: (query, options = {}) => questionOf(query, options, { facts, tokeniser }),
    test: (query) => {
      const test = queryMatcherOf(query, tokeniser)
      return (article) => test(article, textOf(article))
    },
    show: (query, article, options = {}) => showMatches(query, article, options, tokeniser),
    suggest: async (prefix, limit) => suggester.suggest(prefix, limit),
    wordsOf: (text) => tokeniser.wordsOf(text).map((word) => word.text),
    rarityOf: (text) => Math.log(1 + index.documentCount / (countOfText(index, text) + 0.5)),
    related: (id, limit) => relatedTo(id, limit, { index, tokeniser, archive }),
  }
}
