import type { Block } from '../layout/block.ts'
import { type Draft, emptyDraft } from './draft.ts'

/** Han characters, or Latin words, from which on display lines are more than titles. */
const LONGEST_TITLES = 40

/**
 * The one article of a page on which nothing reads like running text, such as a page of poems: its first lines head
 * it, and each line stays a paragraph. `undefined` where there are titles alone.
 */
export function draftOfDisplay(blocks: readonly Block[]): Draft | undefined {
  const display = blocks.filter(({ kind }) => kind === 'display')
  const width = display.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.width, 0)
  const [first, ...rest] = display
  if (!first || rest.length === 0 || width < LONGEST_TITLES) return undefined
  const [title, ...under] = first.lines
  const draft = emptyDraft()
  draft.headline.push({ ...first, lines: title ? [title] : [] })
  for (const line of [...under, ...rest.flatMap(({ lines }) => lines)]) draft.body.push({ lines: [line] })
  return draft
}
