import type { CommandScope } from './commands.ts'

/** Where a menu is kept: its scope, the chat and person that the scope names, and its language. */
export const menuKey = ({ type, chat_id, user_id }: CommandScope, language: string): string =>
  [type, chat_id ?? '', user_id ?? '', language].join(':')

/** Who looks at the menu, and where. */
export interface MenuViewer {
  readonly userId: number
  readonly chatId: number
  readonly isPrivate: boolean
  readonly isAdministrator: boolean
  /** IETF tag such as `zh-hans`; a menu is kept under its first two letters. */
  readonly language: string
}

/**
 * Keys of the menus that this viewer could get, the first that exists wins (Bot API, “Determining list of
 * commands”): the narrowest scope first, and in each scope the viewer's language before none.
 */
export function menuKeys({ userId, chatId, isPrivate, isAdministrator, language }: MenuViewer): string[] {
  const scopes: CommandScope[] = isPrivate
    ? [{ type: 'chat', chat_id: chatId }, { type: 'all_private_chats' }, { type: 'default' }]
    : [
        { type: 'chat_member', chat_id: chatId, user_id: userId },
        ...(isAdministrator ? [{ type: 'chat_administrators' as const, chat_id: chatId }] : []),
        { type: 'chat', chat_id: chatId },
        ...(isAdministrator ? [{ type: 'all_chat_administrators' as const }] : []),
        { type: 'all_group_chats' },
        { type: 'default' },
      ]
  const languages = [...new Set([language.slice(0, 2).toLowerCase(), ''])]
  return scopes.flatMap((scope) => languages.map((it) => menuKey(scope, it)))
}
