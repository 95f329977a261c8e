import { html, type SafeHtml } from './html.ts'

/** A button under a message: it asks the bot for something, or opens an address. */
export type Button =
  | {
      readonly text: string
      /** What comes back when it is pressed; at most 64 bytes (Bot API). */
      readonly press: string
    }
  | { readonly text: string; readonly url: string }

/** What a message says, and the rows of buttons below it. */
export interface Message {
  readonly html: SafeHtml
  readonly buttons: readonly (readonly Button[])[]
}

/** The answer to one request, as plain data: `telegram/` carries it, tests read it. */
export type Reply =
  | { readonly kind: 'send'; readonly message: Message }
  /** Takes the place of the message whose button was pressed. */
  | { readonly kind: 'edit'; readonly message: Message }
  /** A line that fades over the chat; at most 200 characters (Bot API). */
  | { readonly kind: 'toast'; readonly text: string }

export const send = (message: Message): Reply => ({ kind: 'send', message })

export const edit = (message: Message): Reply => ({ kind: 'edit', message })

export const toast = (text: string): Reply => ({ kind: 'toast', text })

/** A message of its own, without buttons. */
export const say = (text: SafeHtml | string): Reply => send({ html: html`${text}`, buttons: [] })
