import { openWordVectors } from '../../language/index.ts'
import type { Block } from '../layout/block.ts'
import type { Line } from '../layout/line.ts'
import { type Byline, readBareNames } from '../wording/byline.ts'
import { isCreditLine } from '../wording/credit-line.ts'
import { goesOn } from '../wording/markers.ts'

/** The display blocks of an article without what says who wrote or sent it, and that. */
export interface PartedCredits {
  readonly titles: readonly Block[]
  readonly credits: readonly Block[]
}

/** Lines that say who wrote or sent the text are set like those of its title, and are taken out of it. */
export function partCredits(blocks: readonly Block[], body: string): PartedCredits {
  const author = authorUnder(blocks, body)
  const isCredit = (line: Line) => line === author || isCreditLine(line.text)
  const part = (isWanted: (line: Line) => boolean) =>
    blocks
      .map((block) => ({ ...block, lines: block.lines.filter(isWanted) }))
      .filter(({ lines }) => lines.length > 0)
  return {
    titles: part((line) => !isCredit(line)),
    credits: part(isCredit),
  }
}

/** How wide the names under a title are at most, as a share of it. */
const NAME_SHARE = 0.5
/** A name, or one that somebody writes under: 瓜田, 钟行. */
const LONE_NAME = /^\p{Script=Han}{2,3}$/u

/** Reads what stands where a name does and is no usual one. */
export const readPenName = (text: string): Byline | undefined =>
  LONE_NAME.test(text) ? { names: [text] } : undefined

/** The last line under a title, if it holds nothing but names of which the text knows nothing. */
function authorUnder(blocks: readonly Block[], body: string): Line | undefined {
  const lines = blocks.flatMap((block) => block.lines)
  const [before, last] = lines.slice(-2)
  if (!before || !last || body.includes(last.text)) return undefined
  const widest = Math.max(...lines.slice(0, -1).map(({ width }) => width))
  const isShort = last.width <= NAME_SHARE * widest
  const names = readBareNames(last.text)?.names
  if (names && isShort) return last
  // What is as wide as a title, or no usual name, must not be the rest of a title that was wrapped.
  const isBelow = blocks.at(-1)?.lines.includes(before) === true
  if (!isBelow || last.width > before.width || isOneWord(before.text, last.text, body)) return undefined
  if (names) return names.length > 1 || last.text.length > 2 ? last : undefined
  return isShort && LONE_NAME.test(last.text) && !isKnown(last.text, body) ? last : undefined
}

/** Whether a title goes on in the next line: a word of the text, or any word, stands over the line end. */
function isOneWord(left: string, right: string, body: string): boolean {
  if (goesOn(left) || body.includes(left.slice(-1) + right.slice(0, 1))) return true
  const words = openWordVectors()
  for (let before = 1; before <= REACH; before++)
    for (let behind = 1; behind <= REACH; behind++)
      if (words.has(left.slice(-before) + right.slice(0, behind))) return true
  return false
}

const REACH = 3

/** Whether it is a word, or the text speaks of any part of it. */
const isKnown = (name: string, body: string): boolean =>
  openWordVectors().has(name) ||
  NO_NAME.test(name) ||
  body.includes(name.slice(0, 2)) ||
  body.includes(name.slice(-2))

/** What no name begins with. */
const NO_NAME = /^[的了与和在是不为及等把被让向对从]/u
