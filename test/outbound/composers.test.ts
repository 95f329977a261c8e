import { expect, test } from 'vitest'
import { type AlertComposerParts, alertMessage, createAlertComposer } from '../../src/outbound/kinds/alert.ts'
import { channelNotice, createChannelNoticeComposer } from '../../src/outbound/kinds/channel-notice.ts'
import {
  createOperatorNoticeComposer,
  type OperatorNews,
  operatorNotice,
} from '../../src/outbound/kinds/operator-notice.ts'
import type { NewOutboxMessage, OutboxMessage } from '../../src/store/index.ts'

const OPERATOR_NEWS: readonly OperatorNews[] = [
  { kind: 'longWait', since: '08:00', until: '09:00' },
  { kind: 'longWait', since: '08:00', until: '09:00', chatId: -5 },
  { kind: 'missingFiles', count: 60, known: 100, until: '09:00' },
  { kind: 'noUpdates', since: '08:00', reason: 'ECONNREFUSED' },
  { kind: 'updatesAgain', since: '08:00', until: '09:00' },
  { kind: 'alarm', alarm: 'disk', since: '08:00', figure: '5 %' },
  { kind: 'alarmOver', alarm: 'corpus', since: '08:00', until: '09:00' },
  { kind: 'noSearch', since: '08:00', reason: 'ECONNREFUSED' },
  { kind: 'searchAgain', since: '08:00', until: '09:00' },
]
const ALERT_NEWS = {
  kind: 'alerts',
  matches: [{ alertId: 'a', query: '班列', ids: ['x'] }],
  unlisted: 0,
} as const

/** A message of each kind with a payload, and what composes it. */
const MESSAGES: readonly (readonly [
  string,
  NewOutboxMessage,
  (parts: AlertComposerParts) => ReturnType<typeof createAlertComposer>,
])[] = [
  ['an alert', alertMessage({ chatId: 7, threadId: 3 }, ALERT_NEWS, 50), createAlertComposer],
  [
    'a channel notice',
    channelNotice(7, { kind: 'channelNews', what: 'gone', title: '城事' }, 50),
    createChannelNoticeComposer,
  ],
  ...OPERATOR_NEWS.map(
    (news) =>
      [`a notice of ${news.kind}`, operatorNotice(7, 'key', news, 50), createOperatorNoticeComposer] as const,
  ),
]

const stored = (message: NewOutboxMessage, given: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id: 1,
  status: 'due',
  attempts: 0,
  possibleDuplicates: 0,
  runAtMs: message.dueMs,
  ...message,
  ...given,
})

/** What is to be written is noted instead; `written` is what comes of it. */
function openWriter(written: Awaited<ReturnType<AlertComposerParts['write']>>) {
  const asked: unknown[] = []
  const write: AlertComposerParts['write'] = async (news, to) => {
    asked.push([news, to])
    return written
  }
  return { asked, write }
}
const SOME = { html: { markup: 'x' } as never, buttons: [] }

test.each(MESSAGES)(
  '%s is written for its chat, and marked if it may have come before',
  async (_kind, message, create) => {
    const { asked, write } = openWriter(SOME)
    const composer = create({ write })
    for (const possibleDuplicates of [0, 1, 3])
      expect(await composer.compose(stored(message, { possibleDuplicates }))).toEqual({
        kind: 'message',
        message: SOME,
      })
    expect(asked).toEqual(
      [false, true, true].map((maybeTwice) => [message.payload, { chatId: 7, maybeTwice }]),
    )
    expect(composer.retentionMs).toBe(48 * 3_600_000)
  },
)

test.each(MESSAGES)('%s of which nothing is left is not sent', async (_kind, message, create) => {
  const { write } = openWriter(undefined)
  expect(await create({ write }).compose(stored(message))).toEqual({
    kind: 'nothing',
    reason: 'nothing left to tell',
  })
})

test.each(MESSAGES)(
  '%s without any of its facts, or with a wrong one, is damaged',
  async (_kind, message, create) => {
    const { asked, write } = openWriter(SOME)
    const payload = message.payload as Readonly<Record<string, unknown>>
    const damaged: unknown[] = [undefined, null, 'x', 5, [], { ...payload, kind: 'digest' }]
    for (const name of Object.keys(payload)) {
      const { [name]: _left, ...others } = payload
      // Of a long wait the chat may be absent: then it is of all.
      if (name !== 'chatId') damaged.push(others)
      damaged.push({ ...payload, [name]: { wrong: true } }, { ...payload, [name]: null })
    }
    const composer = create({ write })
    const taken = await Promise.all(
      damaged.map(async (wrong) => [
        wrong,
        (await composer.compose(stored(message, { payload: wrong }))).kind,
      ]),
    )
    expect(taken.filter(([, kind]) => kind !== 'damaged')).toEqual([])
    expect(taken.length).toBeGreaterThan(8)
    expect(asked).toEqual([])
  },
)

test('operators come before alerts, alerts and news of channels before digests, each for its place', () => {
  const [alert, channel, operator] = [MESSAGES[0]?.[1], MESSAGES[1]?.[1], MESSAGES[2]?.[1]]
  expect(alert).toMatchObject({ kind: 'alert', chatId: 7, threadId: 3, priority: 10, dueMs: 50 })
  expect(channel).toMatchObject({ kind: 'channelNotice', chatId: 7, priority: 10, dueMs: 50 })
  expect(operator).toMatchObject({
    kind: 'operatorNotice',
    chatId: 7,
    uniqueKey: 'key',
    priority: 20,
    dueMs: 50,
  })
  expect(alertMessage({ chatId: 7 }, ALERT_NEWS, 50)).not.toHaveProperty('threadId')
  // Two with news of the same are two, but for notices with a key.
  for (const it of [alert, channel]) expect(it).not.toHaveProperty('uniqueKey')
})
