import type { Timer } from '../concurrency/index.ts'
import { type ChatBudget, createChatBudget } from './budgets.ts'
import type { Job } from './job.ts'

/** What waits to be sent to one chat: in order, one at a time, replies before notices. */
export interface ChatLine {
  readonly chatId: number
  readonly budget: ChatBudget
  readonly timer: Timer
  /** Whether a call is under way. */
  busy: boolean
  add(job: Job): void
  /** Puts a job back to the head of its queue. */
  addFirst(job: Job): void
  remove(job: Job): void
  /**
   * The job whose turn it is, and the time at which it may go.
   * @param freeMs the chat may be sent nothing before
   */
  next(freeMs: number): { readonly job: Job; readonly atMs: number } | undefined
  jobs(): readonly Job[]
  waitingReplies(): number
}

/**
 * An empty line of send jobs for one chat, in which replies go before notices that are due at the same time.
 * @param isGroup groups have a second, smaller budget
 */
export function createChatLine(chatId: number, isGroup: boolean, timer: Timer): ChatLine {
  const replies: Job[] = []
  const notices: Job[] = []
  const queueOf = (job: Job) => (job.priority === 'reply' ? replies : notices)
  return {
    chatId,
    budget: createChatBudget(isGroup),
    timer,
    busy: false,
    add: (job) => void queueOf(job).push(job),
    addFirst: (job) => void queueOf(job).unshift(job),
    remove: (job) => {
      const queue = queueOf(job)
      const index = queue.indexOf(job)
      if (index >= 0) queue.splice(index, 1)
    },
    next: (freeMs) => {
      const [reply, notice] = [replies[0], notices[0]].map(
        (job) => job && { job, atMs: Math.max(freeMs, job.notBeforeMs) },
      )
      if (reply === undefined || notice === undefined) return reply ?? notice
      return notice.atMs < reply.atMs ? notice : reply
    },
    jobs: () => [...replies, ...notices],
    waitingReplies: () => replies.length,
  }
}
