/** A channel that the bot posts into, as somebody set it up. */
export interface Channel {
  readonly chatId: number
  readonly title: string
  /** Without `@`; absent: the channel is private. */
  readonly username?: string
  /** Telegram user id of the one who set it up, and is told if the bot can post no more. */
  readonly ownerId: number
}

/**
 * The channels that people have set up. What is posted stands with the subscriptions and alerts of the channel's chat. A
 * channel is taken away by `PersonalDataStore.forget`. Every method is one transaction.
 */
export interface ChannelStore {
  /** Adds a channel, or takes the place of what was known of it. */
  save(channel: Channel): Promise<void>
  get(chatId: number): Promise<Channel | undefined>
  /** The channels that a person set up, by title. */
  ofOwner(ownerId: number): Promise<readonly Channel[]>
}
