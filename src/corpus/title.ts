import type { Block } from './block.ts'
import type { Line } from './line.ts'

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
const DASH = /^(?:——|⸺|—|--)/u
/** Phrases that hang on the one before: they have no subject of their own, or ask about it. */
const DEPENDENT = /^[再又还也并将已仍均即更]|[？?]$/u
const ANNOUNCES = /(?:强调|指出|要求|表示|显示|获悉)$/u

/**
 * Reads the display blocks over an article in printed order: which lines are one phrase, and which phrases are
 * kicker, headline and deck. Type size is lost in a text layer; what is left of it is where lines wrap.
 * @param blocks the headline's own block and those beside it that fit the article.
 * @param main index of the block that fits the article best.
 */
export function readTitle(blocks: readonly Block[], main: number): Title {
  const parts = blocks
    .map(({ lines }) => lines)
    .flatMap((lines, at) => segmentsOf(lines).map((text) => ({ text, at })))
  const phrases = parts.flatMap(({ text, at }) => text.split(' ').map((phrase) => ({ phrase, at })))
  const deckStart = findDeck(phrases.map(({ phrase }) => phrase))
  const deck = phrases.slice(deckStart)
  const rest = phrases.slice(0, deckStart)
  const kickerEnd = findKicker(rest, main)
  const headlineEnd = findHeadlineEnd(rest, kickerEnd)
  return {
    kicker: grouped(rest.slice(0, kickerEnd)),
    headline: rest
      .slice(kickerEnd, headlineEnd)
      .map(({ phrase }) => phrase)
      .join(' '),
    deck: [...grouped(rest.slice(headlineEnd)), ...grouped(deck)],
  }
}

interface Phrase {
  readonly phrase: string
  /** Its block. */
  readonly at: number
}

/** Lines of one block as phrases: a line that is full runs on in the next, a shorter one ends its phrase. */
export function segmentsOf(lines: readonly Line[]): readonly string[] {
  const segments: string[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const last = segments.at(-1)
    if (before && last !== undefined && runsOn(before, line, lines))
      segments[segments.length - 1] = last + line.text
    else segments.push(line.text)
  }
  return segments
}

function runsOn(before: Line, line: Line, lines: readonly Line[]): boolean {
  if (/[！？。]$/u.test(before.text) || DASH.test(line.text)) return false
  const widest = Math.max(...lines.map(({ width }) => width))
  return before.width >= widest - 1 && line.width <= before.width + 0.6
}

/** Where the deck begins: at a dash, at who attended, or at a phrase with a comma where the others have none. */
function findDeck(phrases: readonly string[]): number {
  const dash = phrases.findIndex((phrase, at) => at > 0 && DASH.test(phrase))
  if (dash > 0) return dash
  const last = phrases.length - 1
  if (last < 1) return phrases.length
  const lastText = phrases[last] ?? ''
  if (ATTENDANCE.test(lastText)) {
    const meeting = MEETING.test(phrases[last - 1] ?? '')
    if (meeting && last >= 2) return last - 1
    if (meeting) return last
  }
  const hasComma = (text: string) => /[，,；]/u.test(text)
  if (hasComma(lastText) && !phrases.slice(0, last).some(hasComma) && lastText.length >= 12) return last
  return phrases.length
}

/** How many phrases stand as kicker. */
function findKicker(phrases: readonly Phrase[], main: number): number {
  const texts = phrases.map(({ phrase }) => phrase)
  const first = texts[0] ?? ''
  const firstOfMain = phrases.findIndex(({ at }) => at === main)
  const [one = '', two = ''] = texts.slice(-2)
  if (texts.length >= 4 && Math.abs(one.length - two.length) <= 1 && sameLine(phrases))
    return texts.length - 2
  const rest = texts.slice(1)
  if (
    rest.length >= 2 &&
    first.length >= 20 &&
    rest.every((text) => text.length < 16) &&
    !ANNOUNCES.test(first)
  )
    return 1
  if (firstOfMain > 0 && !DEPENDENT.test(texts[firstOfMain] ?? '') && !/[？?]$/u.test(texts.at(-1) ?? ''))
    return firstOfMain
  return 0
}

const sameLine = (phrases: readonly Phrase[]): boolean => new Set(phrases.map(({ at }) => at)).size === 1

/** Phrases of later blocks belong to the headline where they hang on it. */
function findHeadlineEnd(phrases: readonly Phrase[], start: number): number {
  let end = start + 1
  while (end < phrases.length) {
    const [before, phrase] = [phrases[end - 1], phrases[end]]
    if (before?.at !== phrase?.at && !DEPENDENT.test(phrase?.phrase ?? '')) break
    end++
  }
  return end
}

/** Phrases of one block on one line. */
function grouped(phrases: readonly Phrase[]): string[] {
  const lines = new Map<number, string[]>()
  for (const { phrase, at } of phrases) lines.set(at, [...(lines.get(at) ?? []), phrase])
  return [...lines.values()].map((texts) => texts.join(' '))
}
