import { normalise, runsOf, type TextRange, termGroupsOf } from '../../language/index.ts'

/** A word or phrase in the form in which it is looked for in a text. */
export interface Literal {
  /**
   * Its runs in normal form, numbers without their commas; in a text only blanks and punctuation may stand between
   * them, and commas in numbers.
   */
  readonly runs: readonly string[]
  readonly termGroups: readonly (readonly string[])[]
  /** What must stand right behind it: 5% is not 5. */
  readonly followedBy: '%' | ''
  /** Number of its characters, as a measure of how much it says. */
  readonly length: number
}

/** Marks and blanks that may stand between two runs of a phrase in print: `让“冷资源”`, `2023 年`. */
const LONGEST_GAP = 4

/**
 * Brings a word or phrase into the form in which it is looked for.
 * @returns `undefined` if the text holds nothing but punctuation
 */
export function literalOf(text: string): Literal | undefined {
  const normal = normalise(text)
  const runs = Array.from(runsOf(normal), ({ text, unspaced }) =>
    unspaced ? text : text.replaceAll(',', ''),
  )
  if (runs.length === 0) return undefined
  const followedBy = /\d%\s*$/.test(normal) ? '%' : ''
  return { runs, termGroups: termGroupsOf(normal), followedBy, length: runs.join('').length }
}

/** Where a literal stands in a text in normal form: ranges in UTF-16 units, ascending, not overlapping. */
export function findLiteral(text: string, literal: Literal, limit = 100): readonly TextRange[] {
  const [first = ''] = literal.runs
  const found: TextRange[] = []
  // A number may stand there with commas, so that no more than its first digit can be looked for.
  const opening = NUMBER.test(first) ? first.charAt(0) : first
  for (let at = text.indexOf(opening); at >= 0 && found.length < limit; ) {
    const end = endOfMatch(text, at, literal.runs)
    const isWhole = end !== undefined && text.startsWith(literal.followedBy, end)
    if (isWhole) found.push([at, end + literal.followedBy.length])
    at = text.indexOf(opening, end ?? at + 1)
  }
  return found
}

/** Whether a text in normal form holds a literal at least once. */
export const holdsLiteral = (normalText: string, literal: Literal): boolean =>
  findLiteral(normalText, literal, 1).length > 0

function endOfMatch(text: string, start: number, runs: readonly string[]): number | undefined {
  let at = start
  for (const [i, run] of runs.entries()) {
    if (i > 0)
      for (let gap = 0; gap < LONGEST_GAP && !text.startsWith(run, at) && isMark(text, at); gap++) at++
    const end = endOfRun(text, at, run)
    if (end === undefined || splitsWord(text, at, end)) return undefined
    at = end
  }
  return at
}

const NUMBER = /^\d{2}/
const isDigit = (text: string, at: number) => /\d/.test(text.charAt(at))

/** Where a run ends that begins here, if it does: `1100` also stands in `1,100`, as for the tokeniser. */
function endOfRun(text: string, start: number, run: string): number | undefined {
  if (text.startsWith(run, start)) return start + run.length
  if (!NUMBER.test(run)) return undefined
  let at = start
  for (let i = 0; i < run.length; i++, at++) {
    if (i > 0 && text.charAt(at) === ',' && isDigit(run, i - 1) && isDigit(run, i)) at++
    if (text.charAt(at) !== run.charAt(i)) return undefined
  }
  return at
}

const WORD_UNIT = /[\p{L}\p{N}]/u
const isMark = (text: string, at: number) => at < text.length && !WORD_UNIT.test(text.charAt(at))

const joins = (left: string, right: string) => /[a-z0-9]{2}/.test(left + right)

/** True if a number or Latin word goes on beyond the range: 5 is not found in 2025, nor 8 in 8.5 or 100 in 1,100. */
function splitsWord(text: string, from: number, to: number): boolean {
  const inNumber = /^[.,]\d/.test(text.slice(to, to + 2)) && /\d/.test(text.charAt(to - 1))
  const afterPoint = /^\d[.,]\d/.test(text.slice(from - 2, from + 1))
  return (
    (joins(text.charAt(from - 1), text.charAt(from)) && !isShareBehind(text, from)) ||
    (joins(text.charAt(to - 1), text.charAt(to)) && !isShareBehind(text, to)) ||
    inNumber ||
    afterPoint
  )
}

const SHARE = /^\d{1,4}(?:\.\d{1,4})?%/

/** True where letters end and a share begins that belongs to another word: GDP|15%. */
const isShareBehind = (text: string, at: number): boolean =>
  /[a-z]/.test(text.charAt(at - 1)) && SHARE.test(text.slice(at, at + 10))
