import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { ArticleId } from '../domain/index.ts'
import { loadPinyin, type Tokeniser } from '../language/index.ts'
import { answer } from './answer.ts'
import { createDocumentFacts } from './document-facts.ts'
import { textOfFields } from './index-fields.ts'
import { createMiniSearchIndex } from './minisearch-index.ts'
import { relatedTo } from './related.ts'
import type { ArticleArchive, SearchEngine } from './search-engine.ts'
import { createSuggester } from './suggest.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'

/** Articles taken in between two breaths; 16 of ~1,000 characters take about 10 ms. */
const SLICE = 16

/** A search engine in memory, empty. It holds ids and what ranking needs; texts it asks of the archive. */
export function createSearch(tokeniser: Tokeniser, archive: ArticleArchive): SearchEngine {
  const index = createMiniSearchIndex(tokeniser)
  const facts = createDocumentFacts()
  const suggester = createSuggester(tokeniser)
  let known: Vocabulary | undefined

  const vocabulary = async () => {
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
  const drop = (id: ArticleId) => {
    known = undefined
    if (index.remove(id) !== undefined) suggester.remove(id)
  }

  return {
    get size() {
      return index.size
    },
    add: (articles) =>
      inTurn(async () => {
        for (const [i, article] of articles.entries()) {
          if (i % SLICE === SLICE - 1) {
            await index.tidy(true)
            await yieldToOthers()
          }
          drop(article.id)
          facts.set(index.add(article.id, textOfFields(article)), article)
          suggester.add(article)
        }
        await index.tidy(false)
      }),
    remove: (ids) =>
      inTurn(async () => {
        ids.forEach(drop)
        await index.tidy(false)
      }),
    search: (query, options = {}) => answer(query, options, { index, facts, tokeniser, archive, vocabulary }),
    suggest: async (prefix, limit) => suggester.suggest(prefix, limit),
    wordsOf: (text) => tokeniser.wordsOf(text).map((word) => word.text),
    related: (id, limit) => relatedTo(id, limit, { index, tokeniser, archive }),
  }
}
