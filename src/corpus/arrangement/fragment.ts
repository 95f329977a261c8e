import type { Block } from '../layout/block.ts'
import { fills } from '../layout/column.ts'
import { PARAGRAPH_LINE, textOf } from '../layout/group.ts'
import type { Line } from '../layout/line.ts'
import { type Bigrams, bigramsOf } from '../wording/bigrams.ts'
import { isLoneDateline, opensWithMark } from '../wording/markers.ts'
import { endsTextAt } from '../wording/signature.ts'

/** Lines of running text that surely belong to one paragraph: the whole of it, or what one column holds of it. */
export interface Fragment {
  readonly lines: readonly Line[]
  /** Pairs of characters in it. */
  readonly words: Bigrams
  readonly width: number
  /** Whether a paragraph starts here (indented), goes on from elsewhere, or cannot be told. */
  readonly start: 'paragraph' | 'middle' | 'open'
  /**
   * Whether a paragraph ends here, stops in mid-sentence, or ends a sentence on a full line, so that it may go on.
   */
  readonly end: 'paragraph' | 'middle' | 'open'
  /** Place of its block among the page's blocks. */
  readonly block: number
}

/** Cuts the body blocks of a page into fragments, in file order. */
export function toFragments(blocks: readonly Block[]): readonly Fragment[] {
  return blocks.flatMap((block, at) => (block.kind === 'body' ? fragmentsOf(block, at) : []))
}

function fragmentsOf(block: Block, at: number): Fragment[] {
  const groups: Line[][] = []
  const unwrapped = isUnwrapped(block.lines)
  // Where indentation was kept, it alone tells.
  const indents = block.lines.some((line) => line.indented)
  for (const [index, line] of block.lines.entries()) {
    const current = groups.at(-1)
    const starts = indents
      ? line.indented || line.opensArticle
      : unwrapped || startsParagraph(block.lines, index, block.width, current?.length === 1 ? INDENT : 0)
    if (!current || starts) groups.push([line])
    else current.push(line)
  }
  return groups.map((lines, index) => ({
    lines,
    words: bigramsOf(textOf(lines)),
    width: block.width,
    start: index > 0 ? 'paragraph' : startOf(lines, block.width),
    end: index < groups.length - 1 || block.isTitle === true ? 'paragraph' : endOf(lines, block.width),
    block: at,
  }))
}

/** Most lines end a sentence: each holds a whole paragraph. */
const isUnwrapped = (lines: readonly Line[]): boolean =>
  lines.length >= 3 && lines.filter((line) => line.endsText).length >= lines.length * 0.7

/** What begins a line is wider than one character where a mark clings to it. */
const ONE_CHARACTER = 1.4

/** The first line of a paragraph is full when it is short by this. */
const INDENT = 2

/**
 * Inside a block: a sentence has ended, and either its line was short or the next is indented.
 * @param indent by how much the line before is indented, as it opens its own paragraph.
 */
function startsParagraph(lines: readonly Line[], index: number, width: number, indent: number): boolean {
  const line = lines[index]
  const before = lines[index - 1]
  if (!line || !before) return true
  // The bracket of a lead may wrap behind its dateline.
  if (isLoneDateline(before.text) && /^[（(]/u.test(line.text)) return false
  if (line.indented || line.opensArticle) return true
  if (!endsTextAt(lines, index - 1)) {
    // A short line that ends no sentence, with an indented one behind it, is a paragraph of its own: a title in the text.
    const titled =
      !/[，（(《“]/u.test(before.text) &&
      !/^[的了着和与及]/u.test(line.text) &&
      !fills(before, width) &&
      !gaveUpItsEnd(before, line, width - indent) &&
      isIndentedBy(line, width) &&
      lines[index + 1] !== undefined
    return titled || (/[：:—]$/u.test(before.text) && before.width < width - indent - 2)
  }
  if (hasRoom(before, line, width - indent) || ATTENDANCE.test(line.text)) return true
  const next = lines[index + 1]
  // A letter-spaced line has its own width still, so that room which it did not use shows.
  if (line.stretched && next) return line.width < width - INDENT && line.width + next.lead < width - 0.4
  if (!isIndentedBy(line, width)) return false
  return next === undefined ? !line.endsText : hasRoom(line, next, width)
}

/** Who was there, as the last sentence of a report says: 王毅、秦刚等参加会见。 A paragraph of its own. */
const ATTENDANCE = /^(?:\p{Script=Han}{2,4}、)*\p{Script=Han}{2,5}(?:等|分别)?(?:参加|出席|陪同)[^。]*。?$/u

/** Whether a line ends although what follows it would have gone into its column. */
const hasRoom = (line: Line, next: Line, width: number): boolean =>
  !line.stretched && line.width + next.lead < width + 0.05

/** Whether a line is short only because a mark that may not begin the next one took its last character along. */
const gaveUpItsEnd = (line: Line, next: Line, width: number): boolean =>
  next.lead > ONE_CHARACTER && !hasRoom(line, next, width)

const isIndentedBy = (line: Line, width: number): boolean =>
  !line.stretched && line.width <= width - 1.3 && line.width >= width - 3.4

function startOf(lines: readonly Line[], width: number): Fragment['start'] {
  const [first, second] = lines
  if (!first) return 'open'
  if (first.indented || first.opensArticle) return 'paragraph'
  if (width === 0 || first.width > width + 3) return 'open'
  if (!second && first.endsText) return first.width >= width - 0.8 ? 'middle' : 'open'
  if (first.stretched) return 'open'
  // A line short of its column that has no room for what follows is full all the same.
  if (first.width >= width - 0.9 || (second && first.width > width - 1.5 && !hasRoom(first, second, width)))
    return 'middle'
  return isIndentedBy(first, width) ? 'paragraph' : 'open'
}

function endOf(lines: readonly Line[], width: number): Fragment['end'] {
  const last = lines.at(-1)
  if (!last) return 'paragraph'
  if (width === 0 || last.width > PARAGRAPH_LINE)
    return endsTextAt(lines, lines.length - 1) ? 'paragraph' : 'middle'
  // Running text stops at a full line; a short one without a full stop ends a title, unless a first line was torn off.
  if (!endsTextAt(lines, lines.length - 1))
    return fills(last, width) || lines.length === 1 ? 'middle' : 'paragraph'
  return last.stretched || last.width >= width - 0.9 ? 'open' : 'paragraph'
}

/** Whether the text begins with an opening quotation mark or bracket. */
export const opensQuoted = (piece: Fragment): boolean => opensWithMark(piece.lines[0]?.text ?? '')
