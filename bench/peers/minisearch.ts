import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch, { type Options } from 'minisearch'
import type { Tokeniser } from '../../src/language/index.ts'
import type { Query } from '../performance/corpus/query.ts'
import {
  type Engine,
  type EngineKind,
  fieldsOf,
  HEADLINE_BOOST,
  type WordFields,
} from '../performance/engines/engine.ts'
import { wordsOf } from '../performance/engines/words-of.ts'

/** Stock MiniSearch over words. It has no phrases. */
export const minisearch: EngineKind = kindOf('minisearch.json', wordsOf)

/** The same over all that ours indexes: words, pairs and characters. */
export const minisearchGrams: EngineKind = kindOf('minisearch-grams.json', (tokeniser, text) =>
  tokeniser.termsOf(text),
)

function kindOf(file: string, cut: (tokeniser: Tokeniser, text: string) => string[]): EngineKind {
  const optionsFor = (tokeniser: Tokeniser): Options<WordFields> => ({
    fields: ['headline', 'body'],
    storeFields: ['date', 'section'],
    tokenize: (text) => cut(tokeniser, text),
    processTerm: (term) => term,
  })
  return {
    kinds: ['words', 'date', 'section', 'piece', 'commonWord', 'commonCharacter', 'commonPair'],
    create: async ({ tokeniser }) => engineOf(new MiniSearch(optionsFor(tokeniser)), file),
    load: async (folder, { tokeniser }) =>
      engineOf(MiniSearch.loadJSON(readFileSync(join(folder, file), 'utf8'), optionsFor(tokeniser)), file),
  }
}

function engineOf(index: MiniSearch<WordFields>, file: string): Engine {
  return {
    add: async (articles) => index.addAll(articles.map(fieldsOf)),
    remove: async (article) => index.remove(fieldsOf(article)),
    find: async (query, limit) => {
      const found = index.search(query.text, { boost: { headline: HEADLINE_BOOST }, ...filterOf(query) })
      return found.slice(0, limit).map((it) => String(it.id))
    },
    save: async (folder) => writeFileSync(join(folder, file), JSON.stringify(index)),
  }
}

function filterOf({ filter }: Query) {
  if (filter === undefined) return {}
  const { from = '', to = '9', section } = filter
  return {
    filter: (it: { readonly [field: string]: string }) =>
      (section === undefined || it['section'] === section) &&
      (it['date'] ?? '') >= from &&
      (it['date'] ?? '') <= to,
  }
}
