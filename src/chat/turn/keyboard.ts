import type { CallbackAction } from '../callback/actions.ts'
import { encodeCallback } from '../callback/callback-data.ts'
import type { Button, Keyboard } from './reply.ts'

/** A button for an action that is short enough to fit, which all are that hold no text of a reader or of the paper. */
export const button = (text: string, action: CallbackAction): Button => ({
  text,
  callbackData: encodeCallback(action) ?? NOTHING_DATA,
})

/** The button, or none if its action does not fit into one. */
export function buttonIfFits(text: string, action: CallbackAction): readonly Button[] {
  const callbackData = encodeCallback(action)
  return callbackData === undefined ? [] : [{ text, callbackData }]
}

const LETTER = /[\p{L}\p{N}]/u

/** A row for each query, which searches for it; none for those too long for a button, or without a word to show. */
export const searchRows = (queries: readonly string[]): Keyboard =>
  queries
    .filter((query) => LETTER.test(query))
    .map((query) => buttonIfFits(query, { kind: 'search', query }))
    .filter((row) => row.length > 0)

const NOTHING: CallbackAction = { kind: 'nothing' }
const NOTHING_DATA = 'n'

/**
 * « ‹ n/m › », or no row at all if there is but one page. « and » lead to the ends, and are there while an end is more
 * than a step away.
 * @param jumpFrom what n/m does; nothing unless told
 * @param asked page from 0; beyond the end, which happens to lists that grow shorter, it counts as the last one
 */
export function pager(
  asked: number,
  pages: number,
  turnTo: (page: number) => CallbackAction,
  jumpFrom?: (page: number) => CallbackAction,
): Keyboard {
  if (pages < 2) return []
  const page = clampPage(asked, pages)
  const last = pages - 1
  const jump = (text: string, to: number): readonly Button[] =>
    Math.abs(to - page) > 1 ? [button(text, turnTo(to))] : []
  return [
    [
      ...jump('«', 0),
      button(page > 0 ? '‹' : '·', page > 0 ? turnTo(page - 1) : NOTHING),
      button(`${page + 1}/${pages}`, jumpFrom?.(page) ?? NOTHING),
      button(page < last ? '›' : '·', page < last ? turnTo(page + 1) : NOTHING),
      ...jump('»', last),
    ],
  ]
}

/** The page to show for the page asked for: lists grow shorter, and buttons are kept for years. */
export const clampPage = (page: number, pages: number): number => Math.max(0, Math.min(page, pages - 1))

/** Buttons in rows that a thumb can hit: up to five in one row, more in rows of `perRow`. */
export function rowsOf(buttons: readonly Button[], perRow = 4): Keyboard {
  return inRows(buttons, buttons.length <= 5 ? 5 : perRow)
}

/** Buttons in rows of `perRow`, the last of which may be shorter. */
export const inRows = (buttons: readonly Button[], perRow: number): Keyboard =>
  Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  )
