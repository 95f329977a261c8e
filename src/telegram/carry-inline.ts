import type { Telegram } from 'telegraf'
import type { InlineQueryResultArticle } from 'telegraf/types'
import type { Card, InlineReply } from '../chat/index.ts'
import { toKeyboard } from './keyboard.ts'

/** Seconds for which Telegram may give the same person the same answer without asking again. */
const CACHE_SECONDS = 60

/** Answers an inline query. The cards are in the language of whoever asks, so no other person is given them. */
export async function carryInline(
  telegram: Telegram,
  queryId: string,
  { cards, next, hint }: InlineReply,
): Promise<void> {
  await telegram.answerInlineQuery(queryId, cards.map(toResult), {
    cache_time: CACHE_SECONDS,
    is_personal: true,
    next_offset: next,
    ...(hint !== undefined && { button: { text: hint, start_parameter: 'inline' } }),
  })
}

const toResult = ({ id, title, description, message }: Card): InlineQueryResultArticle => ({
  type: 'article',
  id,
  title,
  description,
  input_message_content: {
    message_text: message.html.markup,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  },
  reply_markup: toKeyboard(message.buttons),
})
