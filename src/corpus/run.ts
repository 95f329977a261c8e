import type { Block } from './block.ts'
import type { Line } from './line.ts'
import type { Piece } from './piece.ts'
import { type Bigrams, bigramsOf, type Rarity, type Words, weighWords } from './rarity.ts'
import { JUMP_AFTER, opensArticle } from './wording.ts'

/** A paragraph with all its pieces, in reading order. */
export interface Paragraph {
  readonly lines: readonly Line[]
}

/** Paragraphs that surely follow one another in one article. */
export interface Run {
  readonly paragraphs: readonly Paragraph[]
  readonly text: string
  /** Pairs of characters in the run, and in its first two paragraphs. */
  readonly words: Bigrams
  readonly opening: Bigrams
  /** The pairs in the run that tell what it is about. */
  readonly telling: Words
  readonly first: Piece
  readonly last: Piece
  /** Whether it opens a piece by its wording: 本报讯, a dateline, a jump marker. */
  readonly opens: boolean
  /** Places of its first and its last piece among the pieces of the page. */
  readonly firstPiece: number
  readonly lastPiece: number
  /** Places of its pieces that go on elsewhere than in the next piece of the file. */
  readonly jumps: readonly number[]
}

/** What runs are made of. */
interface Pieced {
  readonly pieces: readonly Piece[]
  /** For each piece the one that its paragraph goes on in. */
  readonly links: readonly (number | undefined)[]
  readonly blocks: readonly Block[]
  readonly rarity: Rarity
}

/** Paragraphs that a headline speaks of. */
const OPENING = 2

/** Pieces that make one paragraph, in reading order, and paragraphs of one block, are one run. */
export function toRuns(page: Pieced): readonly Run[] {
  const { pieces, links, blocks } = page
  const linked = new Set(links.filter((it) => it !== undefined))
  const sameBlock = (at: number) =>
    pieces[at + 1]?.block === pieces[at]?.block && pieces[at + 1]?.lines[0]?.opensArticle !== true
  const next = pieces.map(
    (piece, at) =>
      links[at] ?? (piece.end !== 'middle' && !linked.has(at + 1) && sameBlock(at) ? at + 1 : undefined),
  )
  const followers = new Set(next.filter((it) => it !== undefined))
  const seen = new Set<number>()
  const runs: Run[] = []
  // A ring of links has no start: its first piece in the file is taken for one.
  for (const start of [...pieces.keys()].filter((at) => !followers.has(at)).concat([...pieces.keys()])) {
    if (seen.has(start)) continue
    const order: number[] = []
    for (let at: number | undefined = start; at !== undefined && !seen.has(at); at = next[at]) {
      order.push(at)
      seen.add(at)
    }
    const run = toRun(order, page)
    if (run) runs.push(isJumpedTo(run, blocks) ? { ...run, opens: true } : run)
  }
  return runs.toSorted((a, b) => a.firstPiece - b.firstPiece)
}

/** Whether the headline before a run ends with a jump marker. */
const isJumpedTo = (run: Run, blocks: readonly Block[]): boolean => {
  const before = blocks[run.first.block - 1]
  return before?.kind === 'display' && JUMP_AFTER.test(before.lines.at(-1)?.text ?? '')
}

function toRun(order: readonly number[], { pieces, links, rarity }: Pieced): Run | undefined {
  const paragraphs: { lines: Line[] }[] = []
  for (const [index, at] of order.entries()) {
    const lines = pieces[at]?.lines ?? []
    const current = paragraphs.at(-1)
    if (current && links[order[index - 1] ?? -1] === at) current.lines.push(...lines)
    else paragraphs.push({ lines: [...lines] })
  }
  const [firstPiece = 0, lastPiece = 0] = [order[0], order.at(-1)]
  const [first, last] = [pieces[firstPiece], pieces[lastPiece]]
  if (!first || !last) return undefined
  const jumps = order.filter((at, index) => index < order.length - 1 && order[index + 1] !== at + 1)
  const text = textOfAll(paragraphs)
  const words = order.length === 1 ? first.words : bigramsOf(text)
  const opening = paragraphs.length <= OPENING ? words : bigramsOf(textOfAll(paragraphs.slice(0, OPENING)))
  return {
    paragraphs,
    text,
    words,
    opening,
    telling: weighWords(words, rarity),
    opens: opensArticle(text),
    first,
    last,
    firstPiece,
    lastPiece,
    jumps,
  }
}

const textOfAll = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ lines }) => lines.map((line) => line.text).join('')).join('\n')
