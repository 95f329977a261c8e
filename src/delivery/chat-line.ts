import type { Timer } from '../concurrency/index.ts'
import { type ChatBudget, createChatBudget } from './budgets.ts'
import type { SendJob } from './send-job.ts'

/** What waits to be sent to one chat: in order, one at a time, replies before notices that are due at the same time. */
export class ChatLine {
  readonly chatId: number
  readonly budget: ChatBudget
  /** Looks at the line again. */
  readonly timer: Timer
  /** Whether a call is under way. */
  busy = false
  readonly #replies: SendJob[] = []
  readonly #notices: SendJob[] = []

  /** @param isGroup groups have a second, smaller budget */
  constructor(chatId: number, isGroup: boolean, timer: Timer) {
    this.chatId = chatId
    this.budget = createChatBudget(isGroup)
    this.timer = timer
  }

  get jobs(): readonly SendJob[] {
    return [...this.#replies, ...this.#notices]
  }

  get waitingReplies(): number {
    return this.#replies.length
  }

  add(job: SendJob): void {
    this.#queueOf(job).push(job)
  }

  /** Puts a job back to the head of its queue. */
  addFirst(job: SendJob): void {
    this.#queueOf(job).unshift(job)
  }

  remove(job: SendJob): void {
    const queue = this.#queueOf(job)
    const index = queue.indexOf(job)
    if (index >= 0) queue.splice(index, 1)
  }

  /**
   * The job whose turn it is, and the time at which it may go.
   * @param freeMs the chat may be sent nothing before
   */
  next(freeMs: number): { readonly job: SendJob; readonly atMs: number } | undefined {
    const [reply, notice] = [this.#replies[0], this.#notices[0]].map(
      (job) => job && { job, atMs: Math.max(freeMs, job.notBeforeMs) },
    )
    if (reply === undefined || notice === undefined) return reply ?? notice
    return notice.atMs < reply.atMs ? notice : reply
  }

  #queueOf(job: SendJob): SendJob[] {
    return job.priority === 'reply' ? this.#replies : this.#notices
  }
}
