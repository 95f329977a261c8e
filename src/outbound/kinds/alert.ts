import type { News, WriteNews } from '../../chat/index.ts'
import type { Place } from '../../domain/index.ts'
import {
  has,
  isListOf,
  isOf,
  isOneOf,
  isText,
  isWholeNumber,
  type NewOutboxMessage,
} from '../../store/index.ts'
import { type Composer, TWO_DAYS_MS } from '../composer.ts'

type AlertNews = Extract<News, { readonly kind: 'alerts' }>

/** Before digests that have waited for less than ten minutes. */
const PRIORITY = 10

/** New articles for the alerts of a chat, or a topic of it. */
export const alertMessage = (
  { chatId, threadId }: Place,
  news: AlertNews,
  nowMs: number,
): NewOutboxMessage => ({
  kind: 'alert',
  chatId,
  ...(threadId !== undefined && { threadId }),
  payload: news,
  priority: PRIORITY,
  dueMs: nowMs,
})

/** What the news of an alert is composed with. */
export interface AlertComposerParts {
  readonly write: WriteNews
}

/**
 * Composes the news of an alert. They are worth sending for two days; articles that have gone from the
 * archive since are left out.
 */
export const createAlertComposer = ({ write }: AlertComposerParts): Composer => ({
  retentionMs: TWO_DAYS_MS,
  compose: async ({ chatId, payload, possibleDuplicates }) => {
    if (!isAlertNews(payload)) return { kind: 'damaged' }
    const message = await write(payload, { chatId, maybeTwice: possibleDuplicates > 0 })
    return message ? { kind: 'message', message } : { kind: 'nothing', reason: 'nothing left to tell' }
  },
})

const isAlertNews = isOf<AlertNews>({
  kind: isOneOf('alerts'),
  unlisted: isWholeNumber,
  matches: isListOf(has({ alertId: isText, query: isText, ids: isListOf(isText) })),
})
