import { Timer } from '../concurrency/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Attempts } from './attempt.ts'
import { createOverallBudget } from './budgets.ts'
import { type ChatLine, createChatLine } from './chat-line.ts'
import type { Job, Priority } from './job.ts'
import { nextStep, type Step } from './next-step.ts'
import { type FailureReason, failed, type Outcome } from './outcome.ts'
import type { Presence } from './presence.ts'
import { judge, type Verdict } from './verdict.ts'
import type { Waits } from './waits.ts'

/** Longest wait for the answer to one call: long enough for a slow proxy, as what hangs longer is not repeated. */
const CALL_LIMIT_MS = 30_000

/** Replies that may wait for one chat; in a group, five minutes' worth. What comes then would come too late anyway. */
const MOST_WAITING = 100

interface QueueParts {
  readonly attempts: Attempts
  readonly waits: Waits
  readonly presence: Presence
  readonly clock: Clock
  /** In [0, 1), for the jitter. */
  readonly chance: () => number
  readonly log: Logger
}

/** All that is on its way to chats. */
export interface Queue {
  add(job: Job): void
  /** Sends what replies can go before `atMs`, and settles when nothing is left. May be called again. */
  drain(atMs: number): Promise<void>
  /** Settles all that has not been called. */
  giveUp(): void
}

/** One line a chat, and one gate for all: calls go when their chat, the overall budget and Telegram's waits allow. */
export function createQueue({ attempts, waits, presence, clock, chance, log }: QueueParts): Queue {
  const lines = new Map<number, ChatLine>()
  /** Lines whose next job may go as far as their chat is concerned, in the order in which they came to be. */
  const ready: Readonly<Record<Priority, Set<ChatLine>>> = { reply: new Set(), notice: new Set() }
  const overall = createOverallBudget()
  const gate = new Timer(clock, () => pump())
  let endMs = Number.POSITIVE_INFINITY
  let open = 0
  let drained: (() => void) | undefined

  /** Who leafs faster than the chat may be edited sees the page that was asked for last, and waits for no other. */
  const replaceEdit = (line: ChatLine, { edits }: Job) => {
    const outdated = edits === undefined ? undefined : line.jobs().find((it) => it.edits === edits)
    if (outdated === undefined) return
    line.remove(outdated)
    settle(outdated, failed('outdated'))
  }

  const lineOf = (job: Job): ChatLine => {
    const known = lines.get(job.chatId)
    if (known) return known
    const timer = new Timer(clock, () => consider(line))
    const line = createChatLine(job.chatId, job.isGroup, timer)
    lines.set(job.chatId, line)
    return line
  }

  const settle = (job: Job, outcome: Outcome) => {
    open -= 1
    // What may have arrived once has not certainly failed.
    job.settle(job.mayHaveArrived && outcome.kind === 'failed' ? { kind: 'ambiguous' } : outcome)
    if (open === 0) drained?.()
  }

  const objectionTo = ({ chatId, priority, uselessAtMs }: Job, atMs: number): FailureReason | undefined => {
    const isNotice = priority === 'notice'
    if (isNotice && presence.isGone(chatId)) return 'gone'
    // Nobody waits for a notice: whoever planned it sends it after the restart.
    if (atMs > endMs || (isNotice && endMs < Number.POSITIVE_INFINITY)) return 'closed'
    return atMs > uselessAtMs ? 'tooLate' : undefined
  }

  /** The next job of a line; those that cannot be of use any more are settled on the way. */
  const nextOf = (line: ChatLine, now: number) => {
    const told = waits.until(`chat ${line.chatId}`)
    for (;;) {
      const next = line.next(Math.max(told, line.budget.roomAt(undefined, now)))
      if (next === undefined) return undefined
      const { job, atMs } = next
      const reason = objectionTo(job, atMs)
      if (reason === undefined) return next
      line.remove(job)
      if (reason === 'tooLate' && job.priority === 'reply')
        log.warn({ chat: job.chatId, method: job.method }, 'a reply came too late')
      settle(job, failed(reason))
    }
  }

  const consider = (line: ChatLine) => {
    if (line.busy) return
    const now = clock.monotonicNow()
    const next = nextOf(line, now)
    if (next === undefined) {
      // A line is kept for as long as its budget remembers something.
      if (line.budget.freshAt() > now) line.timer.runInBackgroundAt(line.budget.freshAt())
      else lines.delete(line.chatId)
    } else if (next.atMs > now) line.timer.runAt(next.atMs)
    else {
      ready[next.job.priority].add(line)
      pump()
    }
  }

  const pump = () => {
    for (;;) {
      const priority = ready.reply.size > 0 ? 'reply' : 'notice'
      const [line] = ready[priority]
      if (line === undefined) return
      const now = clock.monotonicNow()
      const atMs = overall.roomAt(priority, now)
      if (atMs > now) return gate.runAt(atMs)
      ready[priority].delete(line)
      const next = line.busy ? undefined : nextOf(line, now)
      if (next === undefined) continue
      // Something may have come between since the line was found ready.
      if (next.atMs > now || next.job.priority !== priority) consider(line)
      else void run(line, next.job)
    }
  }

  const run = async (line: ChatLine, job: Job) => {
    const now = clock.monotonicNow()
    overall.spend(job.priority, now)
    line.budget.spend(undefined, now)
    line.busy = true
    line.remove(job)
    const reason = job.beforeCall && (await lastObjectionTo(job, job.beforeCall))
    if (reason === undefined) {
      const payload = { chat_id: job.chatId, ...job.payload }
      const verdict = judge(await attempts.call(job.method, payload, CALL_LIMIT_MS))
      await take(nextStep(verdict, job, chance()), verdict, job, line)
    } else settle(job, failed(reason))
    line.busy = false
    consider(line)
  }

  /** Asks whoever sends it. That takes a moment, in which the bot may have been stopped. */
  const lastObjectionTo = async (job: Job, isWanted: () => Promise<boolean>) => {
    job.beforeCall = undefined
    try {
      return (await isWanted()) ? objectionTo(job, clock.monotonicNow()) : 'withdrawn'
    } catch (err) {
      log.error({ err, chat: job.chatId }, 'cannot note that a message is on its way, so it is not sent')
      return 'withdrawn'
    }
  }

  const take = async (step: Step, verdict: Verdict, job: Job, line: ChatLine) => {
    if (verdict.kind === 'wait') waits.told(`chat ${job.chatId}`, verdict.seconds)
    if (verdict.kind === 'chatGone') presence.gone(job.chatId, verdict.reason)
    tell(log, verdict, step, job)
    switch (step.kind) {
      case 'settle':
        return settle(job, step.outcome)
      case 'plain':
        job.payload = job.plain ?? job.payload
        job.plain = undefined
        return line.addFirst(job)
      case 'again':
        if (verdict.kind !== 'wait') job.failures += 1
        job.notBeforeMs = clock.monotonicNow() + step.waitMs
        if (step.mark && !(await mark(job))) return settle(job, { kind: 'ambiguous' })
        return line.addFirst(job)
      case 'moved':
        presence.moved(job.chatId, step.to)
        line.addFirst(job)
        return moveAll(line, step.to)
    }
  }

  /** What may have arrived is sent again only when that has been noted: else nobody would know of the second one. */
  const mark = async (job: Job): Promise<boolean> => {
    job.mayHaveArrived = true
    try {
      await job.beforeRepeat?.()
      return true
    } catch (err) {
      log.error({ err, chat: job.chatId }, 'cannot note a possible duplicate, so it is not sent again')
      return false
    }
  }

  const moveAll = (line: ChatLine, to: number) => {
    for (const job of line.jobs()) {
      line.remove(job)
      job.chatId = to
      lineOf(job).add(job)
    }
    const target = lines.get(to)
    if (target) consider(target)
  }

  const giveUp = () => {
    for (const line of lines.values())
      for (const job of line.jobs()) {
        line.remove(job)
        settle(job, failed('closed'))
      }
  }

  return {
    add: (job) => {
      open += 1
      job.chatId = presence.nowOf(job.chatId)
      const line = lineOf(job)
      replaceEdit(line, job)
      if (job.priority === 'reply' && line.waitingReplies() >= MOST_WAITING) {
        log.warn({ chat: job.chatId, method: job.method }, 'too many replies wait for a chat: one is dropped')
        return settle(job, failed('tooLate'))
      }
      line.add(job)
      consider(line)
    },
    drain: async (atMs) => {
      endMs = atMs
      for (const line of lines.values()) consider(line)
      if (open > 0)
        await new Promise<void>((resolve) => {
          drained = resolve
        })
    },
    giveUp,
  }
}

/** One line of log for each call that did not simply succeed. */
function tell(log: Logger, verdict: Verdict, step: Step, job: Job): void {
  if (verdict.kind === 'done' || verdict.kind === 'wait' || verdict.kind === 'moved') return
  const { description } = verdict
  const facts = { chat: job.chatId, method: job.method, description }
  if (verdict.kind === 'badMarkup')
    log.error(facts, step.kind === 'plain' ? 'HTML was refused: sent as plain text' : 'HTML was refused')
  else if (verdict.kind === 'refused') log.error(facts, 'Telegram refuses a call')
  else if (verdict.kind === 'targetGone' || verdict.kind === 'chatGone') log.debug(facts, 'nobody to send to')
  else if (step.kind === 'again')
    log.warn(
      { ...facts, failures: job.failures + 1, waitMs: step.waitMs },
      step.mark
        ? 'a message may have arrived; sending it again, as a possible duplicate'
        : 'a call failed, trying again',
    )
  else log.warn({ ...facts, may: verdict.kind === 'unclear' ? 'have arrived' : undefined }, 'a call failed')
}
