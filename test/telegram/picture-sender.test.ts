import { expect, test } from 'vitest'
import type { PictureMessage } from '../../src/chat/index.ts'
import { html } from '../../src/chat/markup/html.ts'
import { Upload } from '../../src/delivery/index.ts'
import { createLogger } from '../../src/ops/index.ts'
import { type PictureFiles, PictureSender } from '../../src/telegram/picture-sender.ts'
import { aDelivery } from '../support/delivery.ts'
import { type MadeCall, posted, refusal, type Scripted } from '../support/scripted-api.ts'
import { openTestStore } from '../support/stores.ts'

const CHAT = { chatId: 7, kind: 'private' } as const
const aPicture = (headline: string): PictureMessage => ({
  shows: {
    kind: 'card',
    headline,
    paragraphs: [{ text: '报童沿街走了很远的路。', marks: [] }],
    source: ['街角日报'],
    sender: [],
    isDark: false,
    isSquare: false,
  },
  caption: html`<b>${headline}</b>`,
  buttons: [[{ text: '深色', callbackData: 'cr.x' }]],
  instead: { html: html`${headline}的文字`, buttons: [] },
})
const photo = (fileId: string): Scripted => ({
  answer: {
    kind: 'ok',
    result: { message_id: 12, photo: [{ file_id: 'small' }, { file_id: fileId }] },
  },
})

/** A sender before a Telegram that answers so, with a drawer that counts. */
async function aSender(
  script: (call: MadeCall, nth: number) => Scripted,
  draw: (nth: number) => Promise<Uint8Array<ArrayBuffer>> = async (nth) => Uint8Array.of(nth),
  files?: PictureFiles,
  keyOf = async (shows: PictureMessage['shows']) => JSON.stringify(shows),
) {
  const { delivery, clock, calls } = await aDelivery(script)
  let drawn = 0
  const sender = new PictureSender({
    delivery,
    clock,
    painter: { draw: () => draw(++drawn), keyOf },
    files: files ?? (await openTestStore()).pictureFiles,
    log: createLogger('error', { write: () => {} }),
  })
  const show = (picture: PictureMessage, replaces?: number) => clock.run(sender.show(CHAT, picture, replaces))
  return { sender, clock, show, calls, drawn: () => drawn }
}
const methods = (calls: readonly MadeCall[]) => calls.map(({ method }) => method)

test('a picture is drawn and uploaded once, and sent by its largest file_id after that', async () => {
  const { show, calls, drawn } = await aSender(() => photo('big'))
  await show(aPicture('一'))
  await show(aPicture('一'))
  expect(drawn()).toBe(1)
  expect(methods(calls)).toEqual(['sendPhoto', 'sendPhoto'])
  expect(calls[0]?.payload['photo']).toBeInstanceOf(Upload)
  expect(calls[0]?.payload).toMatchObject({ caption: '<b>一</b>', parse_mode: 'HTML', chat_id: 7 })
  expect(calls[1]?.payload['photo']).toBe('big')
  await show(aPicture('二'))
  expect(drawn()).toBe(2)
})

test('where Telegram names a known file anew, the new name is used, by the next process too', async () => {
  const { pictureFiles } = await openTestStore()
  const first = await aSender((_call, nth) => photo(`name ${nth}`), undefined, pictureFiles)
  for (let times = 0; times < 3; times++) await first.show(aPicture('一'))
  expect(first.calls.slice(1).map(({ payload }) => payload['photo'])).toEqual(['name 1', 'name 2'])
  const next = await aSender(() => photo('x'), undefined, pictureFiles)
  await next.show(aPicture('一'))
  expect(next.calls[0]?.payload['photo']).toBe('name 3')
})

test.each([
  [0xff, 'picture.jpg', 'image/jpeg'],
  [0x89, 'picture.png', 'image/png'],
])('a file that begins with %i is uploaded as %s', async (first, name, type) => {
  const { show, calls } = await aSender(
    () => photo('big'),
    async () => Uint8Array.of(first, 1),
  )
  await show(aPicture('一'))
  expect(calls[0]?.payload['photo']).toMatchObject({ name, type, content: Uint8Array.of(first, 1) })
})

test('after a restart a picture is sent by the file_id that it was given before', async () => {
  const { pictureFiles } = await openTestStore()
  const before = await aSender(() => photo('big'), undefined, pictureFiles)
  await before.show(aPicture('一'))
  const after = await aSender(() => photo('big'), undefined, pictureFiles)
  await after.show(aPicture('一'))
  expect(after.drawn()).toBe(0)
  expect(after.calls.map(({ payload }) => payload['photo'])).toEqual(['big'])
})

test('what cannot be remembered is sent all the same', async () => {
  const fail = () => Promise.reject(new Error('disk full'))
  const { show, calls, drawn } = await aSender(() => photo('big'), undefined, {
    get: fail,
    set: fail,
    remove: fail,
  })
  await show(aPicture('一'))
  await show(aPicture('一'))
  expect(methods(calls)).toEqual(['sendPhoto', 'sendPhoto'])
  expect(drawn()).toBe(1)
})

test('a picture that nothing tells from others is drawn each time, and nothing is remembered of it', async () => {
  const asked: unknown[] = []
  const { show, calls, drawn } = await aSender(
    () => photo('big'),
    undefined,
    {
      get: async (key) => void asked.push(key),
      set: async (key) => void asked.push(key),
      remove: async (key) => void asked.push(key),
    },
    () => Promise.reject(new Error('the page is gone')),
  )
  for (let times = 0; times < 2; times++) await show(aPicture('一'))
  expect([methods(calls), drawn(), asked]).toEqual([['sendPhoto', 'sendPhoto'], 2, []])
})

test('a file_id that Telegram does not know any more is forgotten, and the picture uploaded anew', async () => {
  const { show, calls, drawn } = await aSender((_call, nth) =>
    nth === 2 ? refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified') : photo(`file ${nth}`),
  )
  await show(aPicture('一'))
  expect(await show(aPicture('一'))).toMatchObject({ kind: 'sent', fileId: 'file 3' })
  expect(drawn()).toBe(2)
  expect(calls.map(({ payload }) => payload['photo'] instanceof Upload)).toEqual([true, false, true])
})

test('a file_id that Telegram does not know any more is not tried a second time, also if the picture is not drawn', async () => {
  const { show, calls } = await aSender(
    ({ payload }, nth) =>
      payload['photo'] === 'file 1'
        ? refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified')
        : photo(`file ${nth}`),
    (nth) => (nth === 2 ? Promise.reject(new Error('no font')) : Promise.resolve(Uint8Array.of(nth))),
  )
  for (let times = 0; times < 3; times++) await show(aPicture('一'))
  expect(methods(calls)).toEqual(['sendPhoto', 'sendPhoto', 'sendMessage', 'sendPhoto'])
  expect(calls[3]?.payload['photo']).toBeInstanceOf(Upload)
})

test('a picture takes the place of another one by editMessageMedia', async () => {
  const { show, calls } = await aSender(() => photo('big'))
  await show(aPicture('一'), 12)
  await show(aPicture('一'), 13)
  expect(methods(calls)).toEqual(['editMessageMedia', 'editMessageMedia'])
  expect(calls[0]?.payload).toMatchObject({
    message_id: 12,
    media: { type: 'photo', media: 'attach://picture', caption: '<b>一</b>', parse_mode: 'HTML' },
  })
  expect(calls[0]?.payload['picture']).toBeInstanceOf(Upload)
  expect(calls[1]?.payload).toMatchObject({ message_id: 13, media: { media: 'big' } })
  expect(calls[1]?.payload).not.toHaveProperty('picture')
})

test.each([
  ['may not be sent', refusal(400, 'Bad Request: not enough rights to send photos to the chat')],
  ['is not taken', refusal(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS')],
])('where a picture %s its text is sent', async (_why, answer) => {
  const { show, calls } = await aSender(({ method }) => (method === 'sendPhoto' ? answer : posted()))
  expect(await show(aPicture('一'))).toMatchObject({ kind: 'sent' })
  expect(methods(calls)).toEqual(['sendPhoto', 'sendMessage'])
  expect(calls[1]?.text).toBe('一的文字')
})

test.each([
  ['fails', () => Promise.reject(new Error('no canvas'))],
  ['takes for ever', () => new Promise<never>(() => {})],
])('where drawing %s the text is sent', async (_how, draw) => {
  const { show, calls } = await aSender(() => posted(), draw)
  await show(aPicture('一'))
  expect(methods(calls)).toEqual(['sendMessage'])
})

test('a chat that is gone is sent nothing else', async () => {
  const { show, calls } = await aSender(() => refusal(403, 'Forbidden: bot was blocked by the user'))
  expect(await show(aPicture('一'))).toMatchObject({ kind: 'failed', reason: 'gone' })
  expect(methods(calls)).toEqual(['sendPhoto'])
})

const album = (...fileIds: readonly string[]): Scripted => ({
  answer: {
    kind: 'ok',
    result: fileIds.map((id, at) => ({
      message_id: 20 + at,
      photo: [{ file_id: 'small' }, { file_id: id }],
    })),
  },
})

test('an album is uploaded once, and sent by the files that Telegram gave each picture after that', async () => {
  const { sender, clock, calls, drawn } = await aSender((_call, nth) =>
    nth === 3 ? refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified') : album('one', 'two'),
  )
  const send = () => clock.run(sender.showAlbum(CHAT, [aPicture('一'), aPicture('二')]))
  expect(await send()).toMatchObject({ kind: 'sent', messageId: 20 })
  await send()
  await send()
  expect(methods(calls)).toEqual(['sendMediaGroup', 'sendMediaGroup', 'sendMediaGroup', 'sendMediaGroup'])
  expect(calls[0]?.payload).toMatchObject({
    media: [
      { type: 'photo', media: 'attach://picture0', caption: '<b>一</b>' },
      { type: 'photo', media: 'attach://picture1' },
    ],
    picture1: expect.any(Upload) as Upload,
  })
  expect(calls[1]?.payload).toMatchObject({ media: [{ media: 'one' }, { media: 'two' }] })
  expect(drawn()).toBe(4)
})

test('an album of which one picture cannot be drawn is not sent, not even in part', async () => {
  const { sender, clock, calls } = await aSender(
    () => album('one', 'two'),
    (nth) => (nth === 2 ? Promise.reject(new Error('no font')) : Promise.resolve(Uint8Array.of(nth))),
  )
  expect(await clock.run(sender.showAlbum(CHAT, [aPicture('一'), aPicture('二')]))).toBeUndefined()
  expect(calls).toEqual([])
})
