import type { Span } from './detect.ts'

/** An element of a message's markup. Its tags stand at `open` and `close` in the markup. */
export interface MarkupElement {
  readonly name: string
  readonly open: Span
  readonly close: Span
  /** What it holds, in the text. */
  readonly text: Span
  /** Names of the elements that it stands in. */
  readonly within: readonly string[]
}

/** Markup taken apart: the text that a reader sees, and the elements over it. */
export interface ParsedMarkup {
  readonly text: string
  /** For each UTF-16 unit of the text, where it stands in the markup. */
  readonly positions: readonly number[]
  readonly elements: readonly MarkupElement[]
}

const TOKEN = /<(\/?)([a-z]+)[^>]*>|&(\w+);|[^<&]+|[<&]/g
const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }

/** Reads markup that `html` made: every element is closed, in the right order. */
export function parseMarkup(markup: string): ParsedMarkup {
  const elements: MarkupElement[] = []
  const waiting: { readonly name: string; readonly open: Span; readonly from: number }[] = []
  const positions: number[] = []
  let text = ''
  for (const { 0: token, 1: slash, 2: name, 3: reference, index } of markup.matchAll(TOKEN)) {
    const span: Span = [index, index + token.length]
    if (name === undefined) {
      const characters = reference === undefined ? token : (CHARACTERS[reference] ?? token)
      for (let at = 0; at < characters.length; at++)
        positions.push(index + (reference === undefined ? at : 0))
      text += characters
    } else if (slash === '') waiting.push({ name, open: span, from: text.length })
    else {
      const opened = waiting.pop()
      if (opened === undefined) continue
      const { from, ...tag } = opened
      elements.push({
        ...tag,
        close: span,
        text: [from, text.length],
        within: waiting.map((it) => it.name),
      })
    }
  }
  return { text, positions, elements }
}
