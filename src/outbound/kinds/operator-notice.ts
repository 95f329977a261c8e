import type { News, WriteNews } from '../../chat/index.ts'
import { isOf, isOneOf, isText, isWholeNumber, type NewOutboxMessage, orAbsent } from '../../store/index.ts'
import { type Composer, TWO_DAYS_MS } from '../composer.ts'

/** What operators are told. */
export type OperatorNews = Exclude<News, { readonly kind: 'alerts' | 'channelNews' }>

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

type NewsOf<Kind extends OperatorNews['kind']> = Extract<OperatorNews, { readonly kind: Kind }>

const ALARMS = ['disk', 'database', 'blocked', 'digests', 'index', 'reader'] as const

/** What the payload of each kind of news must hold to be written. */
const KINDS = [
  isOf<NewsOf<'longWait'>>({
    kind: isOneOf('longWait'),
    since: isText,
    until: isText,
    chatId: orAbsent(isWholeNumber),
  }),
  isOf<NewsOf<'missingFiles'>>({
    kind: isOneOf('missingFiles'),
    count: isWholeNumber,
    known: isWholeNumber,
    until: isText,
  }),
  isOf<NewsOf<'noUpdates'>>({ kind: isOneOf('noUpdates'), since: isText, reason: isText }),
  isOf<NewsOf<'updatesAgain'>>({ kind: isOneOf('updatesAgain'), since: isText, until: isText }),
  isOf<NewsOf<'alarm'>>({ kind: isOneOf('alarm'), alarm: isOneOf(...ALARMS), since: isText, figure: isText }),
  isOf<NewsOf<'alarmOver'>>({
    kind: isOneOf('alarmOver'),
    alarm: isOneOf('corpus', ...ALARMS),
    since: isText,
    until: isText,
  }),
  isOf<NewsOf<'noSearch'>>({ kind: isOneOf('noSearch'), since: isText, reason: isText }),
  isOf<NewsOf<'searchAgain'>>({ kind: isOneOf('searchAgain'), since: isText, until: isText }),
]

const isOperatorNews = (payload: unknown): payload is OperatorNews => KINDS.some((isNews) => isNews(payload))
