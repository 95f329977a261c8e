import { isLanguage, LANGUAGES, type Texts, textsOf } from '../texts/index.ts'
import type { Command } from '../turn/command.ts'
import { button } from '../turn/keyboard.ts'
import type { Parts } from '../turn/parts.ts'
import { type Message, type Reply, send, toast } from '../turn/reply.ts'
import type { Turn } from '../turn/turn.ts'

/** `/language`: in which language the bot speaks in this chat. */
export const createLanguageCommand =
  (): Command =>
  async (_text, { texts }) =>
    send(languageChoice(texts))

/** Changes the language of the chat; in a group only administrators may. */
export async function setLanguage(
  { chats }: Parts,
  language: string,
  { request, texts }: Turn,
): Promise<Reply> {
  if (!isLanguage(language)) return toast(texts.staleButton)
  if (!(await request.isAdministrator())) return toast(texts.adminsOnly)
  await chats.setLanguage(request.chat.chatId, language)
  const chosen = textsOf(language)
  return { kind: 'edit', message: languageChoice(chosen), toast: chosen.languageSet, menu: language }
}

const languageChoice = (current: Texts): Message => ({
  html: current.languageTitle,
  buttons: [
    LANGUAGES.map(({ language, languageName }) =>
      button(language === current.language ? `● ${languageName}` : languageName, {
        kind: 'language',
        language,
      }),
    ),
  ],
})
