import type { Block } from '../layout/block.ts'
import { textOf } from '../layout/group.ts'
import type { Line } from '../layout/line.ts'
import { type Bigrams, bigramsOf, coverage, type Rarity, weighWords } from '../wording/bigrams.ts'
import type { Draft } from './draft.ts'

/** What the opening of an article must hold of a title, by weight, and how much more of it than any other opening. */
const HELD = 0.35
const AHEAD = 0.2
/** Pairs of characters that tell something, of which a title has so many at least. */
const FEWEST_PAIRS = 4

/**
 * Where titles stand one below another without a blank line, one article has the title of its neighbour too: each article
 * without a headline is given the first or last lines of a title that speak of it and of no other article.
 * @param openings the words of each article's opening
 */
export function giveLentTitles(
  drafts: readonly Draft[],
  openings: readonly (Bigrams | undefined)[],
  rarity: Rarity,
): void {
  const untitled = new Set(drafts.flatMap(({ headline }, at) => (headline.length === 0 ? [at] : [])))
  for (const [holder, draft] of drafts.entries()) {
    if (untitled.size === 0) return
    if (draft.headline.length === 0) continue
    for (const part of [draft.kicker, draft.headline, draft.deck])
      for (const [at, block] of part.entries()) {
        let { lines } = block
        for (;;) {
          const loan = loanIn(lines, { holder, untitled, openings, rarity, isWhole: part !== draft.headline })
          if (!loan) break
          drafts[loan.owner]?.headline.push({ ...block, lines: loan.taken })
          untitled.delete(loan.owner)
          lines = loan.kept
        }
        if (lines !== block.lines) part[at] = { ...block, lines }
      }
    dropEmpty(draft.kicker)
    dropEmpty(draft.deck)
  }
}

interface Search {
  /** The article that has the title. */
  readonly holder: number
  readonly untitled: ReadonlySet<number>
  readonly openings: readonly (Bigrams | undefined)[]
  readonly rarity: Rarity
  /** Whether all lines may be given away. */
  readonly isWhole: boolean
}

interface Loan {
  readonly owner: number
  readonly taken: readonly Line[]
  readonly kept: readonly Line[]
}

/** Lines at either end of a title that are of another article; those by which most is told apart. */
function loanIn(lines: readonly Line[], { holder, untitled, openings, rarity, isWhole }: Search) {
  let best: Loan | undefined
  let most = 0
  for (const [taken, kept] of endsOf(lines, isWhole)) {
    const words = weighWords(bigramsOf(textOf(taken)), rarity)
    if (words.bigrams.length < FEWEST_PAIRS) continue
    const held = openings.map((it) => (it === undefined ? 0 : coverage(words, it)))
    const [owner, ahead] = ownerOf(held)
    if (!untitled.has(owner)) continue
    const rest = weighWords(bigramsOf(textOf(kept)), rarity)
    const [own, other] = [openings[holder], openings[owner]]
    const left = own && other ? coverage(rest, own) - coverage(rest, other) : 0
    const told = words.total * ahead + rest.total * left
    if (left >= 0 && told > most) [best, most] = [{ owner, taken, kept }, told]
  }
  return best
}

/** Lines at either end of a title, with those that are left. */
function endsOf(
  lines: readonly Line[],
  isWhole: boolean,
): readonly (readonly [readonly Line[], readonly Line[]])[] {
  const cuts = lines
    .slice(1)
    .map((_, at) => [lines.slice(0, at + 1), lines.slice(at + 1)] as const)
    .flatMap(([upper, lower]) => [[upper, lower] as const, [lower, upper] as const])
  return isWhole ? [[lines, []], ...cuts] : cuts
}

/** The article that holds most and clearly more than any other, and by how much; none is −1. */
function ownerOf(held: readonly number[]): readonly [owner: number, ahead: number] {
  const most = Math.max(0, ...held)
  const owner = held.indexOf(most)
  const next = Math.max(0, ...held.filter((_, at) => at !== owner))
  return most >= HELD && most - next >= AHEAD ? [owner, most - next] : [-1, 0]
}

function dropEmpty(blocks: Block[]): void {
  for (let at = blocks.length - 1; at >= 0; at--) if (blocks[at]?.lines.length === 0) blocks.splice(at, 1)
}
