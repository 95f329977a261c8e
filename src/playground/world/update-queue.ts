import type { Clock } from '../../ops/index.ts'
import { Refusal } from '../rules/refusal.ts'

/** `Update` of the Bot API: its id, and one field that names what happened. */
export interface Update {
  readonly update_id: number
  readonly [kind: string]: unknown
}

interface PollOptions {
  /** First update wanted; all before it are confirmed. Negative: so many from the end. */
  readonly offset: number
  /** 1 to 100. */
  readonly limit: number
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** Updates that wait for the bot, in order, each with an id that no other has. */
export interface UpdateQueue {
  /** Adds an update, unless the bot did not ask for its kind. */
  push(kind: string, content: unknown): void
  /** Adds an update of any form; where it has no id of its own it gets the next one. */
  give(update: object): void
  /** Updates that wait, oldest first. */
  pending(): readonly Update[]
  /** Forgets all updates before `updateId`. */
  confirm(updateId: number): void
  clear(): void
  /** Kinds wanted from now on; empty: all but the three that must be asked for by name. */
  allow(kinds: readonly string[]): void
  allowed(): readonly string[]
  /** Waits for updates. A second poll ends the first one. @throws {Refusal} 409 */
  poll(options: PollOptions): Promise<readonly Update[]>
  /** Ends a poll that waits, as Telegram does when a webhook is set. */
  endPoll(reason: string): void
  /** Calls `hear` after each new update; call the answer to hear no more. */
  listen(hear: () => void): () => void
}

/** Bot API, getUpdates: kinds that come only when asked for. */
const ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])
/** Bot API: “updates … will not be kept longer than 24 hours”. */
const KEPT_MS = 24 * 60 * 60 * 1000
const OTHER_POLL = 'terminated by other getUpdates request; make sure that only one bot instance is running'

/** An empty queue. @param firstId id of the first update */
export function createUpdateQueue(clock: Clock, firstId = 1): UpdateQueue {
  let queue: { readonly update: Update; readonly at: number }[] = []
  let kinds: readonly string[] = []
  let nextId = firstId
  let endPoll: ((reason: string) => void) | undefined
  const listeners = new Set<() => void>()
  const pending = () => {
    queue = queue.filter(({ at }) => clock.now() - at <= KEPT_MS)
    return queue.map(({ update }) => update)
  }
  const isWanted = (kind: string) => (kinds.length === 0 ? !ON_REQUEST.has(kind) : kinds.includes(kind))
  const confirm = (updateId: number) => {
    queue = queue.filter(({ update }) => update.update_id >= updateId)
  }
  const listen = (hear: () => void) => {
    listeners.add(hear)
    return () => void listeners.delete(hear)
  }
  const add = (update: Update) => {
    queue.push({ update, at: clock.now() })
    for (const hear of listeners) hear()
  }
  return {
    pending,
    confirm,
    listen,
    push: (kind, content) => {
      if (!isWanted(kind)) return
      add({ update_id: nextId++, [kind]: content })
    },
    give: (update) => add({ update_id: nextId++, ...update }),
    clear: () => {
      queue = []
    },
    allow: (wanted) => {
      kinds = wanted
    },
    allowed: () => kinds,
    endPoll: (reason) => endPoll?.(reason),
    poll: async ({ offset, limit, timeoutMs, signal }) => {
      endPoll?.(OTHER_POLL)
      confirm(offset < 0 ? (pending().at(offset)?.update_id ?? 0) : offset)
      if (pending().length === 0 && timeoutMs > 0) {
        const conflict = await new Promise<string | undefined>((resolve) => {
          const waiting = new AbortController()
          const finish = (reason?: string) => {
            stopListening()
            waiting.abort()
            if (endPoll === finish) endPoll = undefined
            resolve(reason)
          }
          const stopListening = listen(() => finish())
          endPoll = finish
          signal.addEventListener('abort', () => finish(), { once: true })
          clock.sleep(timeoutMs, waiting.signal).then(
            () => finish(),
            () => {},
          )
        })
        if (conflict !== undefined) throw new Refusal(409, conflict)
      }
      // A bot that hung up hears nothing: what waits is for the next poll.
      return signal.aborted ? [] : pending().slice(0, limit)
    },
  }
}
