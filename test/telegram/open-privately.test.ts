import { expect, test } from 'vitest'
import { html } from '../../src/chat/markup/html.ts'
import { createPrivateOpening } from '../../src/telegram/open-privately.ts'
import { aDelivery } from '../support/delivery.ts'
import { type MadeCall, refusal, type Scripted } from '../support/scripted-api.ts'

const PRESS = {
  chat: { chatId: -5, kind: 'group', threadId: 3 },
  user: { id: 2 },
  action: { kind: 'callback', data: 'a.x' },
  isAnonymousAdministrator: false,
  press: { id: 'p1', messageId: 9 },
} as const
const REPLY = {
  kind: 'private',
  message: { html: html`<b>标题</b>`, buttons: [] },
  start: 'a_abcdefghij',
  label: '在报童里打开',
} as const
const LINK = 'https://t.me/the_bot?start=a_abcdefghij'

async function pressTwice(script: (call: MadeCall, nth: number) => Scripted) {
  const { delivery, clock, calls } = await aDelivery(script)
  const opening = createPrivateOpening(delivery, 'the_bot')
  const shown = []
  for (let n = 0; n < 2; n++) shown.push(await clock.run(opening.show(PRESS, REPLY)))
  return { shown, calls: calls.map(({ method, payload }) => ({ method, payload })) }
}

test('where the server has ephemeral messages, one is shown to whoever pressed; the server is asked once', async () => {
  const { shown, calls } = await pressTwice(({ method }) =>
    method === 'deleteEphemeralMessage'
      ? refusal(400, 'Bad Request: message to delete not found')
      : { answer: { kind: 'ok', result: { message_id: 0, ephemeral_message_id: 1 } } },
  )
  expect(shown).toEqual([undefined, undefined])
  expect(calls.map(({ method }) => method)).toEqual(['deleteEphemeralMessage', 'sendMessage', 'sendMessage'])
  expect(calls[1]?.payload).toMatchObject({
    chat_id: -5,
    message_thread_id: 3,
    receiver_user_id: 2,
    callback_query_id: 'p1',
    text: '<b>标题</b>',
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: [[{ text: REPLY.label, url: LINK }]] },
  })
})

test('an older server, which would post the message for all, is sent none: a link leads to the private chat', async () => {
  const { shown, calls } = await pressTwice(() => refusal(404, 'Not Found'))
  expect(shown).toEqual([LINK, LINK])
  expect(calls.map(({ method }) => method)).toEqual(['deleteEphemeralMessage'])
})

test('if there is no answer, or the message is refused, the link is given', async () => {
  const down = await pressTwice(() => ({ answer: { kind: 'network', written: false, reason: 'down' } }))
  expect(down.shown).toEqual([LINK, LINK])
  expect(down.calls.map(({ method }) => method)).toEqual(['deleteEphemeralMessage', 'deleteEphemeralMessage'])
  const refused = await pressTwice(() => refusal(400, 'Bad Request'))
  expect(refused.shown).toEqual([LINK, LINK])
})
