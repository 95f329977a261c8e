import { isWordTerm, type Tokeniser } from '../../../src/language/index.ts'
import { createSearch } from '../../../src/search/index.ts'
import { QUERY_KINDS, type Query } from '../corpus/query.ts'
import type { Engine, EngineKind, EngineParts } from './engine.ts'

/** Our engine by its public face: the whole answer, with second look and excerpts. */
export const paperboy: EngineKind = {
  kinds: QUERY_KINDS,
  create: async (parts) => engineOf(parts),
}

/** The same with words only: what pairs and characters cost. */
export const paperboyWords: EngineKind = {
  kinds: [],
  create: async ({ tokeniser, archive }) => engineOf({ tokeniser: withoutGrams(tokeniser), archive }),
}

function engineOf({ tokeniser, archive }: EngineParts): Engine {
  const search = createSearch(tokeniser, archive)
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
  termsOf: (text) => tokeniser.termsOf(text).filter(isWordTerm),
})

/** As a reader would type it. */
export const textOf = ({ kind, text }: Query): string => (kind === 'phrase' ? `"${text}"` : text)
