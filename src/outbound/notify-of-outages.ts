import type { Logger } from '../ops/index.ts'
import { addNotice, type Operators, readableTime } from './operators.ts'

/** Told when no updates have come from Telegram for long, and when they come again. Times are milliseconds since 1970. */
export interface OutageNotices {
  /** @param reason one line, an error of the Bot API or of the network */
  onLasting(reason: string, sinceMs: number): void
  onOver(sinceMs: number, untilMs: number): void
}

/** Notifies the operators of each outage that lasts, and of its end. What cannot be noted is logged. */
export function notifyOfOutages(operators: Operators, log: Logger): OutageNotices {
  const read = (ms: number) => readableTime(ms, operators.timeZone)
  const notify = (key: string, news: Parameters<typeof addNotice>[2]) => {
    addNotice(operators, key, news).catch((err: unknown) =>
      log.error({ err }, 'the operators could not be notified of an outage'),
    )
  }
  return {
    onLasting: (reason, sinceMs) =>
      notify(`outage ${sinceMs}`, { kind: 'noUpdates', since: read(sinceMs), reason }),
    onOver: (sinceMs, untilMs) =>
      notify(`end of outage ${sinceMs}`, {
        kind: 'updatesAgain',
        since: read(sinceMs),
        until: read(untilMs),
      }),
  }
}
