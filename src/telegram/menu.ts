import type { BotCommand } from 'telegraf/types'
import { COMMANDS, type RequestChat, type Texts, textsOf } from '../chat/index.ts'
import type { Delivery } from '../delivery/index.ts'

/** What is of use to one person alone, and stays out of the menus of groups. */
const PRIVATE_ONLY: ReadonlySet<string> = new Set(['saved', 'channel', 'start'])
/** What is of use in groups alone. */
const GROUP_ONLY: ReadonlySet<string> = new Set(['tidy'])
/** A menu that comes later is put right by the next start, or the next choice of a language. */
const WITHIN_MS = 60_000

/**
 * Makes Telegram show the bot's commands and say what it is, in every language. Telegram tells languages apart by two
 * letters only, so those who read traditional characters get their menu with `/language`. It allows few such changes a
 * day, and a bot whose menu is a day old can still talk: what fails is logged by `delivery/`, and no more.
 */
export async function introduce(delivery: Delivery): Promise<void> {
  for (const texts of [textsOf('en'), textsOf('zh-Hans')]) {
    // English is for everybody whom Telegram knows no better texts for.
    const language_code = texts.language === 'en' ? '' : 'zh'
    const { description, shortDescription } = texts
    await delivery.call('setMyDescription', { description, language_code }, WITHIN_MS)
    await delivery.call(
      'setMyShortDescription',
      { short_description: shortDescription, language_code },
      WITHIN_MS,
    )
    for (const [type, kind] of [
      ['default', 'private'],
      ['all_group_chats', 'group'],
    ] as const)
      await delivery.call(
        'setMyCommands',
        { commands: menuOf(texts, kind), scope: { type }, ...(language_code && { language_code }) },
        WITHIN_MS,
      )
  }
}

/** Shows the menu in the language that a chat has chosen, or again as for everybody. */
export async function showMenu(
  delivery: Delivery,
  language: Texts['language'] | 'default',
  { chatId, kind }: RequestChat,
): Promise<void> {
  const scope = { type: 'chat', chat_id: chatId }
  if (language === 'default') {
    await delivery.call('deleteMyCommands', { scope }, WITHIN_MS)
    return
  }
  await delivery.call('setMyCommands', { commands: menuOf(textsOf(language), kind), scope }, WITHIN_MS)
}

const menuOf = ({ menu }: Texts, kind: RequestChat['kind']): BotCommand[] =>
  COMMANDS.filter((name) => !(kind === 'private' ? GROUP_ONLY : PRIVATE_ONLY).has(name)).map((command) => ({
    command,
    description: menu[command],
  }))
