import type { Picture } from '../../pictures/index.ts'
import { html, type SafeHtml } from '../markup/html.ts'
import type { Language } from '../texts/index.ts'

/** A button under a message: it asks the bot for something, opens an address, or shares something in another chat. */
export type Button =
  | {
      readonly text: string
      /** What comes back when it is pressed; at most 64 bytes (Bot API). */
      readonly callbackData: string
    }
  | { readonly text: string; readonly url: string }
  /** Opens a page as a Mini App; in private chats alone (Bot API). */
  | { readonly text: string; readonly app: string }
  /** Lets one pick a chat, and types this behind the bot's name there; at most 256 characters (Bot API). */
  | { readonly text: string; readonly share: string }

/** Rows of buttons, from the top. */
export type Keyboard = readonly (readonly Button[])[]

/** What a message says, and the buttons below it. */
export interface Message {
  readonly html: SafeHtml
  readonly buttons: Keyboard
}

/** A file that is sent, with what is said below it. */
export interface OutgoingFile {
  /** With its ending. */
  readonly name: string
  /** Media type, for example `application/json`. */
  readonly type: string
  readonly content: string
  /** At most 1,024 UTF-16 units (Bot API). */
  readonly caption: SafeHtml
}

/** A picture, as what it shows: it is drawn right before it is sent. */
export interface PictureMessage {
  readonly shows: Picture
  /** At most 1,024 UTF-16 units (Bot API). */
  readonly caption: SafeHtml
  readonly buttons: Keyboard
  /** Is sent if it cannot be drawn, or may not be sent. */
  readonly instead: Message
}

/** A picture in whose place no text comes. */
export type PictureAlone = Omit<PictureMessage, 'instead'>

/** Longest toast, in UTF-16 units (Bot API, answerCallbackQuery). */
export const TOAST_LENGTH = 200

/** The answer to one request, as plain data: `telegram/` carries it, tests read it. */
export type Reply =
  /**
   * `picture`: comes with the message, if it can be drawn and may be sent; before it if Telegram has it already, else
   * after it, since drawing may take seconds.
   */
  | { readonly kind: 'send'; readonly message: Message; readonly picture?: PictureAlone }
  | PrivateReply
  /** Messages of their own, a file each. */
  | { readonly kind: 'files'; readonly files: readonly OutgoingFile[]; readonly toast?: string }
  /** `replaces`: takes the place of the picture whose button was pressed. */
  | {
      readonly kind: 'picture'
      readonly picture: PictureMessage
      readonly replaces?: true
      readonly toast?: string
    }
  /** Two to ten pictures as one album, and the message with their buttons below it; `instead`: if they cannot be sent. */
  | {
      readonly kind: 'album'
      readonly pictures: readonly Pick<PictureMessage, 'shows' | 'caption'>[]
      readonly message: Message
      readonly instead: Message
      readonly toast?: string
    }
  /** Takes the place of the message whose button was pressed; the toast fades over the chat. */
  | {
      readonly kind: 'edit'
      readonly message: Message
      readonly toast?: string
      /** The chat's menu is to be shown in this language from now on; `default`: as for everybody. */
      readonly menu?: Language | 'default'
    }
  /** At most 200 characters (Bot API). `stays`: until whoever pressed has closed it. */
  | { readonly kind: 'toast'; readonly toast: string; readonly stays?: true }

/** In a group: a message that whoever pressed is to see alone, or what leads to it in their private chat. */
export interface PrivateReply {
  readonly kind: 'private'
  /** Its buttons are not shown. */
  readonly message: Message
  /** What stands behind `?start=` in the link to the same. */
  readonly start: string
  /** On the button that follows the link. */
  readonly label: string
  readonly toast?: string
}

/** One card of an answer to an inline query. */
export interface Card {
  /** At most 64 bytes, and no other card's of the same answer (Bot API). */
  readonly id: string
  readonly title: string
  readonly description: string
  /** What is posted when the card is picked. */
  readonly message: Message
}

/** The answer to an inline query: cards in order, best first. */
export interface InlineReply {
  /** At most 50 (Bot API). */
  readonly cards: readonly Card[]
  /** Comes back as the offset when the end of the list is reached; empty if nothing follows. */
  readonly next: string
  /** Stands above the cards and leads into the private chat. */
  readonly hint?: string
}

/** A message of its own, with buttons. */
export const send = (message: Message): Reply => ({ kind: 'send', message })

/** A picture if there is one, else a message. */
export const show = (page: { readonly message: Message; readonly picture?: PictureMessage }): Reply =>
  page.picture ? { kind: 'picture', picture: page.picture } : send(page.message)

/** Puts a message in the place of the one whose button was pressed. */
export const edit = (message: Message, toast?: string): Reply => ({
  kind: 'edit',
  message,
  ...(toast !== undefined && { toast }),
})

/** A text that fades over the chat; at most {@link TOAST_LENGTH} UTF-16 units. */
export const toast = (text: string): Reply => ({ kind: 'toast', toast: text })

/** A toast that is too long to be read while it fades. */
export const notice = (text: string): Reply => ({ kind: 'toast', toast: text, stays: true })

/** A message of its own, without buttons. */
export const say = (text: SafeHtml | string): Reply => send({ html: html`${text}`, buttons: [] })
