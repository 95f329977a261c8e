import { bigramsOf } from '../wording/bigrams.ts'
import { JUMP_AFTER, opensArticle, opensWithMark } from '../wording/markers.ts'
import { fills, fits, isFirstLine } from './column.ts'
import { type Group, PARAGRAPH_LINE, textOf } from './group.ts'
import type { Line } from './line.ts'

/** A full stop inside, or the opening of an article: headlines have neither. */
export function isSurelyRunning(group: Group): boolean {
  if (group.lone) return false
  const { text } = group
  if (JUMP_AFTER.test(text)) return false
  return /。|；[”’）]?$/u.test(text) || isLatinSentence(text) || (opensArticle(text) && text.length > 8)
}

/** More lines than a title has, half of them as wide as each other, with a comma: running text, wherever it stops. */
export function isLongRun({ lone, lines, text }: Group): boolean {
  if (lone || lines.length < LONG_RUN || !/[，、]/u.test(text)) return false
  const widths = lines.map(({ width }) => width).toSorted((a, b) => a - b)
  const usual = widths[Math.floor(widths.length * USUAL)] ?? 0
  const alike = lines.filter((line) => line.stretched || Math.abs(line.width - usual) <= ALIKE)
  return usual <= PARAGRAPH_LINE && alike.length >= lines.length / 2
}

const LONG_RUN = 6
/** Where the width of the column stands among those of the lines: some are short, and few are wider. */
const USUAL = 0.6
const ALIKE = 1.1

/** A sentence that ends and another, or a comma and the words behind it, in Latin letters. */
const LATIN_SENTENCES = /[a-z]{3}[.,]["'”’]? (?:["'“]?[A-Za-z]+ ){3}/u
const LATIN_WORDS = /[a-z]{2} [a-z]+ [a-z]+ /u
const LATIN_END = /[a-z]{3}\.["”]?$/u

/** Three words of a sentence, and its end at least so many characters behind them. */
function isLatinSentence(text: string): boolean {
  if (LATIN_SENTENCES.test(text)) return true
  const end = LATIN_END.exec(text)
  const words = end && LATIN_WORDS.exec(text)
  return words ? words.index + words[0].length + LATIN_BETWEEN <= end.index : false
}

const LATIN_BETWEEN = 12

/** Lines and commas enough to tell the width of a column by. */
export const isLikelyRunning = (group: Group): boolean =>
  isSurelyRunning(group) || (!group.lone && group.lines.length >= 4 && group.text.split('，').length > 2)

/** Phrases of a title. */
const PARTED = /\p{Script=Han} \p{Script=Han}/u

/** What stands beside a group in the file. */
export interface Neighbours {
  /** Lines of running text right before it; `undefined` where something else stands there. */
  readonly before: readonly Line[] | undefined
  readonly next: Group | undefined
  /** The group behind the next. */
  readonly behind?: Group | undefined
  readonly width: number
}

/** Weighs a group without a full stop: running text above 0, display lines below. */
export function runningScore(group: Group, { before, next, behind, width }: Neighbours): number {
  const first = group.lines[0]
  const last = group.lines.at(-1)
  if (!first || !last) return -1
  const { text, lines } = group
  if (JUMP_AFTER.test(text)) return -1
  if (width === 0 || first.width > PARAGRAPH_LINE) return unwrappedScore(text)
  const wanted = before !== undefined && !before.at(-1)?.endsText
  const torn = opensWithMark(text) || (before !== undefined && opensWithMark(textOf(before)))
  const inText = !wanted && before !== undefined && next !== undefined && beginsParagraph(next, width)
  let score = -1 + Math.min(2, text.split('，').length - 1) * 1.2
  if (isLikelyRunning(group)) score += 1.5
  if (!wanted && lines.length <= MOST_TITLE_LINES && announces(text, next, behind)) score -= ANNOUNCED
  if (/[，、；]$/u.test(text)) score += 3
  if (/[？！?!]$/u.test(text)) score -= 1
  if (PARTED.test(text)) score -= 2
  if (fits(first, width)) score += wanted ? 1.2 : 0.2
  else if (isFirstLine(first, width)) score += wanted ? -0.5 : 0.6
  else score -= isTitled(group, width) ? 0 : 2.5
  if (wanted && torn) score += 1.5
  if (group.lines.some((line) => line.width > width + 2)) score -= 3
  if (group.lines.length > 2 && group.lines.every((_line, at) => isExplained(group.lines, at, width)))
    score += 1.5
  if (!last.endsText) score += openEndScore(group, { before, next, width }, { wanted, inText })
  return score
}

/** What it tells for a title that an article opens right behind it, or that the text behind it says the same. */
const ANNOUNCED = 1.5
const MOST_TITLE_LINES = 3
/** Share of the pairs of characters of a title that the opening below it holds. */
const SAID_AGAIN = 0.4
/** In UTF-16 units. */
const OPENING = 80

/** Whether a text stands over the opening of an article: worded as one, signed, or saying what the text says. */
function announces(text: string, next: Group | undefined, behind?: Group): boolean {
  if (!next) return false
  if (next.lone !== undefined) return next.lone === 'byline' || next.lone === 'dateline'
  if (next.lines[0]?.opensArticle === true) return true
  // The next line of the title may stand behind a blank line.
  if (next.lines.length <= MOST_TITLE_LINES && !isSurelyRunning(next))
    return announces(text + next.text, behind)
  const own = bigramsOf(text)
  const said = bigramsOf(next.text.slice(0, OPENING))
  const shared = [...own].filter((bigram) => said.has(bigram)).length
  return own.size > 0 && shared >= SAID_AGAIN * own.size
}

/** A short title on the first line, and a paragraph that begins on the second. */
const isTitled = ({ lines: [title, first, next] }: Group, width: number): boolean =>
  title !== undefined &&
  first !== undefined &&
  next !== undefined &&
  title.width < width &&
  isFirstLine(first, width) &&
  !/[，。]/u.test(title.text)

/** Running text may stop in mid-sentence at a full line; a title set as a paragraph may stop anywhere. */
function openEndScore(
  { lines }: Group,
  { before, next, width }: Neighbours,
  { wanted, inText }: { readonly wanted: boolean; readonly inText: boolean },
): number {
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last) return 0
  if (fits(last, width)) return wanted && next && startsInMiddle(next, width) ? 1.4 : 0.8
  if (wanted && before && isTitleStart(before, width) && next && beginsParagraph(next, width)) return 4
  if (!isFirstLine(first, width)) return -3
  // A line that begins with a quote or a bracket is torn off, and leaves the indented line before it alone.
  if (lines.length === 1 && next && isTornOff(next, width)) return 2.5
  if (lines.length === 1) return next && startsInMiddle(next, width) ? 1.2 : -0.2
  if (!lines.slice(1, -1).every((line) => fits(line, width))) return -3
  if (inText) return 1.5
  return lines.length === 2 ? -3 : -1
}

/** Where paragraphs are not wrapped: running text has commas, titles have blanks between their phrases. */
function unwrappedScore(text: string): number {
  if (PARTED.test(text)) return -1
  return /[，,]/u.test(text) && text.length >= 12 ? 1 : -1
}

/**
 * Whether a line is where running text may have it: full, ending a sentence, first of a paragraph, or a title before
 * one.
 */
function isExplained(lines: readonly Line[], at: number, width: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || line.width > width + 1.1) return false
  if (fills(line, width) || line.endsText || (at === 0 && isFirstLine(line, width))) return true
  return next ? isFirstLine(next, width) : isFirstLine(line, width)
}

/** The rest of a paragraph whose first line was torn off: full from the start, or one line that ends it. */
function startsInMiddle(group: Group, width: number): boolean {
  const [first] = group.lines
  if (group.lone || !first || first.stretched || first.opensArticle) return false
  return group.lines.length === 1 ? first.endsText : isSurelyRunning(group) && fills(first, width)
}

const isTornOff = ({ lone, lines: [first] }: Group, width: number): boolean =>
  !lone && first !== undefined && opensWithMark(first.text) && fits(first, width)

/** A paragraph that begins, and does not open an article. */
function beginsParagraph(group: Group, width: number): boolean {
  const [first] = group.lines
  return first !== undefined && isSurelyRunning(group) && !first.opensArticle && isFirstLine(first, width)
}

/** The start of a title set as a paragraph of the text: indented, and without a stop up to the column's end. */
const isTitleStart = (lines: readonly Line[], width: number): boolean =>
  lines[0] !== undefined &&
  lines.length <= 3 &&
  isFirstLine(lines[0], width) &&
  !/[。，]/u.test(textOf(lines))

/**
 * Whether a title set as a paragraph begins at a group, its indented first line torn off the rest by a blank line.
 */
export function isTornTitle(groups: readonly Group[], at: number, width: number): boolean {
  const [group, rest, next] = groups.slice(at, at + 3)
  const tail = rest?.lines[0]
  if (!group || !rest || !next || !tail || group.lone || rest.lone || rest.lines.length > 1) return false
  const whole = [...group.lines, tail]
  const shaped = group.lines.slice(1).every((line) => fills(line, width)) && tail.width <= width + 1.1
  const [opening] = next.lines
  const begins =
    opening !== undefined && !next.lone && isFirstLine(opening, width) && next.text.includes('，')
  return shaped && isTitleStart(whole, width) && (begins || beginsParagraph(next, width))
}
