import { cleanLine, foldWideSigns, isLetterSpaced } from '../wording/clean.ts'
import { opensArticle } from '../wording/markers.ts'
import { endsText } from '../wording/signature.ts'
import { leadWidth, type Measure, markWidthOf, measure } from './line-width.ts'
import { printedPieces } from './part-columns.ts'

/** A printed line that is not blank. */
export interface Line {
  /** From 1, blank lines counted. Where columns stand side by side, several hold a part of one printed line each. */
  readonly number: number
  /** Cleaned. */
  readonly text: string
  /** As wide as this many Han characters; blanks, which justification stretches, do not count. */
  readonly width: number
  /** Width of what cannot be parted from its start. */
  readonly lead: number
  /** Whether it was letter-spaced to fill its column, so that it is short of characters but not of width. */
  readonly stretched: boolean
  /** Whether a blank line, or the start of the page, stands before it. */
  readonly afterBlank: boolean
  /** Whether it was printed with the indentation of a paragraph. */
  readonly indented: boolean
  /** Whether an article opens with it by its wording, and whether running text may end with it. */
  readonly opensArticle: boolean
  readonly endsText: boolean
}

/** The lines of a page, cleaned, blank ones left out. Lines end with LF, CR LF, CR or a form feed. */
export function toLines(page: string, linesBefore = 0): readonly Line[] {
  const lines: (Omit<Line, 'width' | 'lead' | 'opensArticle'> & {
    readonly measure: Measure
    readonly printed: string
    width: number
    lead: number
    opensArticle: boolean
  })[] = []
  let afterBlank = true
  for (const { line: index, text: raw, isApart } of printedPieces(page)) {
    if (isApart) afterBlank = true
    const cleaned = cleanLine(raw)
    if (cleaned === '') {
      afterBlank = true
      continue
    }
    const stretched = isLetterSpaced(raw.trim().replace(/\s+/gu, ' '))
    const indented = /^(?:\u3000{2}| {4}|\t)/.test(raw)
    const number = linesBefore + index + 1
    const text = foldWideSigns(cleaned)
    lines.push({
      number,
      text,
      printed: cleaned,
      measure: measure(cleaned),
      width: 0,
      lead: 0,
      stretched,
      afterBlank,
      indented,
      opensArticle: opensArticle(text),
      endsText: endsText(text),
    })
    afterBlank = false
  }
  const markWidth = markWidthOf(lines)
  for (const [at, line] of lines.entries()) {
    line.opensArticle ||= opensOverTwo(line.text, lines[at + 1])
    line.width = line.measure.signs + line.measure.marks * markWidth
    line.lead = leadWidth(line.printed, markWidth)
  }
  return lines
}

/** The start of a dateline that was wrapped, in UTF-16 units. */
const LONGEST_START = 24

/** Whether an article opens with a line and the next one together: in a narrow column a dateline is wrapped. */
function opensOverTwo(
  text: string,
  next: Pick<Line, 'text' | 'afterBlank' | 'opensArticle'> | undefined,
): boolean {
  // A name in brackets that is wrapped may as well sign the text before it.
  if (
    !next ||
    next.afterBlank ||
    next.opensArticle ||
    text.length > LONGEST_START ||
    /^[（(〔【[]/u.test(text)
  )
    return false
  return opensArticle(text + next.text.slice(0, LONGEST_START))
}

/** Whether a line holds a single sign, as each of a title that is set upright does. */
export const isUpright = (line: Line | undefined): boolean => line !== undefined && UPRIGHT.test(line.text)

const UPRIGHT = /^[\p{Script=Han}\d“”‘’《》「」『』：，！？、·—]$/u

/** The numbers of lines, each once. */
export const numbersOf = (lines: readonly Line[]): number[] => [...new Set(lines.map(({ number }) => number))]
