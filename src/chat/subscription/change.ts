import type { Subscription } from '../../store/index.ts'

/** What of a subscription is to be another from now on; `undefined` takes away what may be absent. */
export type SettingsChange = Partial<
  Pick<Subscription, 'time' | 'weekdays' | 'timeZone' | 'topics' | 'length' | 'skipWhenEmpty' | 'withPicture'>
> & {
  readonly quietHours?: Subscription['quietHours'] | undefined
  readonly snoozedUntilMs?: number | undefined
}

const DAY_MS = 86_400_000

/** A pause of some days from now on; 0 ends it. */
export const snoozeFor = (days: number, nowMs: number): SettingsChange => ({
  snoozedUntilMs: days > 0 ? nowMs + days * DAY_MS : undefined,
})

/** What decides when a digest is due. */
const SCHEDULE = ['time', 'weekdays', 'timeZone'] as const

/**
 * A subscription with other settings. If they put it on another schedule, what was due before by the new one is not
 * sent: else who changes 08:00 to 07:00 at noon would be given one more for today.
 */
export function changeSettings(
  subscription: Subscription,
  change: SettingsChange,
  nowMs: number,
): Subscription {
  const wanted = { ...subscription, ...change }
  const isMoved = SCHEDULE.some((key) => String(wanted[key]) !== String(subscription[key]))
  const { quietHours, snoozedUntilMs, ...rest } = wanted
  return {
    ...rest,
    ...(isMoved && { sinceMs: nowMs }),
    ...(quietHours && { quietHours }),
    ...(snoozedUntilMs !== undefined && { snoozedUntilMs }),
  }
}
