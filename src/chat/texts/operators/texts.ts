import type { SafeHtml } from '../../markup/html.ts'

/** What `/status` tells. */
export interface StatusFacts {
  readonly articles: number
  readonly pages: number
  readonly indexed: number
  readonly unreadable: number
  readonly missing: number
  /** Outbox messages that wait, and that are being sent; how late the oldest is. */
  readonly due: number
  readonly sending: number
  readonly lateMinutes: number
  readonly megabytes: number
  readonly upHours: number
}

/** What operators are alarmed of. */
export type Alarm = 'disk' | 'database' | 'blocked' | 'digests' | 'corpus' | 'index' | 'reader'

/** Texts for those who run the bot (`ADMIN_IDS`). */
export interface OperatorTexts {
  readonly status: (facts: StatusFacts) => SafeHtml
  /** How long Telegram wanted to be sent nothing. */
  readonly longWait: (since: string, until: string) => string
  /** The same for one chat. */
  readonly longChatWait: (chat: string, until: string) => string
  /** Files of the corpus folder are missing, of so many known ones, and their articles will be removed. */
  readonly missingFiles: (count: number, known: number, until: string) => string
  /** Telegram gives no updates. @param reason an error of the Bot API, in English */
  readonly noUpdates: (since: string, reason: string) => string
  /** That is over. */
  readonly updatesAgain: (since: string, until: string) => string
  /** Something has gone wrong, and what to do about it. @param figure how bad it is: see the probes of `app/`. Of `corpus` tells `missingFiles` */
  readonly alarms: Readonly<Record<Exclude<Alarm, 'corpus'>, (since: string, figure: string) => string>>
  /** That is over. */
  readonly alarmsOver: Readonly<Record<Alarm, (since: string, until: string) => string>>
  /** The search server does not answer. @param reason in English */
  readonly noSearch: (since: string, reason: string) => string
  /** That is over. */
  readonly searchAgain: (since: string, until: string) => string
}
