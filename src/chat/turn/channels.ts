import type { Channel, ChannelStore } from '../../store/index.ts'
import type { ChannelObstacle } from '../texts/index.ts'
import type { Message } from './reply.ts'

/** Whether the bot may post into a channel on a person's behalf. */
export type ChannelAccess =
  | { readonly kind: 'open'; readonly channel: Omit<Channel, 'ownerId'> }
  /** `title`: if it is known. */
  | { readonly kind: 'closed'; readonly obstacle: ChannelObstacle; readonly title?: string }

/** What the conversation asks the server about channels. Each rejects when the server cannot be asked. */
export interface ChannelGate {
  /** @param channel its id, or its name with `@` */
  access(channel: number | string, userId: number): Promise<ChannelAccess>
  /** Posts now. @returns whether it was posted */
  post(chatId: number, message: Message): Promise<boolean>
  /** The bot's name without `@`, for links that lead to it. */
  botName(): Promise<string>
}

/** The channels that people have set up, and the way to them. */
export interface Channels {
  readonly store: ChannelStore
  readonly gate: ChannelGate
}
