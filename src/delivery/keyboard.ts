import type { Button, Keyboard } from '../chat/index.ts'

/** Buttons as Telegram takes them. */
export const toKeyboard = (rows: Keyboard) => ({ inline_keyboard: rows.map((row) => row.map(toButton)) })

function toButton(button: Button) {
  const { text } = button
  if ('callbackData' in button) return { text, callback_data: button.callbackData }
  if ('url' in button) return { text, url: button.url }
  if ('app' in button) return { text, web_app: { url: button.app } }
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
