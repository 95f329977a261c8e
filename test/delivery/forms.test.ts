import { expect, test } from 'vitest'
import { html } from '../../src/chat/markup/html.ts'
import { hearWaits } from '../../src/delivery/hear-waits.ts'
import {
  createRateLimitMemory,
  type Delivery,
  type DeliveryResult,
  Upload,
} from '../../src/delivery/index.ts'
import { RateLimitWaits } from '../../src/delivery/rate-limit-waits.ts'
import { aDelivery, aMessage, privately } from '../support/delivery.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { posted, refusal, type Scripted } from '../support/scripted-api.ts'

const reply = { priority: 'reply' } as const
const inTopic = { chatId: -7, threadId: 3 }
const answering = { ...reply, replyTo: 5 }
const caption = html`<b>说</b>&amp;写`
const [marked, bare] = ['<b>说</b>&amp;写', '说&写']
const picture = new Upload('一.png', 'image/png', new Uint8Array([1]))
const file = { name: '二.json', type: 'application/json', content: '{}', caption }
const buttons = [[{ text: '打开', app: 'https://example.com/' }]]
const reply_markup = { inline_keyboard: [[{ text: '打开', web_app: { url: 'https://example.com/' } }]] }
const reply_parameters = { message_id: 5, allow_sending_without_reply: true }
const place = { chat_id: -7, message_thread_id: 3, reply_parameters }
const HTML = { parse_mode: 'HTML' }
const photoOf = (media: string, text: string, form: object = HTML) => ({
  type: 'photo',
  media,
  caption: text,
  ...form,
})

type Send = (delivery: Delivery) => Promise<DeliveryResult>

// Each is refused once for its markup, and so sent both ways.
test.each<[string, Send, string, object, object]>([
  [
    'a message',
    (delivery) => delivery.send(inTopic, { html: caption, buttons }, answering),
    'sendMessage',
    { ...place, ...HTML, text: marked, link_preview_options: { is_disabled: true }, reply_markup },
    { ...place, text: bare, link_preview_options: { is_disabled: true }, reply_markup },
  ],
  [
    'a file',
    (delivery) => delivery.sendFile(inTopic, file, reply),
    'sendDocument',
    {
      chat_id: -7,
      message_thread_id: 3,
      ...HTML,
      document: new Upload('二.json', 'application/json', '{}'),
      caption: marked,
    },
    {
      chat_id: -7,
      message_thread_id: 3,
      document: new Upload('二.json', 'application/json', '{}'),
      caption: bare,
    },
  ],
  [
    'a photo',
    (delivery) => delivery.sendPhoto(inTopic, { photo: picture, caption, buttons }, answering),
    'sendPhoto',
    { ...place, ...HTML, photo: picture, caption: marked, reply_markup },
    { ...place, photo: picture, caption: bare, reply_markup },
  ],
  [
    'an album',
    (delivery) =>
      delivery.sendAlbum(
        inTopic,
        [
          { photo: picture, caption },
          { photo: 'known', caption: html`` },
        ],
        answering,
      ),
    'sendMediaGroup',
    { ...place, media: [photoOf('attach://picture0', marked), photoOf('known', '')], picture0: picture },
    {
      ...place,
      media: [photoOf('attach://picture0', bare, {}), photoOf('known', '', {})],
      picture0: picture,
    },
  ],
  [
    'a photo in the place of another',
    (delivery) => delivery.editPhoto({ chatId: 7 }, 12, { photo: picture, caption, buttons }),
    'editMessageMedia',
    {
      chat_id: 7,
      message_id: 12,
      media: photoOf('attach://picture', marked),
      picture,
      reply_markup,
    },
    { chat_id: 7, message_id: 12, media: photoOf('attach://picture', bare, {}), picture, reply_markup },
  ],
  [
    'a photo that Telegram knows in the place of another',
    (delivery) => delivery.editPhoto({ chatId: 7 }, 12, { photo: 'known', caption, buttons: [] }),
    'editMessageMedia',
    {
      chat_id: 7,
      message_id: 12,
      media: photoOf('known', marked),
      reply_markup: { inline_keyboard: [] },
    },
    {
      chat_id: 7,
      message_id: 12,
      media: photoOf('known', bare, {}),
      reply_markup: { inline_keyboard: [] },
    },
  ],
])(
  '%s is sent with markup, and without where Telegram does not take it',
  async (_what, send, method, rich, plain) => {
    const { delivery, clock, calls } = await aDelivery((_call, nth) =>
      nth === 1 ? refusal(400, "Bad Request: can't parse entities") : posted(),
    )
    expect(await clock.run(send(delivery))).toMatchObject({ kind: 'sent' })
    expect(calls.map((it) => it.method)).toEqual([method, method])
    expect(calls.map(({ payload }) => payload)).toEqual([rich, plain])
  },
)

test.each<[string, Scripted, boolean | undefined]>([
  ['takes', { answer: { kind: 'ok', result: true } }, true],
  ['knows, and refuses so', refusal(400, 'Bad Request'), true],
  ['does not know', refusal(404, 'Not Found'), false],
  ['says nothing of', refusal(502, 'Bad Gateway'), undefined],
  ['does not answer', 'hang', undefined],
])('a method that the server %s', async (_what, answer, expected) => {
  const { delivery, clock, calls } = await aDelivery(() => answer)
  expect(await clock.run(delivery.offers('sendMessageDraft', { chat_id: 0 }))).toBe(expected)
  expect(calls).toHaveLength(1)
})

test('the answer to a press may lead into the private chat', async () => {
  const { delivery, clock, calls } = await aDelivery(() => posted())
  await clock.run(delivery.answerPress('9', undefined, false, 'https://t.me/bot?start=a'))
  expect(calls[0]?.payload).toEqual({ callback_query_id: '9', url: 'https://t.me/bot?start=a' })
})

test('what waits is counted by kind, and how long a chat is to be left alone is known', async () => {
  const { delivery, clock } = await aDelivery((_call, nth) =>
    nth === 1 ? refusal(429, 'Too Many Requests', { retryAfterSeconds: 9 }) : posted(),
  )
  expect([delivery.waitMs(), delivery.waitMs(7)]).toEqual([0, 0])
  const sending = [
    delivery.send(privately(7), aMessage('一'), reply),
    delivery.send(privately(7), aMessage('二'), { priority: 'notice' }),
  ]
  await clock.run(clock.sleep(1000))
  expect(delivery.waiting()).toEqual({ reply: 1, notice: 1 })
  expect([delivery.waitMs(), delivery.waitMs(7), delivery.waitMs(8)]).toEqual([0, 8000, 0])
  await clock.run(Promise.all(sending))
  expect(delivery.waiting()).toEqual({ reply: 0, notice: 0 })
})

test('what other processes were told is heard twice a second; that it cannot be read is said once until it can', async () => {
  const clock = createManualClock()
  const log = createRecordedLog()
  const waits = new RateLimitWaits([], { memory: createRateLimitMemory(), clock, log })
  let reads = 0
  let isAway = false
  const shared = {
    closed: async () => {
      reads++
      if (isAway) throw new Error('away')
      return [{ scope: 'chat 7', ms: 900 }]
    },
  }
  const ending = new AbortController()
  const hearing = hearWaits(shared, waits, { clock, log, signal: ending.signal })
  const until = () => waits.until({ kind: 'chat', chatId: 7 })
  const pass = async (times: number) => {
    for (let n = 0; n < times; n++) {
      await clock.asleep()
      clock.advance(500)
    }
    await clock.asleep()
  }
  await pass(2)
  expect([reads, until()]).toEqual([3, 1900])
  isAway = true
  await pass(2)
  expect([reads, until()]).toEqual([5, 1900])
  isAway = false
  await pass(2)
  expect([reads, until()]).toEqual([7, 3900])
  isAway = true
  await pass(2)
  const line = 'warn: the waits that other bots were told of cannot be read; trying again'
  expect(log.lines).toEqual([line, line])
  ending.abort()
  await hearing
})
