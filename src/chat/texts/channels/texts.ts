import type { SafeHtml } from '../../markup/html.ts'

/** What stands between a person and a channel that the bot is to post into. */
export type ChannelObstacle =
  /** There is no channel of that name, or none that the bot has ever seen. */
  | 'notFound'
  /** It is a group, or a person. */
  | 'notAChannel'
  /** The bot is not in the channel, or was removed. */
  | 'botMissing'
  /** The bot is there, without the right to post messages. */
  | 'botMayNotPost'
  /** The person is no administrator of the channel. */
  | 'notAdministrator'
  /** The person is an administrator who may not post: the bot must not be a way around that. */
  | 'mayNotPost'

/** Texts about channels that the bot posts into. They are read in the private chat of whoever sets one up. */
export interface ChannelTexts {
  /** If nobody has set up a channel. */
  readonly howTo: SafeHtml
  readonly yours: string
  readonly another: SafeHtml
  readonly privateOnly: SafeHtml
  readonly badName: SafeHtml
  /** What a channel is called whose title is not known. */
  readonly thisChannel: string
  readonly named: (title: string) => string
  /** What is wrong, and how to mend it in Telegram. */
  readonly obstacles: Readonly<Record<ChannelObstacle, (channel: string) => SafeHtml>>
  /** It was just set up. */
  readonly ready: string
  /** In place of “subscribed” and the like. */
  readonly posting: string
  readonly notPosting: string
  readonly first: (when: string) => string
  readonly alerts: (count: string) => string
  /** @param ref what names the channel behind the command */
  readonly typeHint: (ref: string) => SafeHtml
  readonly askRemove: SafeHtml
  readonly removed: SafeHtml
  readonly notSetUp: string
  readonly tested: string
  readonly testFailed: string
  /** To the one who set it up. */
  readonly news: Readonly<Record<'gone' | 'silenced' | 'back', (title: string) => string>>
  readonly buttons: {
    readonly start: string
    readonly stop: string
    readonly test: string
    readonly alerts: string
    readonly remove: string
    readonly removeNow: string
    readonly checkAgain: string
  }
}
