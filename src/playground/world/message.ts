import type { InlineKeyboard } from '../rules/keyboard.ts'
import type { MessageEntity } from '../rules/message-entity.ts'

/** `User` of the Bot API. */
export interface ApiUser {
  readonly id: number
  readonly is_bot: boolean
  readonly first_name: string
  readonly username?: string
  readonly language_code?: string
}

/** `Chat` of the Bot API. */
export interface ApiChat {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup' | 'channel'
  readonly title?: string
  readonly first_name?: string
  readonly username?: string
  readonly is_forum?: true
}

/** A file as a message names it (`PhotoSize`, `Document`). */
export interface ApiFile {
  readonly file_id: string
  readonly file_unique_id: string
  readonly file_size: number
  readonly width?: number
  readonly height?: number
  readonly file_name?: string
  readonly mime_type?: string
}

/** What every message has, whatever it holds. */
export interface Envelope {
  readonly message_id: number
  /** Seconds since 1970. */
  readonly date: number
  readonly chat: ApiChat
  readonly from: ApiUser
}

/** `ApiMessage` of the Bot API, as far as a newspaper needs it. Never changed: an edit makes another one. */
export interface ApiMessage extends Envelope {
  readonly edit_date?: number
  readonly sender_chat?: ApiChat
  readonly via_bot?: ApiUser
  readonly message_thread_id?: number
  readonly is_topic_message?: true
  readonly reply_to_message?: ApiMessage
  readonly text?: string
  readonly entities?: readonly MessageEntity[]
  readonly caption?: string
  readonly caption_entities?: readonly MessageEntity[]
  readonly photo?: readonly ApiFile[]
  /** The same for all messages of an album. */
  readonly media_group_id?: string
  readonly document?: ApiFile
  readonly reply_markup?: InlineKeyboard
  readonly forward_origin?: {
    readonly type: 'channel'
    readonly chat: ApiChat
    readonly message_id: number
    readonly date: number
  }
  readonly migrate_to_chat_id?: number
  readonly migrate_from_chat_id?: number
  readonly new_chat_members?: readonly ApiUser[]
  readonly left_chat_member?: ApiUser
}
