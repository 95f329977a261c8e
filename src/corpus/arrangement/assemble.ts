import type { Block } from '../layout/block.ts'
import { textOf } from '../layout/group.ts'
import { NO_BIAS, type ReadingBias } from '../layout/reading-bias.ts'
import { bigramsOf, coverage, type Rarity, rarityOf, weighWords } from '../wording/bigrams.ts'
import { readSignature } from '../wording/signature.ts'
import { arrange } from './arrange.ts'
import { arrangementEvidence } from './arrangement-evidence.ts'
import type { PageSegment } from './continuation-candidate.ts'
import { displacedOf } from './displaced.ts'
import { draftOfDisplay } from './display-only.ts'
import { type Draft, emptyDraft, isSubhead } from './draft.ts'
import { toFragments } from './fragment.ts'
import { giveLentTitles } from './lent-titles.ts'
import { linkFragments } from './link-fragments.ts'
import type { Trees } from './link-trees.ts'
import { type ReaderTrees, treesInUse } from './reader-trees.ts'
import { type TextFlow, toTextFlows } from './text-flow.ts'
import { type TitleBlock, toTitleBlocks } from './title-block.ts'

/** What a page's blocks make: articles in the making, and what belongs to none. */
export interface Assembly {
  readonly drafts: readonly Draft[]
  readonly leftovers: readonly Block[]
  /** What was arranged; absent where nothing was. */
  readonly parts?: ReturnType<typeof toPageParts>
}

/**
 * The text flows and title blocks of a page segment: what is arranged.
 * @param trees what judges joins
 */
export function toPageSegment(
  blocks: readonly Block[],
  fragments = toFragments(blocks),
  trees = treesInUse().joins,
): PageSegment & { readonly rarity: Rarity } {
  const rarity = rarityOf(fragments.map(({ words }) => words))
  const links = linkFragments(fragments, rarity)
  const flows = toTextFlows({ fragments, links, blocks, rarity }, trees)
  return { fragments, blocks, flows, titleBlocks: toTitleBlocks(blocks, flows, rarity), rarity }
}

/** The parts of a page segment that an arrangement explains. */
export function toPageParts(blocks: readonly Block[], fragments = toFragments(blocks), trees?: Trees) {
  const segment = toPageSegment(blocks, fragments, trees)
  return { ...segment, signed: signedFlows(blocks, segment.flows), displaced: displacedOf(segment) }
}

/**
 * Puts the blocks of a page together to articles.
 * @param trees what judges joins and links
 * @param known what the same blocks make with another bias: what is arranged is the same
 */
export function assemble(
  blocks: readonly Block[],
  trees: ReaderTrees = treesInUse(),
  bias: ReadingBias = NO_BIAS,
  known?: Assembly,
): Assembly {
  const fragments = known?.parts?.fragments ?? toFragments(blocks)
  const unsorted = fragments.length === 0 ? draftOfDisplay(blocks) : undefined
  if (unsorted) return { drafts: [unsorted], leftovers: blocks.filter(({ kind }) => kind !== 'display') }
  const parts = known?.parts ?? toPageParts(blocks, fragments, trees.joins)
  const { flows, titleBlocks, rarity, displaced } = parts
  const settled = arrange(parts, trees.links, bias)
  const { chains, titleBlocks: titleOf } = settled
  const drafts = arrangementEvidence(parts, settled).map((evidence) => emptyDraft(evidence))
  const ownerOfFlow = new Map(chains.flatMap((chain, at) => chain.map((flow) => [flow, at] as const)))
  const used = new Set<number>()
  for (const [at, titleBlock] of titleOf.entries()) {
    const block = titleBlock === undefined ? undefined : titleBlocks[titleBlock]?.block
    if (!block || titleBlock === undefined) continue
    drafts[at]?.headline.push(block)
    used.add(titleBlock)
  }
  for (const [at, chain] of chains.entries())
    for (const [index, flow] of chain.entries()) {
      const before = flows[chain[index - 1] ?? -1]
      const current = flows[flow]
      const draft = drafts[at]
      if (!current || !draft) continue
      const jump = displaced.find((it) => it.from === chain[index - 1] && it.to === flow)
      if (before)
        for (const [key, titleBlock] of titleBlocks.entries()) {
          const isBetween = titleBlock.place > before.last.block && titleBlock.place < current.first.block
          if (used.has(key) || !(jump ? jump.subheads.includes(key) : isBetween)) continue
          draft.body.push(titleBlock.block)
          used.add(key)
        }
      draft.body.push(...current.paragraphs)
    }
  const stray = placeBeside({ titleBlocks, titleOf, chains, flows, blocks }, used, drafts)
  const leftovers = [...stray, ...placeLone(blocks, flows, ownerOfFlow, drafts, rarity)]
  giveLentTitles(
    drafts,
    chains.map(([first]) => flows[first ?? -1]?.opening),
    rarity,
  )
  return { drafts, leftovers, parts }
}

/**
 * Display blocks beside a headline are its kicker or its deck; one over text that is headed elsewhere is a sub-head.
 */
function placeBeside(
  { titleBlocks, titleOf, chains, flows, blocks }: Arranged,
  used: ReadonlySet<number>,
  drafts: readonly Draft[],
): Block[] {
  const ownerAt = new Map(
    titleOf.flatMap((titleBlock, at) =>
      titleBlock === undefined ? [] : [[titleBlocks[titleBlock]?.place ?? -1, at] as const],
    ),
  )
  const chainAt = new Map(chains.map((chain, at) => [flows[chain[0] ?? -1]?.first.block ?? -1, at] as const))
  const fit = (titleBlock: TitleBlock, chain: number | undefined): number => {
    if (chain === undefined) return -1
    const members = chains[chain] ?? []
    return (
      (titleBlock.opening[members[0] ?? -1] ?? 0) +
      Math.max(0, ...members.map((flow) => titleBlock.whole[flow] ?? 0))
    )
  }
  const textBehind = firstNotDisplay(blocks)
  const stray: Block[] = []
  for (const [at, titleBlock] of titleBlocks.entries()) {
    if (used.has(at)) continue
    const { block, place } = titleBlock
    const [above, below] = [ownerAt.get(place - 1), ownerAt.get(place + 1)]
    const heading = chainAt.get(textBehind[place] ?? -1)
    const alike = drafts[heading ?? -1]?.body.some(
      (it) => isSubhead(it) && it.lines.length === block.lines.length,
    )
    if (heading !== undefined && alike === true && heading !== below) drafts[heading]?.body.unshift(block)
    else if (above !== undefined && fit(titleBlock, above) >= fit(titleBlock, below)) {
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

/** A page's display blocks and text flows, and what was made of them. */
interface Arranged {
  readonly titleBlocks: readonly TitleBlock[]
  readonly titleOf: readonly (number | undefined)[]
  readonly chains: readonly (readonly number[])[]
  readonly flows: readonly TextFlow[]
  readonly blocks: readonly Block[]
}

/**
 * Bylines and datelines close the text flow before them, or open the one behind a headline; captions go by their
 * words.
 */
function placeLone(
  blocks: readonly Block[],
  flows: readonly TextFlow[],
  ownerOfFlow: ReadonlyMap<number, number>,
  drafts: readonly Draft[],
  rarity: Rarity,
): Block[] {
  const leftovers: Block[] = []
  for (const [place, block] of blocks.entries()) {
    if (block.kind === 'body' || block.kind === 'display') continue
    const flow =
      block.kind === 'furniture'
        ? -1
        : block.kind === 'caption'
          ? captionFlow(block, place, flows, rarity)
          : signedFlow(blocks, place, flows)
    const draft = drafts[ownerOfFlow.get(flow) ?? -1]
    if (!draft) leftovers.push(block)
    else if (block.kind === 'caption') draft.captions.push(block)
    else if (block.kind === 'byline') draft.bylines.push(block)
    else draft.datelines.push(block)
  }
  return leftovers
}

function signedFlows(blocks: readonly Block[], flows: readonly TextFlow[]): ReadonlySet<number> {
  const closing = blocks.flatMap(({ kind }, place) =>
    kind === 'byline' || kind === 'dateline' ? [place] : [],
  )
  const glued = [...flows.keys()].filter((at) => readSignature(flows[at]?.text ?? '') !== undefined)
  return new Set([...closing.map((place) => signedFlow(blocks, place, flows)), ...glued])
}

/**
 * The text flow that a byline or dateline belongs to: behind a headline the one that it opens, else the one that ends
 * before it.
 */
function signedFlow(blocks: readonly Block[], place: number, flows: readonly TextFlow[]): number {
  const [before, next] = [blocks[place - 1], blocks[place + 1]]
  if (before?.kind === 'display' && next?.kind === 'body')
    return flows.findIndex((flow) => flow.first.block === place + 1)
  // Under a column that stops in mid-sentence stands the byline of another article: the last that ended at a headline.
  const torn = before?.kind === 'body' && before.lines.at(-1)?.endsText !== true
  let found = -1
  for (const [at, flow] of flows.entries()) {
    const { block } = flow.last
    if (block >= place || (torn && blocks[block + 1]?.kind !== 'display')) continue
    if (found < 0 || block >= (flows[found]?.last.block ?? 0)) found = at
  }
  return found
}

function captionFlow(block: Block, place: number, flows: readonly TextFlow[], rarity: Rarity): number {
  const words = weighWords(bigramsOf(textOf(block.lines)), rarity)
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [at, flow] of flows.entries()) {
    const distance =
      place < flow.first.block ? flow.first.block - place : Math.max(0, place - flow.last.block)
    const score = 3 * coverage(words, flow.words) - 0.15 * Math.min(distance, 10)
    if (score > bestScore) [best, bestScore] = [at, score]
  }
  return best
}
