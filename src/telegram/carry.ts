import { type Telegram, TelegramError } from 'telegraf'
import type { InlineKeyboardMarkup } from 'telegraf/types'
import type { Message, Reply } from '../chat/index.ts'
import type { Incoming } from './request-of.ts'

/** Longest text of a toast (Bot API, answerCallbackQuery). */
const TOAST_LENGTH = 200

/** Brings a reply to where the request came from. A press is always answered, or its button would spin on. */
export async function carry(telegram: Telegram, incoming: Incoming, reply: Reply | undefined): Promise<void> {
  const { press, request } = incoming
  if (reply?.kind === 'edit' && press) await edit(telegram, request.chatId, press.messageId, reply.message)
  else if (reply?.kind === 'send') {
    const { threadId } = incoming
    await telegram.sendMessage(request.chatId, reply.message.html.markup, {
      ...formOf(reply.message),
      ...(threadId !== undefined && { message_thread_id: threadId }),
    })
  }
  if (press)
    await telegram.answerCbQuery(
      press.id,
      reply?.kind === 'toast' ? reply.text.slice(0, TOAST_LENGTH) : undefined,
    )
}

async function edit(telegram: Telegram, chatId: number, messageId: number, message: Message): Promise<void> {
  try {
    await telegram.editMessageText(chatId, messageId, undefined, message.html.markup, formOf(message))
  } catch (error) {
    // Two presses of one button ask for the same page: the second has nothing left to do.
    if (!(error instanceof TelegramError && error.description.includes('message is not modified')))
      throw error
  }
}

function formOf({ buttons }: Message) {
  const keyboard: InlineKeyboardMarkup = {
    inline_keyboard: buttons.map((row) =>
      row.map((it) =>
        'url' in it ? { text: it.text, url: it.url } : { text: it.text, callback_data: it.press },
      ),
    ),
  }
  return {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: keyboard,
  } as const
}
