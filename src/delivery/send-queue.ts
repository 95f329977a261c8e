import { Timer } from '../concurrency/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Attempts } from './attempt.ts'
import { createOverallBudget } from './budgets.ts'
import type { ChatAvailability } from './chat-availability.ts'
import { ChatLine } from './chat-line.ts'
import { type DeliveryResult, type FailureReason, failed } from './delivery-result.ts'
import { logResponse } from './log-response.ts'
import { nextStep, type Step } from './next-step.ts'
import { NoticeTurn } from './notice-turn.ts'
import type { RateLimitWaits } from './rate-limit-waits.ts'
import { classifyResponse, type ResponseClassification } from './response-classification.ts'
import type { Priority, SendJob } from './send-job.ts'
import type { SharedLimits } from './shared-limits.ts'
import { createWaitOfAll, type WaitOfAll } from './wait-of-all.ts'

/** Longest wait for the answer to one call: long enough for a slow proxy, as what hangs longer is not repeated. */
const CALL_LIMIT_MS = 30_000

/** What was allowed longer ago is asked anew: this process may have been frozen, and another one have taken over. */
const STALE_MS = 3_000

/** Replies that may wait for one chat; in a group, five minutes' worth. What comes then would come too late anyway. */
const MOST_WAITING = 100

interface SendQueueParts {
  readonly attempts: Attempts
  readonly waits: RateLimitWaits
  readonly availability: ChatAvailability
  /** There if other processes send as the same bot. */
  readonly shared?: Pick<SharedLimits, 'take'> | undefined
  readonly clock: Clock
  /** In [0, 1), for the jitter. */
  readonly chance: () => number
  readonly log: Logger
}

/**
 * All that is on its way to chats. One line a chat, and one gate for all: calls go when their chat, the overall budget
 * and the rate-limit waits allow, notices one after the other.
 */
export class SendQueue {
  readonly #parts: SendQueueParts
  readonly #lines = new Map<number, ChatLine>()
  /** Lines whose next job may go as far as their chat is concerned, in the order in which they came to be. */
  readonly #ready: Readonly<Record<Priority, Set<ChatLine>>> = { reply: new Set(), notice: new Set() }
  readonly #overall = createOverallBudget()
  readonly #turn = new NoticeTurn()
  readonly #gate: Timer
  readonly #waitOfAll: WaitOfAll | undefined
  #endMs = Number.POSITIVE_INFINITY
  /** Jobs that are not settled. */
  #open = 0
  #onDrained = () => {}

  constructor(parts: SendQueueParts) {
    this.#parts = parts
    this.#gate = new Timer(parts.clock, () => this.#pump())
    this.#waitOfAll = parts.shared && createWaitOfAll(parts.shared, parts)
  }

  add(job: SendJob): void {
    const { availability, log } = this.#parts
    this.#open += 1
    job.chatId = availability.currentId(job.chatId)
    const line = this.#lineOf(job)
    this.#replaceEdit(line, job)
    if (job.priority === 'reply' && line.waitingReplies >= MOST_WAITING) {
      log.warn({ chat: job.chatId, method: job.method }, 'too many replies wait for a chat: one is dropped')
      return this.#settle(job, failed('tooLate'))
    }
    line.add(job)
    this.#consider(line)
  }

  /** Sends what replies can go before `atMs`, and settles when nothing is left. May be called again. */
  async drain(atMs: number): Promise<void> {
    this.#endMs = atMs
    for (const line of this.#lines.values()) this.#consider(line)
    if (this.#open > 0)
      await new Promise<void>((resolve) => {
        this.#onDrained = resolve
      })
  }

  /** Jobs that wait for their turn, by priority; those whose call is under way are not among them. */
  get waiting(): Readonly<Record<Priority, number>> {
    const waiting = { reply: 0, notice: 0 }
    for (const line of this.#lines.values()) for (const { priority } of line.jobs) waiting[priority] += 1
    return waiting
  }

  /** Settles all that has not been called. */
  giveUp(): void {
    for (const line of this.#lines.values())
      for (const job of line.jobs) {
        line.remove(job)
        this.#settle(job, failed('closed'))
      }
  }

  /** Who leafs faster than the chat may be edited sees the page that was asked for last, and waits for no other. */
  #replaceEdit(line: ChatLine, { edits }: SendJob): void {
    const outdated = edits === undefined ? undefined : line.jobs.find((it) => it.edits === edits)
    if (outdated === undefined) return
    line.remove(outdated)
    this.#settle(outdated, failed('outdated'))
  }

  #lineOf({ chatId, isGroup }: SendJob): ChatLine {
    const known = this.#lines.get(chatId)
    if (known) return known
    const timer = new Timer(this.#parts.clock, () => this.#consider(line))
    const line = new ChatLine(chatId, isGroup, timer)
    this.#lines.set(chatId, line)
    return line
  }

  #settle(job: SendJob, result: DeliveryResult): void {
    this.#open -= 1
    // What may have arrived once has not certainly failed.
    job.settle(job.mayHaveArrived && result.kind === 'failed' ? { kind: 'ambiguous' } : result)
    if (this.#open === 0) this.#onDrained()
  }

  #objectionTo({ chatId, priority, uselessAtMs }: SendJob, atMs: number): FailureReason | undefined {
    const isNotice = priority === 'notice'
    if (isNotice && this.#parts.availability.isGone(chatId)) return 'gone'
    // Nobody waits for a notice: whoever planned it sends it after the restart.
    if (atMs > this.#endMs || (isNotice && this.#endMs < Number.POSITIVE_INFINITY)) return 'closed'
    return atMs > uselessAtMs ? 'tooLate' : undefined
  }

  /** The next job of a line; those that cannot be of use any more are settled on the way. */
  #nextOf(line: ChatLine, now: number) {
    const { waits, log } = this.#parts
    const toldMs = waits.until({ kind: 'chat', chatId: line.chatId })
    for (;;) {
      const next = line.next(Math.max(toldMs, line.budget.roomAt(undefined, now)))
      if (next === undefined) return undefined
      const { job, atMs } = next
      const reason = this.#objectionTo(job, atMs)
      if (reason === undefined) return next
      line.remove(job)
      if (reason === 'tooLate' && job.priority === 'reply')
        log.warn({ chat: job.chatId, method: job.method }, 'a reply came too late')
      this.#settle(job, failed(reason))
    }
  }

  /** Finds out when the next job of a line may go: now, later, or never as there is none. */
  #consider(line: ChatLine): void {
    if (line.busy) return
    const now = this.#parts.clock.monotonicNow()
    const next = this.#nextOf(line, now)
    if (next === undefined) {
      // A line is kept for as long as its budget remembers something.
      if (line.budget.freshAt() > now) line.timer.runInBackgroundAt(line.budget.freshAt())
      else this.#lines.delete(line.chatId)
    } else if (next.atMs > now) line.timer.runAt(next.atMs)
    else {
      this.#ready[next.job.priority].add(line)
      this.#pump()
    }
  }

  /** Lets go what is ready, as far as the overall budget allows. */
  #pump(): void {
    for (;;) {
      const priority = this.#ready.reply.size > 0 ? 'reply' : 'notice'
      const [line] = this.#ready[priority]
      if (line === undefined) return
      const now = this.#parts.clock.monotonicNow()
      const roomMs = this.#overall.roomAt(priority, now)
      const atMs = priority === 'notice' ? Math.max(roomMs, this.#turn.freeAt(now)) : roomMs
      if (atMs > now) return this.#gate.runAt(atMs)
      this.#ready[priority].delete(line)
      const next = line.busy ? undefined : this.#nextOf(line, now)
      if (next === undefined) continue
      // Something may have come between since the line was found ready.
      if (next.atMs > now || next.job.priority !== priority) this.#consider(line)
      else void this.#run(line, next.job)
    }
  }

  async #run(line: ChatLine, job: SendJob): Promise<void> {
    const { attempts, chance, clock } = this.#parts
    const now = clock.monotonicNow()
    this.#overall.spend(job.priority, now)
    line.budget.spend(undefined, now)
    if (job.priority === 'notice') this.#turn.take(job, now)
    line.busy = true
    line.remove(job)
    const { beforeCall } = job
    if (this.#waitOfAll && (await this.#hasToWait(line, job, this.#waitOfAll))) return
    const reason = beforeCall && (await this.#lastObjectionTo(job, beforeCall))
    if (this.#waitOfAll && reason === undefined && clock.monotonicNow() - now > STALE_MS) {
      if (job.priority === 'reply') job.beforeCall = beforeCall // a notice is claimed, and cannot be claimed twice
      this.#tellOver(job)
      line.addFirst(job)
      return this.#leave(line, job)
    }
    if (reason === undefined) {
      const payload = { chat_id: job.chatId, ...job.payload }
      const classification = classifyResponse(await attempts.call(job.method, payload, CALL_LIMIT_MS))
      this.#tellOver(job)
      await this.#take(nextStep(classification, job, chance()), classification, job, line)
    } else this.#settle(job, failed(reason))
    this.#tellOver(job)
    this.#leave(line, job)
  }

  #leave(line: ChatLine, job: SendJob): void {
    this.#turn.leave(job)
    line.busy = false
    this.#consider(line)
    this.#pump()
  }

  #tellOver(job: SendJob): void {
    const { log } = this.#parts
    job.over?.().catch((err: unknown) => log.debug({ err }, 'cannot tell the other bots that a call is over'))
    job.over = undefined
  }

  /** @returns whether the budgets of all processes together want a call to wait: then it is back in its line */
  async #hasToWait(line: ChatLine, job: SendJob, waitOfAll: WaitOfAll): Promise<boolean> {
    const waitMs = await waitOfAll(job)
    if (waitMs === 0) return false
    job.notBeforeMs = this.#parts.clock.monotonicNow() + waitMs
    line.addFirst(job)
    this.#leave(line, job)
    return true
  }

  /** Asks whoever sends it. That takes a moment, in which the bot may have been stopped. */
  async #lastObjectionTo(job: SendJob, isWanted: () => Promise<boolean>): Promise<FailureReason | undefined> {
    const { clock, log } = this.#parts
    job.beforeCall = undefined
    try {
      return (await isWanted()) ? this.#objectionTo(job, clock.monotonicNow()) : 'withdrawn'
    } catch (err) {
      log.error({ err, chat: job.chatId }, 'cannot note that a message is on its way, so it is not sent')
      return 'withdrawn'
    }
  }

  async #take(
    step: Step,
    classification: ResponseClassification,
    job: SendJob,
    line: ChatLine,
  ): Promise<void> {
    const { availability, clock, log, waits } = this.#parts
    if (classification.kind === 'wait')
      waits.note({ kind: 'chat', chatId: job.chatId }, classification.seconds)
    if (classification.kind === 'chatGone') availability.noteGone(job.chatId, classification.reason)
    logResponse(log, classification, step, job)
    switch (step.kind) {
      case 'settle':
        return this.#settle(job, step.result)
      case 'plain':
        job.payload = job.plain?.() ?? job.payload
        job.plain = undefined
        return line.addFirst(job)
      case 'again':
        if (classification.kind !== 'wait') job.failures += 1
        job.notBeforeMs = clock.monotonicNow() + step.waitMs
        if (step.mark && !(await this.#mark(job))) return this.#settle(job, { kind: 'ambiguous' })
        return line.addFirst(job)
      case 'moved':
        availability.noteMoved(job.chatId, step.to)
        line.addFirst(job)
        return this.#moveAll(line, step.to)
    }
  }

  /** What may have arrived is sent again only when that has been noted: else nobody would know of the second one. */
  async #mark(job: SendJob): Promise<boolean> {
    job.mayHaveArrived = true
    try {
      await job.beforeRepeat?.()
      return true
    } catch (err) {
      const { log } = this.#parts
      log.error({ err, chat: job.chatId }, 'cannot note a possible duplicate, so it is not sent again')
      return false
    }
  }

  #moveAll(line: ChatLine, to: number): void {
    for (const job of line.jobs) {
      line.remove(job)
      job.chatId = to
      this.#lineOf(job).add(job)
    }
    const target = this.#lines.get(to)
    if (target) this.#consider(target)
  }
}
