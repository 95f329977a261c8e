import { LONGEST_LABEL } from '../arrangement/title-block.ts'
import type { Block } from '../layout/block.ts'
import { ANNOUNCES, hasComma, OPENS_WITH_DASH, phrasesOf } from '../wording/markers.ts'
import { likeliestHeadline, type Span, type TitlePiece } from './headline-span.ts'
import {
  type Joined,
  joinLines,
  printedWidth,
  RAGGED,
  segmentsOf,
  textOfTitle,
  withBlanks,
} from './title-lines.ts'

/** The printed lines over an article, each in its part. */
export interface Title {
  readonly kicker: readonly string[]
  readonly headline: string
  readonly deck: readonly string[]
}

/** Who came and spoke: 陈彦夫出席并讲话. The usual deck of a report on a meeting. */
const ATTENDANCE =
  /^\p{Script=Han}{2,12}(?:出席|主持|讲话|致辞)(?:会议|活动)?(?:并(?:讲话|致辞|宣布\p{Script=Han}{2,4}))?$/u
const MEETING = /(?:会|会议|仪式|活动|大会)(?:召开|举行|开幕|闭幕|成立)$/u
/** Phrases that hang on the one before: they have no subject of their own, or ask about it. */
const DEPENDENT = /^[再又还也并将已仍均即更]|[？?]$/u

/**
 * Reads the display blocks over an article in printed order: which lines are one phrase, and which phrases are
 * kicker, headline and deck. Type size is lost in a text layer; what is left of it is where lines wrap.
 */
export function readTitle(blocks: readonly Block[], text = ''): Title {
  const { pieces, rule, deck } = titlePieces(blocks, text)
  const { from, to } = likeliestHeadline(pieces.slice(0, deck), rule, text)
  return {
    kicker: textsOf(pieces.slice(0, from)),
    headline: textsOf(pieces.slice(from, to)).join(' '),
    deck: textsOf(pieces.slice(to)),
  }
}

/** A piece of a title, with its line. */
interface Piece extends TitlePiece {
  readonly line: Joined
}

/** The pieces of a title in printed order, which of them the rules take for the headline, and where its wording says that the deck begins. */
export function titlePieces(
  blocks: readonly Block[],
  text: string,
): { readonly pieces: readonly Piece[]; readonly rule: Span; readonly deck: number } {
  const segments = blocks.flatMap(({ lines }, block) =>
    segmentsOf(lines, text).map(({ text: segment, joined, width }, at) => {
      const isAlone = lines.length === 1
      return { segment, joined, width, block, at, isAlone }
    }),
  )
  const phrases = segments.flatMap(({ segment, joined, width, block, at, isAlone }) =>
    phrasesOf(segment).map((phrase, _, { length }) => ({
      phrase,
      block,
      line: at,
      wraps: joined.length > 1,
      width,
      isAlone: isAlone && length === 1,
    })),
  )
  const pieces = segments.flatMap(({ joined, block, at }) =>
    joined.flatMap((line, row) =>
      phrasesOf(line.line.text).map((own, phrase): Piece => {
        const isWrapped = row > 0 && phrase === 0
        const width = printedWidth(line.line)
        return {
          text: own,
          block,
          segment: at,
          row,
          isWrapped,
          isTorn: isWrapped && line.isTorn,
          width,
          line,
        }
      }),
    ),
  )
  // A phrase begins with each piece that does not go on from the one before.
  const starts = [...pieces.keys()].filter((at) => pieces[at]?.isWrapped === false)
  const rest = phrases.slice(0, findDeck(phrases))
  const kicker = findKicker(rest)
  const placeOf = (phrase: number) => starts[phrase] ?? pieces.length
  const rule = { from: placeOf(kicker), to: placeOf(Math.min(rest.length, findHeadlineEnd(rest, kicker))) }
  return { pieces, rule, deck: placeOf(rest.length) }
}

/** The texts of pieces, those of one segment as one. */
function textsOf(pieces: readonly Piece[]): string[] {
  const segments: Joined[][] = []
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1]
    const isOne = before?.block === piece.block && before.segment === piece.segment
    const segment = isOne ? segments.at(-1) : undefined
    const last = segment?.at(-1)
    const { line, isTorn } = piece.line
    if (segment && last && before?.row === piece.row)
      segment.splice(-1, 1, { ...last, line: { ...line, text: `${last.line.text} ${piece.text}` } })
    else if (segment) segment.push({ line: { ...line, text: piece.text }, isTorn })
    else segments.push([{ line: { ...line, text: piece.text }, isTorn }])
  }
  return segments.map((joined) => withBlanks(joinLines(joined)))
}

/** The title of blocks that are in their parts already. */
export const titleAsGiven = (
  title: Readonly<Record<keyof Title, readonly Pick<Block, 'lines'>[]>>,
): Title => ({
  kicker: title.kicker.map(textOfTitle),
  headline: title.headline.map(textOfTitle).join(' '),
  deck: title.deck.map(textOfTitle),
})

interface Phrase {
  readonly phrase: string
  /** Its block, and its line in the block, wrapped lines counted as one. */
  readonly block: number
  readonly line: number
  /** Whether that line was wrapped. */
  readonly wraps: boolean
  /** How wide its widest line is printed. */
  readonly width: number
  /** Whether it is all that its block holds, on one line. */
  readonly isAlone: boolean
}

/** Where the deck begins: at a dash, at who attended, or at a phrase with a comma where the others have none. */
function findDeck(phrases: readonly Phrase[]): number {
  const texts = phrases.map(({ phrase }) => phrase)
  const dash = texts.findIndex((phrase, at) => at > 0 && OPENS_WITH_DASH.test(phrase))
  if (dash > 0) return dash
  const last = phrases.length - 1
  if (last < 1) return phrases.length
  const lastText = texts[last] ?? ''
  if (ATTENDANCE.test(lastText)) {
    const meeting = MEETING.test(texts[last - 1] ?? '')
    if (meeting && last >= 2) return last - 1
    if (meeting) return last
  }
  const [before, final] = [phrases[last - 1], phrases[last]]
  const isApart = before?.block === final?.block && before?.line === final?.line
  if (hasComma(lastText) && !texts.slice(0, last).some(hasComma) && lastText.length >= (isApart ? 12 : 20))
    return last
  return phrases.length
}

/** What an editor's note is headed by: the name of its series stands over it. */
const EDITORIAL = /^(?:开栏语|开栏的话|编者按|编者的话|结束语|写在前面|记者手记)$/u

/** How many phrases stand as kicker. */
function findKicker(phrases: readonly Phrase[]): number {
  const texts = phrases.map(({ phrase }) => phrase)
  const [first = ''] = texts
  const note = texts.findIndex((text) => EDITORIAL.test(text))
  if (note > 0) return note
  const second = phrases.find(({ block }) => block !== phrases[0]?.block)
  if (
    second &&
    second.phrase.length > LONGEST_LABEL &&
    first.length <= LONGEST_LABEL &&
    second === phrases[1]
  )
    return 1
  const [one = '', two = ''] = texts.slice(-2)
  const isOneBlock = new Set(phrases.map(({ block }) => block)).size === 1
  if (isOneBlock && texts.length >= 4 && Math.abs(one.length - two.length) <= 1) return texts.length - 2
  const rest = texts.slice(1)
  if (
    rest.length >= 2 &&
    first.length >= 20 &&
    rest.every((text) => text.length < 16) &&
    !ANNOUNCES.test(first)
  )
    return 1
  // A phrase that wraps with another line under it in the same block is set smaller than that.
  const under = phrases.findIndex(({ block, line }) => block === phrases[0]?.block && line > 0)
  if (under > 0 && phrases[0]?.wraps === true) return under
  const next = phrases.findIndex(({ block, line }) => block !== phrases[0]?.block || line !== phrases[0].line)
  return next > 0 && ANNOUNCES.test(texts[next - 1] ?? '') ? next : 0
}

/**
 * Whether two blocks are the lines of one headline: type so large is leaded so widely that an extraction sees a blank line
 * between, and an editor makes both lines alike.
 */
const areTwins = (one: Phrase, other: Phrase): boolean =>
  one.isAlone && other.isAlone && Math.abs(one.width - other.width) <= RAGGED

/** Whether a line below another one in its block is set smaller: it wraps and is wider, or is marked as one of several. */
const isSetSmaller = (above: Phrase, below: Phrase): boolean =>
  (below.line !== above.line && below.wraps && !above.wraps && above.width < below.width - RAGGED) ||
  MARK.test(below.phrase)

/** The first line of a headline stops at a dash, behind which the headline goes on. */
const ENDS_WITH_DASH = /(?:——|⸺|—|--)$/u
const MARK = /^[●■◆▲○]/u

/** Phrases of later blocks belong to the headline where they hang on it, or where both are lines of one. */
function findHeadlineEnd(phrases: readonly Phrase[], start: number): number {
  let end = start + 1
  while (end < phrases.length) {
    const [before, phrase] = [phrases[end - 1], phrases[end]]
    if (!before || !phrase) break
    if (!ENDS_WITH_DASH.test(before.phrase)) {
      const isLast = end === phrases.length - 1
      const isApart = before.block !== phrase.block && !DEPENDENT.test(phrase.phrase)
      if (isApart && !(end === start + 1 && isLast && areTwins(before, phrase))) break
      if (!isApart && before.block === phrase.block && isSetSmaller(before, phrase)) break
    }
    end++
  }
  return end
}
