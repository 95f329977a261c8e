import type { Button, Keyboard, Message, Place } from '../chat/index.ts'

/** A message as the Bot API takes it, without the chat. */
export const payloadOf = ({ html, buttons }: Message) => ({
  text: html.markup,
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
  reply_markup: keyboardOf(buttons),
})

/** The same without markup, for where Telegram does not take it. */
export const plainPayloadOf = (message: Message) => {
  const { parse_mode: _html, ...rest } = payloadOf(message)
  return { ...rest, text: plainTextOf(message.html.markup) }
}

/** The topic of a forum that a message belongs into. */
export const threadOf = ({ threadId }: Place) =>
  threadId === undefined ? {} : { message_thread_id: threadId }

export const keyboardOf = (rows: Keyboard) => ({ inline_keyboard: rows.map((row) => row.map(buttonOf)) })

function buttonOf(button: Button) {
  const { text } = button
  if ('press' in button) return { text, callback_data: button.press }
  if ('url' in button) return { text, url: button.url }
  return {
    text,
    switch_inline_query_chosen_chat: {
      query: button.share,
      allow_user_chats: true,
      allow_group_chats: true,
      allow_channel_chats: true,
    },
  }
}

const CHARACTERS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

const plainTextOf = (markup: string): string =>
  markup.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp);/g, (entity) => CHARACTERS[entity] ?? entity)
