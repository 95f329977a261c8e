/** The kinds of formatting and of links that a message may hold; see `MessageEntity` of the Bot API. */
export type EntityType =
  | 'blockquote'
  | 'bold'
  | 'bot_command'
  | 'cashtag'
  | 'code'
  | 'custom_emoji'
  | 'email'
  | 'expandable_blockquote'
  | 'hashtag'
  | 'italic'
  | 'mention'
  | 'phone_number'
  | 'pre'
  | 'spoiler'
  | 'strikethrough'
  | 'text_link'
  | 'text_mention'
  | 'underline'
  | 'url'

/** A stretch of a text that means or looks something. */
export interface MessageEntity {
  readonly type: EntityType
  /** From the start of the text, in UTF-16 units. */
  readonly offset: number
  /** In UTF-16 units, at least 1. */
  readonly length: number
  readonly url?: string
  readonly user?: { readonly id: number; readonly is_bot: boolean; readonly first_name: string }
  readonly language?: string
  readonly custom_emoji_id?: string
}

/** Text without markup, and what the markup said. */
export interface FormattedText {
  readonly text: string
  /** By offset, the longer first. */
  readonly entities: readonly MessageEntity[]
  /** How many more entities there were, which Telegram drops without a word; absent if there were none. */
  readonly dropped?: number
}

/** By offset, the longer first: an entity stands before what it holds. */
export const sortEntities = (entities: readonly MessageEntity[]): MessageEntity[] =>
  entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
