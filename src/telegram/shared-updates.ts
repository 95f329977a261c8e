import type { Update } from 'telegraf/types'
import { repeat, retryUntilDone } from '../concurrency/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { BegunUpdate, UpdateQueue } from '../store/index.ts'
import { isUpdate } from './is-update.ts'
import { lineOf } from './line-of-update.ts'
import type { UpdateHandler } from './update-handler.ts'

/** How often this bot looks for updates that nobody works on. */
const LOOK_EVERY_MS = 500
const RETRY_MS = 1_000

interface SharedUpdatesParts {
  readonly queue: UpdateQueue
  readonly handler: Pick<UpdateHandler, 'work' | 'room'>
  readonly clock: Clock
  readonly log: Logger
  /** Aborted when nothing more is to be begun. */
  readonly signal: AbortSignal
}

/** A line that this bot works on, or is about to. */
interface LineState {
  /** Ids of updates that are begun and not answered. */
  readonly inHand: Set<number>
  isPulling: boolean
  /** Something has changed since the pull under way began. */
  isStale: boolean
}

/**
 * The updates of a bot that answers beside others behind one webhook. What Telegram brings is written into the queue of
 * all, and so confirmed; then this bot asks for the turn of the chat. Whoever has the turn works on all that waits in the
 * chat, in its order, also on what other bots have been given, and gives the turn back when all is answered.
 */
export class SharedUpdates {
  readonly #parts: SharedUpdatesParts
  readonly #lines = new Map<string, LineState>()
  readonly #answering = new Set<Promise<void>>()

  constructor(parts: SharedUpdatesParts) {
    this.#parts = parts
  }

  /**
   * Takes updates over; when it settles they outlive this process.
   * @returns how many of them no bot had been given before
   * @throws {StoreError} then Telegram brings them again
   */
  async take(updates: readonly Update[]): Promise<number> {
    const { queue, log } = this.#parts
    const given = updates.flatMap((body) => {
      const line = lineOf(body, log)
      return line === undefined ? [] : [{ updateId: body.update_id, line, body }]
    })
    if (given.length === 0) return 0
    const added = await queue.add(given)
    const lines = given.flatMap(({ updateId, line }) => (added.has(updateId) ? [line] : []))
    for (const line of new Set(lines)) this.#pull(line)
    return added.size
  }

  /** Settles when it is noted what became of all that was begun: after the signal is aborted, and delivery closed. */
  async idle(): Promise<void> {
    await Promise.all(this.#answering)
  }

  /** Takes over what dead bots have left, until the signal is aborted. Never rejects. */
  run(): Promise<void> {
    const { queue, clock, log, signal } = this.#parts
    return repeat(
      async () => {
        for (const line of await queue.left()) this.#pull(line)
      },
      {
        timing: { sleep: (ms, aborted) => clock.sleepInBackground(ms, aborted) },
        everyMs: LOOK_EVERY_MS,
        signal,
        onFailure: (err) => log.warn({ err }, 'the updates of all bots cannot be read; trying again'),
      },
    )
  }

  #pull(line: string): void {
    const state = this.#lines.get(line) ?? { inHand: new Set(), isPulling: false, isStale: false }
    this.#lines.set(line, state)
    state.isStale = true
    if (state.isPulling) return
    state.isPulling = true
    void this.#work(line, state).catch((err: unknown) => {
      // Whoever looks next finds what waits there.
      this.#parts.log.warn({ err, line }, 'the updates of a chat cannot be read now; trying again')
      state.isPulling = false
      if (state.inHand.size === 0) this.#lines.delete(line)
    })
  }

  async #work(line: string, state: LineState): Promise<void> {
    const { queue, handler, signal } = this.#parts
    let hasTurn = state.inHand.size > 0
    while (state.isStale && !signal.aborted) {
      state.isStale = false
      hasTurn ||= await queue.takeTurn(line)
      if (!hasTurn) break
      await handler.room()
      for (const update of await queue.begin(line, [...state.inHand])) this.#begin(line, state, update)
      if (state.inHand.size > 0 || state.isStale) continue
      hasTurn = false
      state.isStale = await queue.leaveTurn(line)
    }
    state.isPulling = false
    if (state.inHand.size === 0) this.#lines.delete(line)
  }

  /** Gives the turn back, unless something waits. Never rejects. */
  async #leave(line: string, state: LineState): Promise<void> {
    state.isPulling = true
    state.isStale = false
    // Where this fails, whoever looks next finds the turn, and that it is ours.
    const mayWait = await this.#parts.queue.leaveTurn(line).catch(() => true)
    state.isPulling = false
    if (mayWait || state.isStale) this.#pull(line)
    else this.#lines.delete(line)
  }

  #begin(line: string, state: LineState, { updateId, body, times, mayBeAnswered }: BegunUpdate): void {
    const { queue, handler, clock, log, signal } = this.#parts
    state.inHand.add(updateId)
    if (times > 1) log.warn({ update: updateId, times }, 'answering an update that another bot has left')
    let isUnsure = false
    const noteCall = () =>
      queue.noteCall(updateId).catch((err: unknown) => {
        log.warn({ err, update: updateId }, 'cannot note that an answer is on its way, so it waits')
        isUnsure = true
        return false
      })
    const answer = async () => {
      const outcome = isUpdate(body)
        ? await handler.work(body, { times, mayBeAnswered, noteCall })
        : 'answered'
      if (outcome === 'answered' && !isUnsure)
        await retryUntilDone(() => queue.finish(updateId), {
          timing: clock,
          pauseMs: RETRY_MS,
          signal,
          onFailure: (err) => log.warn({ err, update: updateId }, 'cannot note that an update is answered'),
        })
      else await clock.sleep(RETRY_MS, signal).catch(() => {})
      state.inHand.delete(updateId)
      if (state.inHand.size > 0 || state.isPulling) this.#pull(line)
      else await this.#leave(line, state)
    }
    const answering: Promise<void> = answer().finally(() => this.#answering.delete(answering))
    this.#answering.add(answering)
  }
}
