import type { ChatEvents } from '../delivery/index.ts'
import type { ChannelStore, ChatStore, Outbox } from '../store/index.ts'
import { channelNotice } from './kinds/channel-notice.ts'

interface ChannelNoticeParts {
  readonly channels: ChannelStore
  readonly chats: ChatStore
  readonly outbox: Outbox
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Called when a notice was added. */
  readonly onNotice: () => void
}

/**
 * Tells whoever set up a channel that the bot was removed from it, or may not post any more, and that it can post
 * again: once each, whether Telegram told of it or a post failed.
 */
export function notifyOfChannels(
  events: ChatEvents,
  { channels, chats, outbox, now, onNotice }: ChannelNoticeParts,
): ChatEvents {
  const note = async (chatId: number, what: 'gone' | 'silenced' | 'back', change: () => Promise<void>) => {
    const wasPaused = (await chats.get(chatId))?.paused !== undefined
    await change()
    const isNews = wasPaused === (what === 'back')
    const channel = isNews ? await channels.get(chatId) : undefined
    if (!channel) return
    const news = { kind: 'channelNews', what, title: channel.title } as const
    await outbox.add([channelNotice(channel.ownerId, news, now())])
    onNotice()
  }
  return {
    onGone: (chatId, reason) => note(chatId, reason, () => events.onGone(chatId, reason)),
    onBack: (chatId) => note(chatId, 'back', () => events.onBack(chatId)),
    onMoved: (from, to) => events.onMoved(from, to),
  }
}
