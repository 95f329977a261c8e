import type { SearchServer, ServerAnswer } from './search-server.ts'
import { SearchServerError } from './server-error.ts'

/** The index that is searched, by its alias. */
export interface SearchIndex {
  readonly name: string
  readonly server: SearchServer
  /** Clauses that the server takes in one query. */
  readonly mostClauses: number
  /** One search. Part of an answer is refused at first, and only taken when time runs out. @throws {SearchServerError} */
  search(body: object, signal?: AbortSignal): Promise<ServerAnswer & { readonly partial?: true }>
}

/** Time in which a whole answer is waited for. What is left of the time that readers wait is for part of one. */
const WHOLE_MS = 2000
const PART_MS = 800
/** In a small index the shards know too little of how rare a word is by themselves. */
const SMALL = 1_000_000

/**
 * An index as it is searched. Whole answers are waited for first; the last stretch of the time takes part of one.
 * @param documentCount articles in it at the last look
 */
export const createSearchIndex = (
  server: SearchServer,
  name: string,
  mostClauses: number,
  documentCount: () => number,
): SearchIndex => {
  const search = async (body: object, isPartAllowed: boolean, deadlineMs: number, signal?: AbortSignal) => {
    const isPaged = 'pit' in body
    return server.ask({
      method: 'POST',
      path: isPaged ? '/_search' : `/${encodeURIComponent(name)}/_search`,
      query: {
        allow_partial_search_results: isPartAllowed,
        ...(documentCount() < SMALL && { search_type: 'dfs_query_then_fetch' }),
      },
      body,
      deadlineMs,
      perTryMs: deadlineMs / 2,
      signal,
    })
  }
  return {
    name,
    server,
    mostClauses,
    search: async (body, signal) => {
      try {
        return await search(body, false, WHOLE_MS, signal)
      } catch (error) {
        if (!(error instanceof SearchServerError) || error.trouble !== 'unreachable') throw error
        if (!error.hasAnswered) throw error
        const answer = await search(body, true, PART_MS, signal)
        const { failed } = answer.body._shards
        return failed > 0 || answer.body.timed_out === true ? { ...answer, partial: true } : answer
      }
    },
  }
}
