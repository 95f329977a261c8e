import type { Place } from '../../domain/index.ts'

/** Where something was done. */
export interface RequestChat extends Place {
  /** `channel`: what is posted there is set from a private chat; nobody is answered in it. */
  readonly kind: 'private' | 'group' | 'channel'
}

/** Who did something. */
export interface Asker {
  readonly id: number
  /** IETF tag of the language that their Telegram speaks, if it tells. */
  readonly languageCode?: string
}

/** What was sent without words; `other`: a contact, a poll, a game. */
export type AttachmentKind = 'picture' | 'voice' | 'sticker' | 'location' | 'file' | 'other'

/** What somebody did in a chat. */
export type Action =
  /** `/search 词`: the name without slash and bot, in lower case; the rest trimmed. */
  | { readonly kind: 'command'; readonly name: string; readonly text: string }
  /** Something said to the bot, trimmed: in a private chat all, in a group replies to it and mentions of it. */
  | { readonly kind: 'text'; readonly text: string }
  /** A pressed button's callback data. */
  | { readonly kind: 'callback'; readonly data: string }
  /** Something without words, in a private chat. `album`: it came together with others of the same album. */
  | { readonly kind: 'attachment'; readonly what: AttachmentKind; readonly album?: string }
  /** The bot was let into a group. */
  | { readonly kind: 'joined' }
  /** In a private chat: a post of a channel was forwarded, or the bot was just let into the channel by this person. */
  | { readonly kind: 'channel'; readonly chatId: number }

/** Who did what, and where. */
export interface Request {
  readonly chat: RequestChat
  readonly user: Asker
  readonly action: Action
  /** The bot's name without @, for links that lead back. */
  readonly bot: string
  /** Asks whether the user may change the settings of the chat: in a private chat everybody may. */
  readonly isAdministrator: () => Promise<boolean>
}

/** What somebody types behind the bot's name, in any chat. */
export interface InlineRequest {
  readonly user: Asker
  /** At most 256 characters (Bot API). */
  readonly query: string
  /** What the answer before named as its `next`; empty at first. */
  readonly offset: string
  /** The bot's name without @, for links that lead back. */
  readonly bot: string
}
