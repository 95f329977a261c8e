import type { ListSpec } from '../../store/index.ts'
import type { Alarm } from '../texts/index.ts'

/**
 * What somebody is told unasked, as plain data. It is kept until it is sent, and put into words only then: so it is in
 * the language that the chat has by then, leaves out what is gone, and no markup is ever read back from a disk.
 */
export type News =
  | Extract<ListSpec, { kind: 'alerts' }>
  /** For whoever set up a channel: what became of the bot there. */
  | { readonly kind: 'channelNews'; readonly what: 'gone' | 'silenced' | 'back'; readonly title: string }
  /** For whoever runs the bot: Telegram wanted to be sent nothing for long; times as they are read, `2024-06-08 08:30`. */
  | { readonly kind: 'longWait'; readonly since: string; readonly until: string; readonly chatId?: number }
  /** For the operators: files of the corpus folder are missing, and their articles will be removed. */
  | { readonly kind: 'missingFiles'; readonly count: number; readonly known: number; readonly until: string }
  /** For whoever runs the bot: no updates have come from Telegram since then. */
  | { readonly kind: 'noUpdates'; readonly since: string; readonly reason: string }
  /** For whoever runs the bot: something has gone wrong, as a figure shows, and is over. */
  | {
      readonly kind: 'alarm'
      readonly alarm: Exclude<Alarm, 'corpus'>
      readonly since: string
      readonly figure: string
    }
  | { readonly kind: 'alarmOver'; readonly alarm: Alarm; readonly since: string; readonly until: string }
  /** For whoever runs the bot: that is over. */
  | { readonly kind: 'updatesAgain'; readonly since: string; readonly until: string }
  /** For whoever runs the bot: the search server has not answered since then. */
  | { readonly kind: 'noSearch'; readonly since: string; readonly reason: string }
  /** For whoever runs the bot: that is over. */
  | { readonly kind: 'searchAgain'; readonly since: string; readonly until: string }
