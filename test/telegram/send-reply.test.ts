import { expect, test } from 'vitest'
import type { OutgoingFile, PictureMessage, Reply } from '../../src/chat/index.ts'
import { html } from '../../src/chat/markup/html.ts'
import type { Delivery } from '../../src/delivery/index.ts'
import { createLogger } from '../../src/ops/index.ts'
import { PictureSender } from '../../src/telegram/picture-sender.ts'
import { sendReply } from '../../src/telegram/send-reply.ts'
import { aDelivery, aMessage } from '../support/delivery.ts'
import { type MadeCall, refusal, type Scripted } from '../support/scripted-api.ts'
import { openTestStore } from '../support/stores.ts'

const picture: PictureMessage = {
  shows: {
    kind: 'card',
    headline: '甲',
    paragraphs: [{ text: '报童沿街走了很远的路。', marks: [] }],
    source: ['街角日报'],
    sender: [],
    isDark: false,
    isSquare: false,
  },
  caption: html`甲`,
  buttons: [],
  instead: { html: html`甲的文字`, buttons: [] },
}
const sent: Scripted = { answer: { kind: 'ok', result: { message_id: 12, photo: [{ file_id: 'f' }] } } }

/** What becomes of a reply to somebody in a chat, who has pressed a button of message 9 unless told. */
async function reply(
  given: Reply | undefined,
  kind: 'private' | 'group' = 'private',
  script: (call: MadeCall) => Scripted = () => sent,
  isPress = true,
  beforeCall?: () => Promise<boolean>,
  isClosed = false,
) {
  const { delivery, clock, calls } = await aDelivery(script)
  const noted: (readonly [number, number])[] = []
  const toasts: (readonly unknown[])[] = []
  const pictures = new PictureSender({
    delivery,
    clock,
    painter: { draw: async () => Uint8Array.of(1), keyOf: async () => 'key' },
    files: (await openTestStore()).pictureFiles,
    log: createLogger('error', { write: () => {} }),
  })
  if (isClosed) await clock.run(delivery.close(0).then(() => clock.sleep(1)))
  const outcome = await clock.run(
    sendReply(
      {
        delivery,
        pictures,
        privately: { show: async () => 'https://t.me/x' },
        onAnswered: (...it) => void noted.push(it),
      },
      {
        chat: { chatId: kind === 'group' ? -5 : 5, kind },
        user: { id: 2 },
        action: { kind: 'callback', data: 'a.x' },
        isAnonymousAdministrator: false,
        ...(isPress && { press: { id: 'p', messageId: 9 } }),
      },
      { give: (...it) => void toasts.push(it) },
      given,
      beforeCall,
    ),
  )
  const made = calls.map(({ method, payload }) => [method, payload['message_id']])
  const texts = calls.map(({ method, text }) => [method, text])
  return { outcome, noted, made, texts, toasts }
}

test('a picture takes the place of the one whose button was pressed, or is a message of its own', async () => {
  expect(await reply({ kind: 'picture', picture, replaces: true })).toMatchObject({
    outcome: 'answered',
    made: [['editMessageMedia', 9]],
  })
  expect((await reply({ kind: 'picture', picture })).made).toEqual([['sendPhoto', undefined]])
  // Without a press there is nothing to replace.
  const alone = await reply({ kind: 'picture', picture, replaces: true }, 'private', undefined, false)
  expect(alone.made).toEqual([['sendPhoto', undefined]])
})

test('what is posted in a group is noted, and nothing of a private chat, an edit or a refusal', async () => {
  const message = aMessage('答')
  expect((await reply({ kind: 'send', message }, 'group')).noted).toEqual([[-5, 12]])
  expect((await reply({ kind: 'picture', picture }, 'group')).noted).toEqual([[-5, 12]])
  expect((await reply({ kind: 'send', message })).noted).toEqual([])
  expect((await reply({ kind: 'edit', message }, 'group')).noted).toEqual([])
  expect((await reply({ kind: 'send', message }, 'group', () => refusal(400, 'Bad Request'))).noted).toEqual(
    [],
  )
})

test('a press is answered with the words that fade or stay, or the link of what is shown to one alone', async () => {
  const message = aMessage('答')
  expect((await reply({ kind: 'toast', toast: '好了', stays: true })).toasts).toEqual([['好了', true]])
  expect((await reply({ kind: 'edit', message, toast: '换好了' })).toasts).toEqual([['换好了', false]])
  expect((await reply(undefined)).toasts).toEqual([[undefined, false]])
  const alone = await reply({ kind: 'private', message, start: 's', label: '打开' }, 'group')
  expect([alone.toasts, alone.made, alone.outcome]).toEqual([
    [[undefined, false, 'https://t.me/x']],
    [],
    'answered',
  ])
})

const ALBUM: Reply = {
  kind: 'album',
  pictures: [picture, picture],
  message: aMessage('两张'),
  instead: aMessage('两篇的文字'),
}
const album: Scripted = {
  answer: {
    kind: 'ok',
    result: [1, 2].map((n) => ({ message_id: n, photo: [{ file_id: `f${n}` }] })),
  },
}

test('under an album stands its message, which is noted in a group; without the album the texts stand instead', async () => {
  const posted = await reply(ALBUM, 'group', ({ method }) => (method === 'sendMediaGroup' ? album : sent))
  expect(posted).toMatchObject({ outcome: 'answered', noted: [[-5, 12]] })
  expect(posted.texts).toEqual([
    ['sendMediaGroup', undefined],
    ['sendMessage', '<b>两张</b>'],
  ])
  const refused = await reply(ALBUM, 'group', ({ method }) =>
    method === 'sendMediaGroup' ? refusal(400, 'Bad Request: not enough rights') : sent,
  )
  expect(refused.texts.at(-1)).toEqual(['sendMessage', '<b>两篇的文字</b>'])
  expect(refused.noted).toEqual([[-5, 12]])
})

const file = (name: string): OutgoingFile => ({
  name,
  type: 'text/plain',
  content: name,
  caption: html`${name}`,
})
const FILES: Reply = { kind: 'files', files: [file('a.txt'), file('b.txt')] }

test('files are sent one after the other, each if it is still wanted', async () => {
  const captions: unknown[] = []
  let asked = 0
  const { outcome, made } = await reply(
    FILES,
    'private',
    ({ payload }) => {
      captions.push(payload['caption'])
      return sent
    },
    true,
    async () => ++asked === 1,
  )
  expect([outcome, made.map(([method]) => method), captions]).toEqual([
    'answered',
    ['sendDocument'],
    ['a.txt'],
  ])
  expect(asked).toBe(2)
  expect((await reply(FILES)).made.map(([method]) => method)).toEqual(['sendDocument', 'sendDocument'])
})

test.each([
  [['sent', 'sent'], 'answered'],
  [['sent', 'closed'], 'later'],
  [['closed', 'sent'], 'later'],
  [['refused', 'sent'], 'answered'],
] as const)('files of which each was %j are %s', async (fates, outcome) => {
  const results = fates.map((fate) =>
    fate === 'sent' ? { kind: 'sent', messageId: 1 } : { kind: 'failed', reason: fate, forGood: true },
  )
  const delivery = { sendFile: async () => results.shift() } as unknown as Delivery
  const incoming = {
    chat: { chatId: 7, kind: 'private' },
    user: { id: 7 },
    action: { kind: 'command', name: 'mydata', text: '' },
    isAnonymousAdministrator: false,
  } as const
  const ways = { delivery, onAnswered: () => {} } as unknown as Parameters<typeof sendReply>[0]
  expect(await sendReply(ways, incoming, undefined, FILES)).toBe(outcome)
})

test('a press with nothing to say is answered, and a toast is all that there is of it', async () => {
  expect(await reply(undefined)).toMatchObject({ outcome: 'answered', made: [] })
  expect(await reply({ kind: 'toast', toast: '好了' })).toMatchObject({ outcome: 'answered', made: [] })
})

test('with a language that was chosen the menu of the chat changes too', async () => {
  const chosen = { kind: 'edit', message: aMessage('Done'), menu: 'en' } as const
  const { made } = await reply(chosen)
  expect(made).toEqual([
    ['editMessageText', 9],
    ['setMyCommands', undefined],
  ])
  expect((await reply({ kind: 'edit', message: aMessage('好') })).made).toEqual([['editMessageText', 9]])
})

test.each([
  ['a message', { kind: 'send', message: aMessage('答') }],
  ['an edit', { kind: 'edit', message: aMessage('答') }],
  ['a picture', { kind: 'picture', picture }],
  ['an album', ALBUM],
  ['files', FILES],
] as const)('%s that the bot could not send before its end is answered later', async (_what, given) => {
  expect((await reply(given, 'group', undefined, true, undefined, true)).outcome).toBe('later')
})
