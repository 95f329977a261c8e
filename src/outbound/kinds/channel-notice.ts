import type { News, WriteNews } from '../../chat/index.ts'
import { isOf, isOneOf, isText, type NewOutboxMessage } from '../../store/index.ts'
import { type Composer, TWO_DAYS_MS } from '../composer.ts'

type ChannelNews = Extract<News, { readonly kind: 'channelNews' }>

/** Before digests that have waited for less than ten minutes. */
const PRIORITY = 10

/** What became of a channel, for the one who set it up. */
export const channelNotice = (ownerId: number, news: ChannelNews, nowMs: number): NewOutboxMessage => ({
  kind: 'channelNotice',
  chatId: ownerId,
  payload: news,
  priority: PRIORITY,
  dueMs: nowMs,
})

/** Composes what the owner of a channel is told. It is worth sending for two days. */
export const createChannelNoticeComposer = ({ write }: { readonly write: WriteNews }): Composer => ({
  retentionMs: TWO_DAYS_MS,
  compose: async ({ chatId, payload, possibleDuplicates }) => {
    if (!isChannelNews(payload)) return { kind: 'damaged' }
    const message = await write(payload, { chatId, maybeTwice: possibleDuplicates > 0 })
    return message ? { kind: 'message', message } : { kind: 'nothing', reason: 'nothing left to tell' }
  },
})

const isChannelNews = isOf<ChannelNews>({
  kind: isOneOf('channelNews'),
  what: isOneOf('gone', 'silenced', 'back'),
  title: isText,
})
