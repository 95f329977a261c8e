import { decodeCallback } from '../callback/callback-data.ts'
import type { Texts } from '../texts/index.ts'
import { rowsOf } from '../turn/keyboard.ts'
import type { Button, Keyboard, Message } from '../turn/reply.ts'

/**
 * A message as a post of a channel, where everybody sees what a press changes: buttons that open an article become links
 * into the reader's own chat with the bot, and all others are left out.
 * @param bot its name without `@`
 * @param list a digest that may be opened whole; its pages are turned in the private chat
 */
export function asPost(
  { html, buttons }: Message,
  bot: string,
  list: string | undefined,
  texts: Texts,
): Message {
  const link = (start: string) => `https://t.me/${bot}?start=${start}`
  const articles = buttons.flat().flatMap((button): readonly Button[] => {
    const action = 'callbackData' in button ? decodeCallback(button.callbackData) : undefined
    return action?.kind === 'article' ? [{ text: button.text, url: link(`a_${action.id}`) }] : []
  })
  const whole: Keyboard = list === undefined ? [] : [[{ text: texts.openInBot, url: link(`q_${list}`) }]]
  return { html, buttons: [...rowsOf(articles, 6), ...whole] }
}
