import { join } from 'node:path'
import type { Tokeniser } from '../../../src/language/index.ts'
import { createSearch, type SearchEngine } from '../../../src/search/index.ts'
import { QUERY_KINDS, type Query } from '../corpus/query.ts'
import type { Engine, EngineKind } from './engine.ts'
import { wordsOf } from './words-of.ts'

/** Our engine by its public face: the whole answer, reranking and excerpts included. */
export const paperboy: EngineKind = {
  kinds: QUERY_KINDS,
  create: async ({ tokeniser, archive }) => {
    const search = createSearch(tokeniser, archive)
    return { ...engineOf(search), save: (folder) => search.save(snapshotIn(folder), SNAPSHOT_OF) }
  },
  load: async (folder, { tokeniser, archive }) => {
    const search = createSearch(tokeniser, archive)
    await search.load(snapshotIn(folder), SNAPSHOT_OF)
    return engineOf(search)
  },
}

/** The same with words only: what pairs and characters cost. */
export const paperboyWords: EngineKind = {
  kinds: [],
  create: async ({ tokeniser, archive }) => engineOf(createSearch(withoutGrams(tokeniser), archive)),
}

/** The archive of a bench is nobody else's, and does not change. */
export const SNAPSHOT_OF = { archive: 'bench', revision: 1 } as const

export const snapshotIn = (folder: string): string => join(folder, 'paperboy.snapshot')

/** As a reader would type it. */
export const textOf = ({ kind, text }: Query): string => (kind === 'phrase' ? `"${text}"` : text)

function engineOf(search: SearchEngine): Engine {
  return {
    add: (articles) => search.add(articles),
    remove: ({ id }) => search.remove([id]),
    find: async (query, limit) => {
      const { hits } = await search.search(textOf(query), {
        limit,
        ...(query.filter && { filter: query.filter }),
      })
      return hits.map((it) => it.article.id)
    },
  }
}

const withoutGrams = (tokeniser: Tokeniser): Tokeniser => ({
  ...tokeniser,
  identity: `${tokeniser.identity}, words only`,
  eachTerm: (text, take) =>
    tokeniser.eachTerm(text, (mark, source, from, to) => {
      if (mark === '') take(mark, source, from, to)
    }),
  termsOf: (text) => wordsOf(tokeniser, text),
})
