import type { News, WriteNews } from '../../chat/index.ts'
import type { NewOutboxMessage } from '../../store/index.ts'
import { type Composer, TWO_DAYS_MS } from '../composer.ts'
import { isNumber, isRecord, isString } from './payload.ts'

/** What operators are told. */
export type OperatorNews = Exclude<News, { readonly kind: 'alerts' }>

/** Before alerts that have waited for less than ten minutes. */
const PRIORITY = 20

/**
 * A notice for an operator, due now.
 * @param uniqueKey of several notices with the same key an operator gets one
 */
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

/**
 * Composes what operators are told of outages, rate limits and missing files. It is worth sending for two
 * days.
 */
export const createOperatorNoticeComposer = ({ write }: { readonly write: WriteNews }): Composer => ({
  retentionMs: TWO_DAYS_MS,
  compose: async ({ chatId, payload, possibleDuplicates }) => {
    if (!isOperatorNews(payload)) return { kind: 'damaged' }
    const message = await write(payload, { chatId, maybeTwice: possibleDuplicates > 0 })
    return message ? { kind: 'message', message } : { kind: 'nothing', reason: 'nothing left to tell' }
  },
})

type Fields = Readonly<Record<string, unknown>>

/** What the payload of each kind of news must hold to be written. */
const isWhole: Readonly<Record<OperatorNews['kind'], (fields: Fields) => boolean>> = {
  longWait: ({ since, until, chatId }) =>
    isString(since) && isString(until) && (chatId === undefined || isNumber(chatId)),
  missingFiles: ({ count, known, until }) => isNumber(count) && isNumber(known) && isString(until),
  noUpdates: ({ since, reason }) => isString(since) && isString(reason),
  updatesAgain: ({ since, until }) => isString(since) && isString(until),
}

const isOperatorNews = (payload: unknown): payload is OperatorNews =>
  isRecord(payload) &&
  Object.entries(isWhole).some(([kind, test]) => kind === payload['kind'] && test(payload))
