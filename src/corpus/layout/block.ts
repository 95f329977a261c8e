import { goesOn, isMarked } from '../wording/markers.ts'
import { endsTextAt } from '../wording/signature.ts'
import { columnWidths, fills, isFirstLine } from './column.ts'
import { type Group, type LoneKind, PARAGRAPH_LINE, textOf } from './group.ts'
import type { Line } from './line.ts'
import type { Part } from './part.ts'
import { NO_BIAS, type ReadingBias } from './reading-bias.ts'
import { isLikelyRunning, isLongRun, isSurelyRunning, isTornTitle, runningScore } from './running-text.ts'
import { partTightTitles } from './tight-titles.ts'

type BlockKind = 'body' | 'display' | LoneKind

/** Lines that were printed together and are of one kind. */
export interface Block {
  readonly kind: BlockKind
  readonly lines: readonly Line[]
  /** Width of the column of running text that it stands in or beside; 0 where the page has none. */
  readonly width: number
  /** Whether it is a title set as a paragraph of the text: it ends without a full stop. */
  readonly isTitle?: boolean
  /** Whether it is a title that no blank line sets off from the text around it. */
  readonly isTight?: boolean
  /** What decided its kind. */
  readonly evidence: string
}

/** Sorts the groups of a page into blocks, in file order. */
export function toBlocks(groups: readonly Group[], bias: ReadingBias = NO_BIAS): readonly Block[] {
  const widths = columnWidths(groups, isLikelyRunning)
  const parts = groups.map((group, at) =>
    isSurelyRunning(group) || isLongRun(group)
      ? partTightTitles(group.lines, widths[at] ?? 0, bias)
      : undefined,
  )
  const setsOff = setsTitlesOff(groups, parts)
  const blocks: Block[] = []
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at]
    if (!group) break
    const [width = 0, own] = [widths[at], parts[at]]
    const last = blocks.at(-1)
    const before = last?.kind === 'body' ? last.lines : undefined
    const add = (kind: BlockKind, evidence: string, lines = group.lines) =>
      blocks.push({ kind, lines, width, evidence })
    if (group.lone) add(group.lone, 'wording')
    else if (own) blocks.push(...partsOf(setsOff ? joinSingleTitles(own) : own, groups[at + 1]))
    else if (before && endsTextAt(before, before.length - 1) && isTornTitle(groups, at, width)) {
      const lines = [...group.lines, ...(groups[at + 1]?.lines ?? [])]
      blocks.push({ kind: 'body', lines, width, isTitle: true, evidence: 'a title set as a paragraph' })
      at++
    } else if (
      runningScore(group, { before, next: groups[at + 1], behind: groups[at + 2], width }) + bias.text >
      0
    )
      add('body', 'wrap width')
    else add('display', 'shape')
  }
  return joinTornTitles(blocks)
}

/** Lines of a title; more were misread, and a mark in them says nothing. */
const MOST_LINES = 6

/** A title that goes on behind a blank line is one block. */
function joinTornTitles(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    const follows = block.kind === 'display' && before?.kind === 'display'
    if (follows && before.lines.length < MOST_LINES && goesOn(textOf(before.lines)))
      joined.splice(-1, 1, { ...before, lines: [...before.lines, ...block.lines] })
    else joined.push(block)
  }
  return joined
}

/** Whether a page sets its titles off by blank lines: then a short line amid text is a paragraph of it. */
function setsTitlesOff(groups: readonly Group[], parts: readonly (readonly Part[] | undefined)[]): boolean {
  const tight = parts.flatMap((own = []) => own.slice(1).filter(({ kind }) => kind === 'title')).length
  const setOff = groups.filter(({ afterBlank, lone }, at) => afterBlank && !lone && !parts[at]).length
  return setOff > tight
}

/** Takes titles of one line that carry no mark back into the text around them. */
function joinSingleTitles(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = []
  for (const [at, part] of parts.entries()) {
    const [before, next] = [joined.at(-1), parts[at + 1]]
    const [line, second] = part.lines
    const isSingle =
      part.kind === 'title' &&
      !second &&
      line !== undefined &&
      next?.kind === 'text' &&
      next.lines[0]?.opensArticle !== true &&
      !isMarked(line.text)
    if (isSingle && !before && part.width > 0 && line.width >= part.width - 3)
      joined.push({ ...part, kind: 'text' })
    else if (before?.kind === 'text' && (isSingle || (part.kind === 'text' && part.width === before.width)))
      joined.splice(-1, 1, { ...before, lines: [...before.lines, ...part.lines] })
    else joined.push(part)
  }
  return joined
}

function partsOf(parts: readonly Part[], below: Group | undefined): Block[] {
  return parts.flatMap(({ kind, lines, width }, at): Block[] => {
    if (kind === 'byline') return [{ kind, lines, width, evidence: 'wording' }]
    if (kind === 'title')
      return [{ kind: 'display', lines, width, isTight: true, evidence: 'neither full nor a sentence' }]
    const title = at === parts.length - 1 && opensIn(below) ? titleAtEnd(lines, width) : undefined
    return title === undefined
      ? cutDisplayEnds(lines, width)
      : [
          ...cutDisplayEnds(lines.slice(0, title), width),
          { kind: 'display', lines: lines.slice(title), width, evidence: 'over the opening of an article' },
        ]
  })
}

/** Whether an article begins with a group by its wording: it opens one, or signs one right under its title. */
const opensIn = (group: Group | undefined): boolean =>
  group?.lines[0]?.opensArticle === true || (group?.lone === 'byline' && !group.afterBlank)

const MOST_TITLE_LINES = 3
/** A sentence that goes on, or a part of a byline; titles speak of reporters who are answered. */
const NO_TITLE = /，|^[（(]|(?<!答)记者(?![问会])/u

/**
 * Where the title begins that stands behind the last sentence of a column, an article right below it: it may be as wide as
 * the column. `undefined` where none does, or what stands there is the start of a paragraph that goes on elsewhere.
 */
function titleAtEnd(lines: readonly Line[], width: number): number | undefined {
  let from = lines.length
  while (from > 1 && lines.length - from < MOST_TITLE_LINES && !endsTextAt(lines, from - 1)) from--
  const title = lines.slice(from)
  const [first, second] = title
  if (!first || !endsTextAt(lines, from - 1) || title.some(({ text }) => NO_TITLE.test(text)))
    return undefined
  const isIndented = Math.abs(first.width - (width - INDENT)) < INDENT_SLACK
  return second && isIndented ? undefined : from
}

/** By how much the first line of a paragraph is indented, and by how much that may be measured wrongly. */
const INDENT = 2
const INDENT_SLACK = 0.6

/**
 * A line of running text is full, or opens a paragraph, or ends a sentence. Short lines that do none of it, at the
 * start or the end of a group, are display lines printed beside the column without a blank line between.
 */
function cutDisplayEnds(lines: readonly Line[], width: number): Block[] {
  let end = lines.length
  while (
    end > 1 &&
    !endsTextAt(lines, end - 1) &&
    (isShort(lines[end - 1], width) || isWide(lines[end - 1], width)) &&
    lines.length - end < 4
  )
    end--
  // A column may end right after the first line of a paragraph.
  const cut = lines[end]
  if (cut && lines.length === end + 1 && isFirstLine(cut, width)) end = lines.length
  let start = 0
  while (start < end - 1 && start < 3 && isHeading(lines[start], width)) start++
  const parts: readonly (readonly [BlockKind, from: number, to: number])[] = [
    ['display', 0, start],
    ['body', start, end],
    ['display', end, lines.length],
  ]
  return parts.flatMap(([kind, from, to]) =>
    to > from ? [{ kind, lines: lines.slice(from, to), width, evidence: 'full stop and wrap width' }] : [],
  )
}

const isShort = (line: Line | undefined, width: number): boolean =>
  line !== undefined && !fills(line, width) && !line.endsText

const isWide = (line: Line | undefined, width: number): boolean =>
  line !== undefined && width > 0 && line.width > width + 2 && line.width < PARAGRAPH_LINE && !line.endsText

const isHeading = (line: Line | undefined, width: number): boolean =>
  line !== undefined &&
  isShort(line, width) &&
  !/[，。]/u.test(line.text) &&
  line.width < width - 3 &&
  !line.opensArticle
