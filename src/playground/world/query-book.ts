import type { Clock } from '../../ops/index.ts'
import type { InlineAnswer } from '../rules/inline-answer.ts'
import { badRequest } from '../rules/refusal.ts'

/** A button that was pressed. */
interface CallbackQuery {
  readonly id: string
  readonly chatId: number
  readonly userId: number
  readonly askedAt: number
}

/** A query that was typed behind the bot's name. */
interface InlineQuery {
  readonly id: string
  readonly userId: number
  readonly chatId: number
  readonly query: string
  readonly offset: string
  readonly askedAt: number
}

/** Questions that wait for the bot, and the inline answers that Telegram keeps for everybody. */
export interface QueryBook {
  addCallback(query: Omit<CallbackQuery, 'id' | 'askedAt'>): CallbackQuery
  /** The button press that is answered now, for the first time and in time. @throws {Refusal} */
  takeCallback(id: string): CallbackQuery
  addInline(query: Omit<InlineQuery, 'id' | 'askedAt'>): InlineQuery
  /** Hands an answer to whoever asked. @throws {Refusal} */
  answerInline(id: string, answer: InlineAnswer): void
  /** Waits for the bot's answer; `undefined` when none came in time. */
  waitForInline(id: string): Promise<InlineAnswer | undefined>
  /** The answer that somebody got to the same question while it may still be used. */
  cachedInline(query: Pick<InlineQuery, 'userId' | 'query' | 'offset'>): InlineAnswer | undefined
  /** An answer that was shown, from which a result may be chosen. */
  shownInline(id: string): { readonly query: InlineQuery; readonly answer: InlineAnswer } | undefined
  /** Notes that an answer from the cache was shown under this question. */
  showInline(id: string, answer: InlineAnswer): void
}

/** Telegram publishes no figure; bots report that answers after some 10 to 15 seconds are refused. */
const LIFETIME_MS = 10_000
const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

/** Remembers callback and inline queries until they are answered or too old. */
export function createQueryBook(clock: Clock): QueryBook {
  let lastId = 4_611_686_018_000_000_000n
  const newId = () => {
    lastId += 7n
    return lastId.toString()
  }
  const callbacks = new Map<string, CallbackQuery>()
  const inline = new Map<string, InlineQuery>()
  const shown = new Map<string, InlineAnswer>()
  const waiting = new Map<string, (answer: InlineAnswer | undefined) => void>()
  const cache = new Map<string, { readonly answer: InlineAnswer; readonly until: number }>()
  const isFresh = (query: { readonly askedAt: number } | undefined) =>
    query !== undefined && clock.now() - query.askedAt <= LIFETIME_MS
  /** A personal answer is kept too, but for the one who asked. */
  const key = (query: Pick<InlineQuery, 'query' | 'offset'>, userId: number | 'everybody') =>
    JSON.stringify([userId, query.query, query.offset])
  return {
    addCallback: (query) => {
      const added = { ...query, id: newId(), askedAt: clock.now() }
      callbacks.set(added.id, added)
      return added
    },
    takeCallback: (id) => {
      const query = callbacks.get(id)
      callbacks.delete(id)
      if (query === undefined || !isFresh(query)) throw badRequest(TOO_OLD)
      return query
    },
    addInline: (query) => {
      const added = { ...query, id: newId(), askedAt: clock.now() }
      inline.set(added.id, added)
      return added
    },
    answerInline: (id, answer) => {
      const query = inline.get(id)
      if (query === undefined || shown.has(id) || !isFresh(query)) throw badRequest(TOO_OLD)
      shown.set(id, answer)
      const until = clock.now() + answer.cacheTime * 1000
      cache.set(key(query, answer.isPersonal ? query.userId : 'everybody'), { answer, until })
      waiting.get(id)?.(answer)
    },
    waitForInline: async (id) => {
      const known = shown.get(id)
      if (known) return known
      const late = new AbortController()
      const answer = await new Promise<InlineAnswer | undefined>((resolve) => {
        waiting.set(id, resolve)
        clock.sleepInBackground(LIFETIME_MS, late.signal).then(
          () => resolve(undefined),
          () => {},
        )
      })
      waiting.delete(id)
      late.abort()
      return answer
    },
    cachedInline: (query) => {
      for (const who of [query.userId, 'everybody'] as const) {
        const found = cache.get(key(query, who))
        if (found && clock.now() < found.until) return found.answer
      }
      return undefined
    },
    shownInline: (id) => {
      const query = inline.get(id)
      const answer = shown.get(id)
      return query && answer && { query, answer }
    },
    showInline: (id, answer) => void shown.set(id, answer),
  }
}
