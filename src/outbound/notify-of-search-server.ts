import type { Logger } from '../ops/index.ts'
import { addNotice, type Operators, readableTime } from './operators.ts'

/** Told when the search server stops answering, and when it answers again. Times are milliseconds since 1970. */
export interface SearchServerNotices {
  /** @param reason one line, in English, without secrets */
  onDown(reason: string, sinceMs: number): void
  onUp(sinceMs: number, untilMs: number): void
}

/** Notifies the operators of a search server that does not answer, once, and of its return. */
export function notifyOfSearchServer(operators: Operators, log: Logger): SearchServerNotices {
  const read = (ms: number) => readableTime(ms, operators.timeZone)
  const notify = (key: string, news: Parameters<typeof addNotice>[2]) => {
    addNotice(operators, key, news).catch((err: unknown) =>
      log.error({ err }, 'the operators could not be notified of the search server'),
    )
  }
  return {
    onDown: (reason, sinceMs) =>
      notify(`no search ${sinceMs}`, { kind: 'noSearch', since: read(sinceMs), reason }),
    onUp: (sinceMs, untilMs) =>
      notify(`search again ${sinceMs}`, {
        kind: 'searchAgain',
        since: read(sinceMs),
        until: read(untilMs),
      }),
  }
}
