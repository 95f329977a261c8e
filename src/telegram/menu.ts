import type { Telegram } from 'telegraf'
import type { BotCommand } from 'telegraf/types'
import { COMMANDS, type Place, type Texts, textsOf } from '../chat/index.ts'

/** What is of use to one person alone, and stays out of the menus of groups. */
const PRIVATE_ONLY: ReadonlySet<string> = new Set(['saved', 'start'])

/**
 * Makes Telegram show the bot's commands and say what it is, in every language. Telegram tells languages apart by two
 * letters only, so those who read traditional characters get their menu with `/language`.
 */
export async function introduce(telegram: Telegram): Promise<void> {
  for (const texts of [textsOf('en'), textsOf('zh-Hans')]) {
    // English is for everybody whom Telegram knows no better texts for.
    const language_code = texts.language === 'en' ? '' : 'zh'
    await telegram.callApi('setMyDescription', { description: texts.description, language_code })
    await telegram.callApi('setMyShortDescription', {
      short_description: texts.shortDescription,
      language_code,
    })
    for (const [type, kind] of [
      ['default', 'private'],
      ['all_group_chats', 'group'],
    ] as const)
      await telegram.setMyCommands(menuOf(texts, kind), {
        scope: { type },
        ...(language_code && { language_code }),
      })
  }
}

/** Shows the menu in the language that a chat has chosen. */
export async function showMenu(
  telegram: Telegram,
  language: Texts['language'],
  { id, kind }: Place,
): Promise<void> {
  await telegram.setMyCommands(menuOf(textsOf(language), kind), { scope: { type: 'chat', chat_id: id } })
}

const menuOf = ({ menu }: Texts, kind: Place['kind']): BotCommand[] =>
  COMMANDS.filter((name) => kind === 'private' || !PRIVATE_ONLY.has(name)).map((command) => ({
    command,
    description: menu[command],
  }))
