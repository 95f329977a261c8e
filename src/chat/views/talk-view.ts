import { html } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, searchRows } from '../turn/keyboard.ts'
import type { Message } from '../turn/reply.ts'

/**
 * A friendly sentence and two buttons: the digest, and an example that finds something here, or else the help.
 * @param example a query
 */
export function renderTalk(kind: keyof Texts['talk'], example: string | undefined, texts: Texts): Message {
  const [search] = searchRows(example === undefined ? [] : [example])
  const other = search ?? [button(texts.buttons.help, { kind: 'help' })]
  return {
    html: html`${texts.talk[kind]}`,
    buttons: [[button(texts.buttons.digest, { kind: 'digest' }), ...other]],
  }
}
