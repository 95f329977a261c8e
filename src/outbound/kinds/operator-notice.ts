import type { News, WriteNews } from '../../chat/index.ts'
import type { NewOutboxMessage } from '../../store/index.ts'
import { type Composer, TWO_DAYS_MS } from '../composer.ts'
import { isRecord, isString } from './payload.ts'

/** What operators are told. */
export type OperatorNews = Extract<News, { readonly kind: 'longWait' | 'missingFiles' }>

/** Before alerts that have waited for less than ten minutes. */
const PRIORITY = 20

/** A notice for an operator. @param uniqueKey of several notices with the same key an operator gets one */
export const operatorNotice = (
  operatorId: number,
  uniqueKey: string,
  news: OperatorNews,
  nowMs: number,
): NewOutboxMessage => ({
  kind: 'operatorNotice',
  chatId: operatorId,
  uniqueKey,
  payload: news,
  priority: PRIORITY,
  dueMs: nowMs,
})

export const createOperatorNoticeComposer = ({ write }: { readonly write: WriteNews }): Composer => ({
  retentionMs: TWO_DAYS_MS,
  compose: async ({ chatId, payload, possibleDuplicates }) => {
    if (!isOperatorNews(payload)) return { kind: 'damaged' }
    const message = await write(payload, { chatId, maybeTwice: possibleDuplicates > 0 })
    return message ? { kind: 'message', message } : { kind: 'nothing', reason: 'nothing left to tell' }
  },
})

const isOperatorNews = (payload: unknown): payload is OperatorNews =>
  isRecord(payload) && isString(payload['until']) && (isLongWait(payload) || isMissingFiles(payload))

const isLongWait = ({ kind, since, chatId }: Readonly<Record<string, unknown>>) =>
  kind === 'longWait' && isString(since) && (chatId === undefined || typeof chatId === 'number')

const isMissingFiles = ({ kind, count, known }: Readonly<Record<string, unknown>>) =>
  kind === 'missingFiles' && typeof count === 'number' && typeof known === 'number'
