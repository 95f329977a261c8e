import { readByline } from './byline.ts'
import { isFurniture } from './furniture.ts'
import type { Line } from './line.ts'
import { DATELINE, endsSentence, JUMP, opensArticle, opensWithMark } from './wording.ts'

export type BlockKind = 'body' | 'display' | 'byline' | 'dateline' | 'caption' | 'furniture'

/** Lines that were printed together and are of one kind. */
export interface Block {
  readonly kind: BlockKind
  readonly lines: readonly Line[]
}

const CAPTION = /(?:摄|供图|配图|资料图|图片?|制图[\s:：]*\p{Script=Han}{2,4})[）)]?$/u
const BODY_WIDTH = 60

/** Sorts the lines of a page into blocks, in file order. */
export function toBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = []
  for (const group of groupsOf(lines)) {
    const kind = kindOf(group, blocks.at(-1))
    blocks.push({ kind, lines: group })
  }
  return blocks
}

/** Parts lines at blank lines, and cuts off lines whose wording says by itself what they are. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  let alone = true
  for (const [at, line] of lines.entries()) {
    const single = standsAlone(line, lines[at + 1])
    const group = groups.at(-1)
    const jumps = JUMP.test(line.text)
    const namesGoOn =
      at > 0 && readByline(lines[at - 1]?.text ?? '') !== undefined && isNameTail(line, lines[at + 1])
    if (namesGoOn && group) group.push(line)
    else if (!group || line.afterBlank || single || alone || jumps || line.width > BODY_WIDTH)
      groups.push([line])
    else group.push(line)
    alone = single || line.width > BODY_WIDTH
  }
  return groups
}

const isNameTail = (line: Line, next: Line | undefined): boolean =>
  !line.afterBlank &&
  line.width <= 12 &&
  /^[\p{Script=Han}· ]+$/u.test(line.text) &&
  (next === undefined || next.afterBlank)

const standsAlone = (line: Line, next: Line | undefined): boolean =>
  isFurniture(line.text) ||
  (readByline(line.text) !== undefined &&
    (next === undefined || next.afterBlank || next.width < 12 || line.width < 40))

function kindOf(group: readonly Line[], before: Block | undefined): BlockKind {
  const text = group.map((line) => line.text).join('')
  const spaced = group
    .map((line) => line.text)
    .join(group.length === 2 && (group[1]?.width ?? 0) < 2 ? '' : ' ')
  if (group.every((line) => isFurniture(line.text))) return 'furniture'
  if (readByline(spaced) || readByline(text)) return 'byline'
  const dateline = DATELINE.exec(text)
  if (dateline && dateline[0].length === text.length) return 'dateline'
  if (opensArticle(text)) return 'body'
  if (CAPTION.test(text) && text.length < 70) return 'caption'
  if (/。/u.test(text) || text.endsWith('；')) return 'body'
  if (group.length >= 5 || (group.length >= 3 && /，/u.test(text) && !/？/u.test(text))) return 'body'
  if (before?.kind === 'body' && goesOn(before, group)) return 'body'
  return 'display'
}

/** A line torn off its paragraph: what stands before it is full and stops in mid-sentence. */
function goesOn(before: Block, group: readonly Line[]): boolean {
  const last = before.lines.at(-1)
  const first = group[0]
  if (!last || !first || endsSentence(last.text)) return false
  const width = columnWidth(before.lines)
  const torn =
    opensWithMark(first.text) || (before.lines[0] !== undefined && opensWithMark(before.lines[0].text))
  return last.width >= width - 2 && (torn || group.length === 1) && first.width <= width + 1
}

/** Width of the column that lines were printed in: what nine of ten lines do not exceed. */
export function columnWidth(lines: readonly Line[]): number {
  const widths = lines.map((line) => line.width).toSorted((a, b) => a - b)
  return widths[Math.floor((widths.length - 1) * 0.9)] ?? 0
}
