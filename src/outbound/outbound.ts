import type { Delivery } from '../delivery/index.ts'
import { type ComposerParts, createComposers } from './composers.ts'
import { type DeleteAnswersParts, deleteAnswers } from './delete-answers.ts'
import { createDigestPlanner, type DigestPlannerParts } from './digest-planner.ts'
import { type ForgetGoneParts, forgetGone } from './forget-gone.ts'
import { type DailyAlertParts, matchDailyAlerts } from './match-daily-alerts.ts'
import { OutboxWorker, type OutboxWorkerParts } from './outbox-worker.ts'
import { createQuietUntil } from './quiet-until.ts'
import { type AlarmParts, watchAlarms } from './watch-alarms.ts'

/** Digests come due at whole minutes. */
const PLAN_EVERY_MS = 60_000

/** What the pipeline reads, writes and calls. */
export type OutboundParts = Omit<OutboxWorkerParts, 'composers' | 'quietUntil'> &
  DigestPlannerParts &
  ComposerParts &
  ForgetGoneParts &
  Omit<DailyAlertParts, 'now'> &
  Pick<DeleteAnswersParts, 'deletions'> & {
    readonly delivery: Delivery
    /** What operators are alarmed of; absent: nothing. */
    readonly alarms?: Omit<AlarmParts, 'clock' | 'log'>
  }

/** Sends what chats are sent unasked: a planner that adds digests to the outbox, and the worker that empties it. */
export interface Outbound {
  /** To be called once Telegram is known to take what the bot sends. */
  start(): void
  /** Starts nothing from now on. What was handed to delivery is for delivery to decide. */
  stop(): Promise<void>
  /** Settles when all that delivery has decided is recorded: after `stop`, and after delivery is closed. */
  idle(): Promise<void>
}

/**
 * Makes the pipeline without starting it. Planning that fails is logged and tried again at the next minute.
 */
export function openOutbound(parts: OutboundParts): Outbound {
  const { clock, wake, log } = parts
  const stopping = new AbortController()
  const { signal } = stopping
  const quietUntil = createQuietUntil(parts.subscriptions, parts.timeZone)
  const worker = new OutboxWorker({ ...parts, composers: createComposers(parts), quietUntil }, signal)
  const plan = createDigestPlanner(parts, signal)
  const daily: DailyAlertParts = { ...parts, now: () => clock.now() }
  let running = Promise.resolve()

  const planNow = async () => {
    try {
      if ((await plan(clock.now())) > 0) wake.notify()
    } catch (err) {
      if (!signal.aborted) log.error({ err }, 'planning digests failed; retrying in a minute')
    }
    try {
      if ((await matchDailyAlerts(daily, signal)) > 0) wake.notify()
    } catch (err) {
      if (!signal.aborted)
        log.error({ err }, 'looking for the daily news of alerts failed; retrying in a minute')
    }
  }
  const planEveryMinute = async () => {
    while (!signal.aborted) {
      await clock.sleep(PLAN_EVERY_MS - (clock.now() % PLAN_EVERY_MS), signal).catch(() => {})
      await planNow()
    }
  }
  const run = async () => {
    await worker.recover()
    // Before the worker starts: of the digests that were missed it is to find the latest only.
    await planNow()
    await Promise.all([
      planEveryMinute(),
      worker.run(),
      forgetGone(parts, signal),
      deleteAnswers(parts, signal),
      parts.alarms && watchAlarms({ ...parts.alarms, clock, log }, signal),
    ])
  }

  return {
    start: () => {
      running = run()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
    idle: () => worker.idle(),
  }
}
