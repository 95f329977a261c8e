import type { CallbackQuery, ChatMemberUpdated, Message, Update } from 'telegraf/types'
import type { Action, Asker, AttachmentKind, InlineRequest, RequestChat } from '../chat/index.ts'

/** Telegram writes this user for administrators who speak in the name of their group. */
const ANONYMOUS_ADMINISTRATOR = 1_087_968_824

/** Something that a chat wants an answer to, and where the answer belongs. */
export interface Incoming {
  readonly chat: RequestChat
  readonly user: Asker
  readonly action: Action
  /** Known without asking: whoever speaks in the name of the group may change its settings. */
  readonly isAnonymousAdministrator: boolean
  /** In a group: the message that asks, to which the answer is a reply. */
  readonly replyTo?: number
  /** The press that must be answered, and the message whose button it was; none where it was posted inline. */
  readonly press?: { readonly id: string; readonly messageId: number }
}

/** Somebody types behind the bot's name. */
export interface IncomingInline {
  readonly id: string
  readonly request: InlineRequest
}

/** The bot itself, as Telegram knows it. */
export interface Self {
  readonly id: number
  /** Without @. */
  readonly username: string
}

/** What an update asks of the bot; `undefined` where it asks nothing. */
export function incomingOf(update: Update, self: Self): Incoming | undefined {
  if ('message' in update) return fromMessage(update.message, self)
  if ('callback_query' in update) return fromPress(update.callback_query)
  return 'my_chat_member' in update ? fromMembership(update.my_chat_member) : undefined
}

/** What somebody types behind the bot's name, where the update is about that. */
export function inlineOf(update: Update, self: Self): IncomingInline | undefined {
  if (!('inline_query' in update)) return undefined
  const { id, from, query, offset } = update.inline_query
  return { id, request: { user: askerOf(from), query, offset, bot: self.username } }
}

function fromMessage(message: Message, self: Self): Incoming | undefined {
  // What was posted through our own inline mode is our own word, and no question.
  if (message.from === undefined || ('via_bot' in message && message.via_bot?.id === self.id))
    return undefined
  // A post of the channel that the group discusses asks nothing.
  if ('is_automatic_forward' in message) return undefined
  const action = forwardOf(message) ?? ('text' in message ? wordsOf(message, self) : attachmentOf(message))
  if (action === undefined || action === 'for another bot') return undefined
  const { from } = message
  return {
    chat: chatOf(message.chat, message),
    user: askerOf(from),
    action,
    isAnonymousAdministrator:
      from.id === ANONYMOUS_ADMINISTRATOR && message.sender_chat?.id === message.chat.id,
    ...(message.chat.type !== 'private' && { replyTo: message.message_id }),
  }
}

/** A post of a channel that was forwarded to the bot. */
function forwardOf(message: Message): Action | undefined {
  if (message.chat.type !== 'private' || !('forward_origin' in message)) return undefined
  const { forward_origin: origin } = message
  return origin?.type === 'channel' ? { kind: 'channel', chatId: origin.chat.id } : undefined
}

const wordsOf = (message: Message.TextMessage, self: Self): Action | 'for another bot' | undefined =>
  commandOf(message.text, self) ??
  (message.chat.type === 'private' || isAddressed(message, self) ? speechOf(message.text, self) : undefined)

/** Kinds of messages without words, by the field that holds them (Bot API); what only tells of the chat is none. */
const ATTACHMENTS: Readonly<Record<string, AttachmentKind>> = {
  photo: 'picture',
  video: 'picture',
  animation: 'picture',
  story: 'picture',
  document: 'file',
  voice: 'voice',
  audio: 'voice',
  video_note: 'voice',
  sticker: 'sticker',
  dice: 'sticker',
  location: 'location',
  venue: 'location',
  contact: 'other',
  poll: 'other',
  game: 'other',
  paid_media: 'picture',
  checklist: 'other',
}

/** A picture, voice message and the like in a private chat; its caption is what is said. */
function attachmentOf(message: Message): Action | undefined {
  if (message.chat.type !== 'private') return undefined
  const field = Object.keys(ATTACHMENTS).find((it) => it in message)
  const what = field === undefined ? undefined : ATTACHMENTS[field]
  if (what === undefined) return undefined
  const said = 'caption' in message ? (message.caption?.trim() ?? '') : ''
  if (said !== '') return { kind: 'text', text: said }
  const album = 'media_group_id' in message ? message.media_group_id : undefined
  return { kind: 'attachment', what, ...(album !== undefined && { album }) }
}

function fromPress(query: CallbackQuery): Incoming | undefined {
  // No post of a channel has buttons of ours that call back.
  if (!('data' in query) || !query.message || query.message.chat.type === 'channel') return undefined
  const { message } = query
  return {
    chat: chatOf(message.chat, 'message_thread_id' in message ? message : {}),
    user: askerOf(query.from),
    action: { kind: 'callback', data: query.data },
    isAnonymousAdministrator: false,
    press: { id: query.id, messageId: message.message_id },
  }
}

function fromMembership({
  chat,
  from,
  old_chat_member,
  new_chat_member,
}: ChatMemberUpdated): Incoming | undefined {
  // Nothing is said in the channel: whoever let the bot in is shown in private what it can do there.
  if (chat.type === 'channel')
    return mayPost(new_chat_member) && !mayPost(old_chat_member)
      ? {
          chat: { chatId: from.id, kind: 'private' },
          user: askerOf(from),
          action: { kind: 'channel', chatId: chat.id },
          isAnonymousAdministrator: false,
        }
      : undefined
  const isIn = (status: string) =>
    status === 'member' || status === 'administrator' || status === 'restricted'
  if (chat.type === 'private' || isIn(old_chat_member.status) || !isIn(new_chat_member.status))
    return undefined
  return {
    chat: chatOf(chat, {}),
    user: askerOf(from),
    action: { kind: 'joined' },
    isAnonymousAdministrator: false,
  }
}

/** Whether a member of a channel may post there. */
export const mayPost = (member: ChatMemberUpdated['new_chat_member']): boolean =>
  member.status === 'administrator' && member.can_post_messages === true

/** Letters beyond ASCII are no command to Telegram either. */
function commandOf(text: string, { username }: Self): Action | 'for another bot' | undefined {
  const command = /^\/(\w{1,32})(?:@(\w+))?(?:\s+|$)/.exec(text)
  if (!command) return undefined
  const [whole, name = '', addressee] = command
  if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return 'for another bot'
  return { kind: 'command', name: name.toLowerCase(), text: text.slice(whole.length).trim() }
}

const isAddressed = ({ reply_to_message, text }: Message.TextMessage, self: Self) =>
  reply_to_message?.from?.id === self.id || mentionOf(self).test(text)

/** What was said to the bot, without its name; nothing but its name says nothing. */
function speechOf(text: string, self: Self): Action | undefined {
  const said = text.replace(mentionOf(self), ' ').trim()
  return said === '' ? undefined : { kind: 'text', text: said }
}

const mentionOf = ({ username }: Self) => new RegExp(`@${username}(?!\\w)`, 'i')

const chatOf = (
  chat: { readonly id: number; readonly type: string },
  message: { is_topic_message?: boolean; message_thread_id?: number },
): RequestChat => ({
  chatId: chat.id,
  kind: chat.type === 'private' ? 'private' : 'group',
  ...(message.is_topic_message === true &&
    message.message_thread_id !== undefined && { threadId: message.message_thread_id }),
})

const askerOf = ({
  id,
  language_code,
}: {
  readonly id: number
  readonly language_code?: string | undefined
}): Asker => ({
  id,
  ...(language_code !== undefined && { languageCode: language_code }),
})
