import { expect, test } from 'vitest'
import type { Reply } from '../../src/chat/index.ts'
import { html } from '../../src/chat/markup/html.ts'
import { createLogger } from '../../src/ops/index.ts'
import { PictureSender } from '../../src/telegram/picture-sender.ts'
import { sendReply } from '../../src/telegram/send-reply.ts'
import { aDelivery } from '../support/delivery.ts'
import type { Scripted } from '../support/scripted-api.ts'

const CHAT = { chatId: 7, kind: 'private' } as const
const REPLY: Reply = {
  kind: 'send',
  message: { html: html`要目`, buttons: [] },
  picture: {
    shows: { kind: 'page', file: '01.pdf', number: 1, rects: [], look: 'outlined' },
    caption: html`头版`,
    buttons: [],
  },
}
const taken: Scripted = {
  answer: { kind: 'ok', result: { message_id: 12, photo: [{ file_id: 'front' }] } },
}

/** What is sent when a front page takes so long to draw, by method and second. */
async function aChat(drawMs: number) {
  const { delivery, clock, calls } = await aDelivery(() => taken)
  const files = new Map<string, string>()
  const pictures = new PictureSender({
    delivery,
    clock,
    painter: {
      draw: async () => {
        await clock.sleep(drawMs)
        return Uint8Array.of(1)
      },
      keyOf: async () => 'front page',
    },
    files: {
      get: async (key) => files.get(key),
      set: async (key, id) => void files.set(key, id),
      remove: async (key) => void files.delete(key),
    },
    log: createLogger('error', { write: () => {} }),
  })
  const ways = { delivery, pictures, privately: { show: async () => undefined }, onAnswered: () => {} }
  const incoming = {
    chat: CHAT,
    user: { id: 7 },
    action: { kind: 'text', text: '/latest' },
    isAnonymousAdministrator: false,
  } as const
  const ask = () => clock.run(sendReply(ways, incoming, undefined, REPLY))
  return { ask, clock, sent: () => calls.map(({ method, atMs }) => [method, Math.floor(atMs / 1000)]), calls }
}

test('a list does not wait for the picture that comes with it', async () => {
  const { ask, clock, sent } = await aChat(9_000)
  const began = clock.now()
  await ask()
  expect(clock.now() - began).toBeLessThan(1_000)
  await clock.run(clock.sleep(10_000))
  const [list, picture] = sent()
  expect([list?.[0], picture?.[0]]).toEqual(['sendMessage', 'sendPhoto'])
  expect(Number(picture?.[1]) - Number(list?.[1])).toBe(9)
})

test('a picture that Telegram has already comes above its list', async () => {
  const { ask, clock, calls } = await aChat(100)
  await ask()
  await clock.run(clock.sleep(5_000))
  await ask()
  expect(calls.map(({ method }) => method)).toEqual(['sendMessage', 'sendPhoto', 'sendPhoto', 'sendMessage'])
  expect(calls[2]?.payload['photo']).toBe('front')
})
