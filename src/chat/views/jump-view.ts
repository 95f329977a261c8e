import type { Origin } from '../callback/origin.ts'
import { html } from '../markup/html.ts'
import type { Texts } from '../texts/index.ts'
import { button, inRows } from '../turn/keyboard.ts'
import type { Message } from '../turn/reply.ts'
import { backRow } from './back-row.ts'

/** Pages to choose from, five rows of what one row holds (Bot API clients show up to eight). */
const MOST_CHOICES = 40
const PER_ROW = 8

/** The pages of a list to jump to: all of them, or if they are many, some from the first to the last. */
export const renderJump = (pages: number, origin: Origin, texts: Texts): Message => ({
  html: html`<b>${texts.jumpTitle}</b>`,
  buttons: [
    ...inRows(
      choicesOf(pages).map((page) => button(`${page + 1}`, { kind: 'list', list: origin.list, page })),
      PER_ROW,
    ),
    ...backRow(origin, texts),
  ],
})

function choicesOf(pages: number): readonly number[] {
  if (pages <= MOST_CHOICES) return Array.from({ length: pages }, (_, page) => page)
  const step = (pages - 1) / (MOST_CHOICES - 1)
  return Array.from({ length: MOST_CHOICES }, (_, n) => Math.round(n * step))
}
