import {
  isCommentator,
  readBareNames,
  readBracketedNames,
  readByline,
  readMarkedNames,
  readPostAndName,
} from '../wording/byline.ts'
import { isCaption, opensCaption } from '../wording/caption.ts'
import { isFolioPart, isFurniture, isNotice } from '../wording/furniture.ts'
import {
  closesWithDateline,
  endsSentence,
  goesOn,
  isLoneDateline,
  isNote,
  JUMP,
  JUMP_AFTER,
} from '../wording/markers.ts'
import { captionsByCredit } from './caption-lines.ts'
import { untangle } from './interleaved.ts'
import { isUpright, type Line } from './line.ts'

/** What the wording of a line alone says that it is. */
export type LoneKind = 'furniture' | 'byline' | 'dateline' | 'caption' | 'display'

/** Lines that were printed together. `lone` where their wording says what they are, else it is still open. */
export interface Group {
  readonly lines: readonly Line[]
  /** Its lines joined. */
  readonly text: string
  readonly lone?: LoneKind
  /** Whether a blank line stands before it. */
  readonly afterBlank: boolean
}

/** In Han characters. Wider than any column of running text: a whole paragraph on one line. */
export const PARAGRAPH_LINE = 64

/**
 * Parts the lines of a page at blank lines and at lines whose wording says what they are; lines of columns that were
 * taken by turns are put in order first.
 */
export const toGroups = (lines: readonly Line[]): readonly Group[] => groupInOrder(untangle(lines))

/** Parts lines that are in order at blank lines and at lines whose wording says what they are. */
export function groupInOrder(lines: readonly Line[]): readonly Group[] {
  const captions = captionsByCredit(lines)
  const groups: { lines: Line[]; lone?: LoneKind; afterBlank: boolean; open: boolean }[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (!line) break
    const last = groups.at(-1)
    const lone =
      uprightAt(lines, at) ?? captionAt(captions, at) ?? loneAt(lines, at, last?.lone !== undefined, captions)
    if (lone) {
      groups.push({
        lines: lines.slice(at, at + lone.size),
        lone: lone.kind,
        afterBlank: line.afterBlank,
        open: false,
      })
      at += lone.size
      continue
    }
    const alone = line.width > PARAGRAPH_LINE
    if (last?.open && !line.afterBlank && !alone && !JUMP.test(line.text)) last.lines.push(line)
    else groups.push({ lines: [line], afterBlank: line.afterBlank, open: !alone })
    // Behind a jump marker its article begins, with or without a blank line.
    const current = groups.at(-1)
    if (current && endsWithJump(line.text)) current.open = false
    at++
  }
  return groups.map((group): Group => {
    const text = textOf(group.lines)
    const lone = isNotice(text) ? 'furniture' : group.lone
    const { afterBlank } = group
    return lone ? { lines: group.lines, text, afterBlank, lone } : { lines: group.lines, text, afterBlank }
  })
}

/** Signs that a title set upright has: a few alone on their lines may be of anything, and so may a whole page of them. */
const FEWEST_UPRIGHT = 5
const MOST_UPRIGHT = 60

/** A title set upright: an extraction gives each of its signs a line. */
function uprightAt(lines: readonly Line[], at: number): Lone | undefined {
  let size = 0
  const isSpaced = lines[at + 1]?.afterBlank
  if (isUpright(lines[at - 1]) && lines[at]?.afterBlank === isSpaced) return undefined
  while (size <= MOST_UPRIGHT && isUpright(lines[at + size])) {
    if (size > 0 && lines[at + size]?.afterBlank !== isSpaced) break
    size++
  }
  if (size < FEWEST_UPRIGHT || size > MOST_UPRIGHT) return undefined
  const letters = lines.slice(at, at + size).filter(({ text }) => HAN_ALONE.test(text)).length
  return letters >= FEWEST_UPRIGHT ? { kind: 'display', size } : undefined
}

interface Lone {
  readonly kind: LoneKind
  readonly size: number
}

function captionAt(captions: ReadonlyMap<number, number>, at: number): Lone | undefined {
  const size = captions.get(at)
  return size === undefined ? undefined : { kind: 'caption', size }
}

const HAN_ALONE = /^\p{Script=Han}+$/u

/** A line, or a few lines wrapped together, that is known by its wording. */
function loneAt(
  lines: readonly Line[],
  at: number,
  afterLone: boolean,
  captions: ReadonlyMap<number, number>,
): Lone | undefined {
  const line = lines[at]
  if (!line) return undefined
  const before = lines[at - 1]
  // A section name of a few characters may as well be the last line of a wrapped headline.
  const isTail =
    !line.afterBlank &&
    !afterLone &&
    before?.endsText !== true &&
    line.width <= 4 &&
    HAN_ALONE.test(line.text)
  if (isFurniture(line.text) && !isTail) return { kind: 'furniture', size: 1 }
  if (namesUnderTitle(lines, at) || signedWithMark(lines, at) || signedInBrackets(lines, at))
    return { kind: 'byline', size: 1 }
  if (
    isFolioPart(line.text) &&
    [before, lines[at + 1]].some((it) => it !== undefined && isFurniture(it.text))
  )
    return { kind: 'furniture', size: 1 }
  const starts =
    line.afterBlank ||
    before === undefined ||
    afterLone ||
    endsSentence(before.text) ||
    opensCaption(line.text)
  if (!starts && !closesWithDateline(before.text) && !signsByItself(before.text, line.text)) return undefined
  const room = groupRoom(lines, at)
  if (isLoneDateline(line.text) && !opensBelow(lines, at)) return { kind: 'dateline', size: 1 }
  const size = signedLines(lines, at, room)
  if (size > 0) return { kind: 'byline', size }
  const noted = Math.min(3, room)
  if (line.afterBlank && isNote(textOf(lines.slice(at, at + noted))) && noted === room)
    return { kind: 'byline', size: noted }
  const isAmidText = before !== undefined && !line.afterBlank
  for (let length = 1; length <= Math.min(3, room); length++) {
    // What stands over a caption that is known by its credit is none of it, unless blank lines say so.
    if (captions.has(at + length - 1) && !(line.afterBlank && length === room)) continue
    const text = textOf(lines.slice(at, at + length))
    const isSure = length === room || opensCaption(text) || (isAmidText && length <= MOST_AMID_TEXT)
    if (isSure && isCaption(text)) return { kind: 'caption', size: length }
  }
  return undefined
}

/** Names alone between a title and its text; a single name is one only if text begins right behind it. */
function namesUnderTitle(lines: readonly Line[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]]
  if (!before || !line || !next || before.endsText || before.width < 4 || goesOn(before.text)) return false
  if (/[，、。：；]/u.test(before.text) || line.width > 18 || next.width < 8) return false
  if (isPostUnderTitle(lines, at)) return true
  const names = readBareNames(line.text)
  if (!names) return false
  return (
    names.names.length > 1 ||
    line.text.includes(' ') ||
    next.afterBlank ||
    next.indented ||
    next.width >= before.width
  )
}

/** Lines below in which the name of somebody that a title speaks of is said again. */
const SAID_BELOW = 8

/** What somebody is, and the name, set off on a side: none of a title, if the text below does not speak of it. */
function isPostUnderTitle(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !(line.afterBlank || next?.afterBlank === true)) return false
  const [name] = readPostAndName(line.text)?.names ?? []
  return name !== undefined && !textOf(lines.slice(at + 1, at + 1 + SAID_BELOW)).includes(name)
}

/** Names behind a mark that no other line with such a mark stands beside, as items of a list do. */
function signedWithMark(lines: readonly Line[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]]
  if (!line || !before || readMarkedNames(line.text) === undefined) return false
  const isAlone = line.afterBlank || !before.endsText
  return (
    isAlone && [before, next].every((it) => it === undefined || it.text.charAt(0) !== line.text.charAt(0))
  )
}

/** Names in brackets that blank lines set off: who wrote what has ended above, or what begins below. */
function signedInBrackets(lines: readonly Line[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]]
  if (!line?.afterBlank || !before || readBracketedNames(line.text) === undefined) return false
  return before.endsText || next === undefined || next.afterBlank
}

/** Lines of a caption that stands behind a sentence of the text, no blank line between. */
const MOST_AMID_TEXT = 2

/** Whether the article that a dateline opens goes on in the next line, as the rest had no room beside it. */
function opensBelow(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !next || next.afterBlank) return false
  if (/^[（(](?:记者|通讯员)/u.test(next.text)) return true
  const column = Math.max(...lines.slice(at + 1, at + 4).map(({ width }) => width))
  return line.width <= column - 1 && line.width + next.lead > column - 2
}

const REPORTER_AND_NAME = /记者 \p{Script=Han}{2,4}(?: |$)/u

/** A byline right under a column that was cut: names parted by blanks, and no bracket of a lead left open. */
const signsByItself = (before: string, text: string): boolean =>
  isCommentator(text) || (REPORTER_AND_NAME.test(text) && !leavesBracketOpen(before))

const leavesBracketOpen = (text: string): boolean =>
  Math.max(text.lastIndexOf('（'), text.lastIndexOf('(')) >
  Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'))

/** Lines from `at` to the next blank line, at most four. */
function groupRoom(lines: readonly Line[], at: number): number {
  let room = 1
  while (room < 4 && lines[at + room]?.afterBlank === false) room++
  return room
}

const NAMES_ALONE = /^[\p{Script=Han}·、 ]+$/u

/**
 * How many lines a byline takes: names that wrap go over whole or cut in two. 0 where none begins here.
 */
function signedLines(lines: readonly Line[], at: number, room: number): number {
  const first = lines[at]
  if (!first || readByline(first.text) === undefined) return 0
  // The bracket of a lead goes on in running text; that of a signature ends with its line.
  if (/^[（(][^）)]*$/u.test(first.text)) {
    const closing = lines.slice(at, at + Math.min(room, 3)).findIndex(({ text }) => /[）)]/u.test(text))
    return /[）)]$/u.test(lines[at + closing]?.text ?? '') ? closing + 1 : 0
  }
  let size = 1
  while (size < room && size < 3) {
    const next = lines[at + size]
    const reaches = next && next.width < first.width + 2 && NAMES_ALONE.test(next.text)
    if (!next || !reaches || !isNameTail(next.text)) break
    size++
  }
  return size
}

/** Names alone, or the one or two characters of a name that was cut. */
const isNameTail = (text: string): boolean =>
  !/[制供配]图|摄影?|编辑/u.test(text) && text.split(/[ 、]/u).every((part) => part.length <= 3)

const endsWithJump = (text: string): boolean => JUMP_AFTER.test(text) && !JUMP.test(text)

/** The text of lines as one: Chinese breaks a line anywhere, so nothing stands between them. */
export const textOf = (lines: readonly Line[]): string => lines.map((line) => line.text).join('')
