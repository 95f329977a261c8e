import { arrange } from './arrange.ts'
import type { Block } from './block.ts'
import { displacedOf } from './displaced.ts'
import { type Draft, emptyDraft, isSubhead } from './draft.ts'
import { textOf } from './group.ts'
import { type Head, toHeads } from './head.ts'
import { linkPieces } from './linking.ts'
import { toPieces } from './piece.ts'
import { bigramsOf, coverage, type Rarity, rarityOf, weighWords } from './rarity.ts'
import { type Run, toRuns } from './run.ts'
import { readSignature } from './signature.ts'
import { draftOfDisplay } from './unsorted.ts'

/** What a page's blocks make: articles in the making, and what belongs to none. */
export interface Assembly {
  readonly drafts: readonly Draft[]
  readonly leftovers: readonly Block[]
}

/** Puts the blocks of a page together to articles. */
export function assemble(blocks: readonly Block[]): Assembly {
  const pieces = toPieces(blocks)
  const unsorted = pieces.length === 0 ? draftOfDisplay(blocks) : undefined
  if (unsorted) return { drafts: [unsorted], leftovers: blocks.filter(({ kind }) => kind !== 'display') }
  const rarity = rarityOf(pieces.map(({ words }) => words))
  const runs = toRuns({ pieces, links: linkPieces(pieces, rarity), blocks, rarity })
  const heads = toHeads(blocks, runs, rarity)
  const displaced = displacedOf({ pieces, blocks, runs, heads })
  const { chains, heads: headOf } = arrange({
    pieces,
    blocks,
    runs,
    heads,
    signed: signedRuns(blocks, runs),
    displaced,
  })
  const drafts = chains.map(() => emptyDraft())
  const ownerOfRun = new Map(chains.flatMap((chain, at) => chain.map((run) => [run, at] as const)))
  const used = new Set<number>()
  for (const [at, head] of headOf.entries()) {
    const block = head === undefined ? undefined : heads[head]?.block
    if (!block || head === undefined) continue
    drafts[at]?.headline.push(block)
    used.add(head)
  }
  for (const [at, chain] of chains.entries())
    for (const [index, run] of chain.entries()) {
      const before = runs[chain[index - 1] ?? -1]
      const current = runs[run]
      const draft = drafts[at]
      if (!current || !draft) continue
      const jump = displaced.find((it) => it.from === chain[index - 1] && it.to === run)
      if (before)
        for (const [key, head] of heads.entries()) {
          const isBetween = head.place > before.last.block && head.place < current.first.block
          if (used.has(key) || !(jump ? jump.subheads.includes(key) : isBetween)) continue
          draft.body.push(head.block)
          used.add(key)
        }
      draft.body.push(...current.paragraphs)
    }
  const stray = placeBeside({ heads, headOf, chains, runs, blocks }, used, drafts)
  const leftovers = [...stray, ...placeLone(blocks, runs, ownerOfRun, drafts, rarity)]
  return { drafts, leftovers }
}

/** Display blocks beside a headline are its kicker or its deck; one over text that is headed elsewhere is a sub-head. */
function placeBeside(
  { heads, headOf, chains, runs, blocks }: Arranged,
  used: ReadonlySet<number>,
  drafts: readonly Draft[],
): Block[] {
  const ownerAt = new Map(
    headOf.flatMap((head, at) => (head === undefined ? [] : [[heads[head]?.place ?? -1, at] as const])),
  )
  const chainAt = new Map(chains.map((chain, at) => [runs[chain[0] ?? -1]?.first.block ?? -1, at] as const))
  const fit = (head: Head, chain: number | undefined): number => {
    if (chain === undefined) return -1
    const members = chains[chain] ?? []
    return (head.opening[members[0] ?? -1] ?? 0) + Math.max(0, ...members.map((run) => head.whole[run] ?? 0))
  }
  const textBehind = firstNotDisplay(blocks)
  const stray: Block[] = []
  for (const [at, head] of heads.entries()) {
    if (used.has(at)) continue
    const { block, place } = head
    const [above, below] = [ownerAt.get(place - 1), ownerAt.get(place + 1)]
    const heading = chainAt.get(textBehind[place] ?? -1)
    const alike = drafts[heading ?? -1]?.body.some(
      (it) => isSubhead(it) && it.lines.length === block.lines.length,
    )
    if (heading !== undefined && alike === true && heading !== below) drafts[heading]?.body.unshift(block)
    else if (above !== undefined && fit(head, above) >= fit(head, below)) {
      drafts[above]?.deck.push(block)
      ownerAt.set(place, above)
    } else if (below !== undefined) drafts[below]?.kicker.push(block)
    else stray.push(block)
  }
  return stray
}

/** For each block the place of the next one behind it that is no display block. */
function firstNotDisplay(blocks: readonly Block[]): readonly number[] {
  const places: number[] = []
  let next = blocks.length
  for (let place = blocks.length - 1; place >= 0; place--) {
    places[place] = next
    if (blocks[place]?.kind !== 'display') next = place
  }
  return places
}

/** A page's display blocks and runs, and what was made of them. */
interface Arranged {
  readonly heads: readonly Head[]
  readonly headOf: readonly (number | undefined)[]
  readonly chains: readonly (readonly number[])[]
  readonly runs: readonly Run[]
  readonly blocks: readonly Block[]
}

/** Bylines and datelines close the run before them, or open the one behind a headline; captions go by their words. */
function placeLone(
  blocks: readonly Block[],
  runs: readonly Run[],
  ownerOfRun: ReadonlyMap<number, number>,
  drafts: readonly Draft[],
  rarity: Rarity,
): Block[] {
  const leftovers: Block[] = []
  for (const [place, block] of blocks.entries()) {
    if (block.kind === 'body' || block.kind === 'display') continue
    const run =
      block.kind === 'furniture'
        ? -1
        : block.kind === 'caption'
          ? captionRun(block, place, runs, rarity)
          : signedRun(blocks, place, runs)
    const draft = drafts[ownerOfRun.get(run) ?? -1]
    if (!draft) leftovers.push(block)
    else if (block.kind === 'caption') draft.captions.push(block)
    else if (block.kind === 'byline') draft.bylines.push(block)
    else draft.datelines.push(block)
  }
  return leftovers
}

function signedRuns(blocks: readonly Block[], runs: readonly Run[]): ReadonlySet<number> {
  const closing = blocks.flatMap(({ kind }, place) =>
    kind === 'byline' || kind === 'dateline' ? [place] : [],
  )
  const glued = [...runs.keys()].filter((at) => readSignature(runs[at]?.text ?? '') !== undefined)
  return new Set([...closing.map((place) => signedRun(blocks, place, runs)), ...glued])
}

/** The run that a byline or dateline belongs to: behind a headline the one that it opens, else the one that ends before it. */
function signedRun(blocks: readonly Block[], place: number, runs: readonly Run[]): number {
  const [before, next] = [blocks[place - 1], blocks[place + 1]]
  if (before?.kind === 'display' && next?.kind === 'body')
    return runs.findIndex((run) => run.first.block === place + 1)
  // Under a column that stops in mid-sentence stands the byline of another piece: the last that ended at a headline.
  const torn = before?.kind === 'body' && before.lines.at(-1)?.endsText !== true
  let found = -1
  for (const [at, run] of runs.entries()) {
    const { block } = run.last
    if (block >= place || (torn && blocks[block + 1]?.kind !== 'display')) continue
    if (found < 0 || block >= (runs[found]?.last.block ?? 0)) found = at
  }
  return found
}

function captionRun(block: Block, place: number, runs: readonly Run[], rarity: Rarity): number {
  const words = weighWords(bigramsOf(textOf(block.lines)), rarity)
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [at, run] of runs.entries()) {
    const distance = place < run.first.block ? run.first.block - place : Math.max(0, place - run.last.block)
    const score = 3 * coverage(words, run.words) - 0.15 * Math.min(distance, 10)
    if (score > bestScore) [best, bestScore] = [at, score]
  }
  return best
}
