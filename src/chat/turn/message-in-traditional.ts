import { decodeCallback } from '../callback/callback-data.ts'
import { mapText } from '../markup/html.ts'
import { loadTraditional } from '../markup/traditional.ts'
import type { Button, Message } from './reply.ts'

/** A message with what it says in other characters; names and queries behind its buttons stay as they are. */
export const messageIn = ({ html, buttons }: Message, convert: (text: string) => string): Message => ({
  html: mapText(html, convert),
  buttons: buttons.map((row) => row.map((it) => buttonIn(it, convert))),
})

/** A message to a chat in some language: in Traditional characters if that one is written so. */
export const inCharactersOf = async (language: string | undefined, message: Message): Promise<Message> =>
  language === 'zh-Hant' ? messageIn(message, await loadTraditional()) : message

const buttonIn = (it: Button, convert: (text: string) => string): Button =>
  'callbackData' in it && decodeCallback(it.callbackData)?.kind === 'search'
    ? { ...it, text: convert(it.text) }
    : it
