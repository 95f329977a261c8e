import type { SearchServer, ServerAnswer } from './search-server.ts'
import { SearchServerError } from './server-error.ts'

/** The index that is searched, for the requests of one question: they share one deadline. */
export interface SearchIndex {
  readonly name: string
  readonly server: SearchServer
  /** Clauses that the server takes in one query. */
  readonly mostClauses: number
  /** Whether part of some answer was missing. */
  readonly isPartial: boolean
  /** One search. Part of an answer is refused at first, and only taken when time runs out. @throws {SearchServerError} */
  search(body: object, signal?: AbortSignal): Promise<ServerAnswer>
}

/** Time in which a question must be answered: longer no reader waits. */
export const QUESTION_MS = 2800
/** What is kept of it for part of an answer. */
const PART_MS = 800
/** The last request of a question that has no time left gets so much. */
const LEAST_MS = 200
/** Of that time, what one node may take before another one is asked: what is hard for both is not asked twice in vain. */
const TRY_SHARE = 0.6
/** In a small index the shards know too little of how rare a word is by themselves. */
const SMALL = 1_000_000

/** What is known of an index from its last answers. */
export interface IndexSize {
  readonly documents: number
  readonly shards: number
}

/**
 * An index as it is asked one question.
 * @param limit when the answer must be there at the latest, by `performance.now()`; {@link QUESTION_MS} from now if that is
 * sooner
 */
export function beginQuestion(
  { server, name, mostClauses }: Pick<SearchIndex, 'server' | 'name' | 'mostClauses'>,
  { documents, shards }: IndexSize,
  limit: number,
): SearchIndex {
  const until = Math.min(limit, performance.now() + QUESTION_MS)
  let isPartial = false
  const search = async (body: object, isPartAllowed: boolean, deadlineMs: number, signal?: AbortSignal) =>
    server.ask({
      method: 'POST',
      path: 'pit' in body ? '/_search' : `/${encodeURIComponent(name)}/_search`,
      query: {
        allow_partial_search_results: isPartAllowed,
        ...(shards > 1 && documents < SMALL && { search_type: 'dfs_query_then_fetch' }),
      },
      body,
      deadlineMs,
      perTryMs: TRY_SHARE * deadlineMs,
      isUrgent: true,
      signal,
    })
  const left = (keptMs: number) => Math.max(LEAST_MS, until - performance.now() - keptMs)
  return {
    name,
    server,
    mostClauses,
    get isPartial() {
      return isPartial
    },
    search: async (body, signal) => {
      // Once part of an answer was taken, the time for whole ones is over.
      if (!isPartial)
        try {
          return await search(body, false, left(PART_MS), signal)
        } catch (error) {
          if (!(error instanceof SearchServerError) || error.trouble !== 'unreachable') throw error
          if (!error.hasAnswered) throw error
        }
      const answer = await search(body, true, left(0), signal)
      if (answer.body._shards.failed > 0 || answer.body.timed_out === true) isPartial = true
      return answer
    },
  }
}
