import type { Line } from './line.ts'
import type { Part } from './part.ts'

/** How far a line of a title may stand out of its column, in Han characters: marks are measured roughly. */
const SLACK = 0.5
/** A paragraph's first line is indented by two characters. */
const INDENT = 2

/**
 * Takes titles that are set as paragraphs back into the text around them: the first line is indented, and they wrap where
 * its column ends. A headline wraps by a width of its own.
 */
export function joinParagraphTitles(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = []
  // Whether the last one ends with such a title: then what stands below goes on with it.
  let isOpen = false
  for (const [at, part] of parts.entries()) {
    const before = joined.at(-1)
    const isParagraph =
      before?.kind === 'text' &&
      part.kind === 'title' &&
      isSetAsParagraph(part.lines, before.width, parts[at + 1])
    const goesOn = isOpen && before?.width === part.width
    if (before && (isParagraph || goesOn))
      joined.splice(-1, 1, { ...before, lines: [...before.lines, ...part.lines] })
    else joined.push(part)
    isOpen = isParagraph
  }
  return joined
}

/** Whether each line of a title is as full as one of a paragraph, and running text that opens no article stands below. */
function isSetAsParagraph(lines: readonly Line[], width: number, below: Part | undefined): boolean {
  if (lines.length < 2 || below?.kind !== 'text' || below.lines[0]?.opensArticle === true) return false
  return lines.every((line, at) => {
    const room = at === 0 ? width - INDENT : width
    const next = lines[at + 1]
    return line.width <= room + SLACK && (next === undefined || line.width + next.lead > room)
  })
}
