import type { Pen } from './pen.ts'
import { setText, type TextBlock } from './text-block.ts'
import type { TextStyle } from './text-style.ts'

/** Headlines hold phrases that were printed on lines of their own, parted by a blank. */
const BETWEEN_PHRASES = /(?<=[\p{Script=Han}\p{P}]) (?=[\p{Script=Han}\p{P}])/u

/**
 * Sets a headline: a line breaks between phrases if that takes no more lines, and else lines are about as long as one
 * another, so that none holds one character.
 */
export function setHeadline(
  pen: Pen,
  text: string,
  style: TextStyle,
  options: { readonly width: number; readonly maxLines: number },
): TextBlock {
  const block = setText(pen, [{ text }], style, options)
  if (block.lines < 2 || block.isCut) return block
  const phrases = text.split(BETWEEN_PHRASES).map((it) => ({ text: it }))
  const byPhrase = phrases.length > 1 ? setText(pen, phrases, style, options) : undefined
  if (byPhrase && byPhrase.lines <= block.lines) return byPhrase
  // The narrowest column in which it has no more lines.
  let balanced = block
  for (let width = options.width - style.size / 2; width > options.width / 2; width -= style.size / 2) {
    const narrower = setText(pen, [{ text }], style, { ...options, width })
    if (narrower.lines > block.lines || narrower.isCut) break
    balanced = narrower
  }
  return balanced
}
