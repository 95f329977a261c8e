import { type Telegram, TelegramError } from 'telegraf'
import type { Message, Reply } from '../chat/index.ts'
import { toKeyboard } from './keyboard.ts'
import { showMenu } from './menu.ts'
import type { Incoming } from './request-of.ts'

/** Longest text of a toast (Bot API, answerCallbackQuery). */
const TOAST_LENGTH = 200

/** Brings a reply to where the request came from. A press is always answered, or its button would spin on. */
export async function carry(
  telegram: Telegram,
  { chat, press }: Incoming,
  reply: Reply | undefined,
): Promise<void> {
  if (reply?.kind === 'edit' && press) {
    await edit(telegram, chat.id, press.messageId, reply.message)
    if (reply.menu) await showMenu(telegram, reply.menu, chat)
  } else if (reply?.kind === 'send') {
    const thread = chat.threadId === undefined ? {} : { message_thread_id: chat.threadId }
    await telegram.sendMessage(chat.id, reply.message.html.markup, { ...formOf(reply.message), ...thread })
  }
  const toast = reply && 'toast' in reply ? reply.toast?.slice(0, TOAST_LENGTH) : undefined
  if (press) await telegram.answerCbQuery(press.id, toast)
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

const formOf = ({ buttons }: Message) =>
  ({
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: toKeyboard(buttons),
  }) as const
