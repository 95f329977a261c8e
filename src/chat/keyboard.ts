import { encodePress, type Press } from './press.ts'
import type { Button } from './reply.ts'

export const button = (text: string, press: Press): Button => ({ text, press: encodePress(press) })

/**
 * ‹ n/m ›, or no row at all where there is but one page.
 * @param page from 0
 */
export function pager(
  page: number,
  pages: number,
  turnTo: (page: number) => Press,
): readonly (readonly Button[])[] {
  if (pages < 2) return []
  return [
    [
      button(page > 0 ? '‹' : '·', page > 0 ? turnTo(page - 1) : { kind: 'nothing' }),
      button(`${page + 1}/${pages}`, { kind: 'nothing' }),
      button(page < pages - 1 ? '›' : '·', page < pages - 1 ? turnTo(page + 1) : { kind: 'nothing' }),
    ],
  ]
}

/** The page to show for the page asked for: lists grow shorter, and buttons are kept for years. */
export const clampPage = (page: number, pages: number): number => Math.max(0, Math.min(page, pages - 1))

/** Buttons that open an item by its number, in rows that a thumb can hit: up to five in one row, more in two. */
export function numberRows(buttons: readonly Button[]): readonly (readonly Button[])[] {
  const perRow = buttons.length <= 5 ? 5 : Math.ceil(buttons.length / 2)
  return [buttons.slice(0, perRow), buttons.slice(perRow)].filter((row) => row.length > 0)
}
