import type { Excerpt } from '../../search/index.ts'
import { html, joinHtml, type SafeHtml } from '../markup/html.ts'

/**
 * An excerpt, or a headline, with the matched words bold: `<strong>`, so that they are told from what is bold for
 * another reason if a message has too many entities.
 */
export function renderExcerpt({ text, highlights }: Excerpt): SafeHtml {
  const pieces: (SafeHtml | string)[] = []
  let at = 0
  for (const [from, to] of highlights) {
    pieces.push(text.slice(at, from), html`<strong>${text.slice(from, to)}</strong>`)
    at = to
  }
  return joinHtml([...pieces, text.slice(at)], '')
}
