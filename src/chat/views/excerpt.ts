import type { Excerpt } from '../../search/index.ts'
import { html, joinHtml, type SafeHtml } from '../html.ts'

/** An excerpt, or a headline, with the matched words bold. */
export function renderExcerpt({ text, highlights }: Excerpt): SafeHtml {
  const pieces: (SafeHtml | string)[] = []
  let at = 0
  for (const [from, to] of highlights) {
    pieces.push(text.slice(at, from), html`<b>${text.slice(from, to)}</b>`)
    at = to
  }
  return joinHtml([...pieces, text.slice(at)], '')
}
