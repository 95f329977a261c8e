import type { Texts } from '../texts/index.ts'
import type { Parts } from './parts.ts'

/** What is told unasked is told in the language of whoever asked for it, unless the chat has chosen one. */
export async function keepLanguage(
  { chats }: Pick<Parts, 'chats'>,
  chatId: number,
  { language }: Texts,
): Promise<void> {
  const chat = await chats.get(chatId)
  if (chat?.language === undefined) await chats.setLanguage(chatId, language)
}
