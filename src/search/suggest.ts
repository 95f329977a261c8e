import type { Article, ArticleId } from '../domain/index.ts'
import { normalise } from '../language/index.ts'

/** Completes what is being typed, from the headlines. */
export interface Suggester {
  add(article: Article): void
  remove(id: ArticleId): void
  suggest(prefix: string, limit: number): readonly string[]
}

export function createSuggester(): Suggester {
  const headlines = new Map<
    ArticleId,
    { readonly shown: string; readonly normal: string; readonly date: string }
  >()
  return {
    add: ({ id, headline, issueDate = '' }) =>
      void headlines.set(id, { shown: headline, normal: normalise(headline), date: issueDate }),
    remove: (id) => void headlines.delete(id),
    suggest: (prefix, limit) => {
      const wanted = normalise(prefix).trim()
      if (wanted === '') return []
      const found = [...headlines.values()].filter((it) => it.normal.includes(wanted))
      const rank = (normal: string) => Number(!normal.startsWith(wanted))
      found.sort((a, b) => rank(a.normal) - rank(b.normal) || b.date.localeCompare(a.date))
      return [...new Set(found.map((it) => it.shown))].slice(0, limit)
    },
  }
}
