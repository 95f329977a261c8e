import type { ContinuationCandidate, PageSegment } from './continuation-candidate.ts'
import type { TextFlow } from './text-flow.ts'
import type { TitleBlock } from './title-block.ts'

/** Log-odds that a displaced part belongs where it is missed. */
const MISSED = 3

/**
 * Successions against the order of the file: a section whose title is left over stands first in the file; an
 * introduction that an article with titled sections lacks stands behind its headline.
 */
export function displacedOf(page: PageSegment): readonly ContinuationCandidate[] {
  return [...displacedSections(page), ...displacedIntroductions(page)]
}

/** Where two titles of one series stand with no text between, the section of one stands where no title is: first. */
function displacedSections({ flows, titleBlocks }: PageSegment): ContinuationCandidate[] {
  const to = flows.findIndex((flow) => titleBlocks.every(({ place }) => place > flow.first.block))
  if (flows[to]?.opens !== false) return []
  return titleBlocks.flatMap((titleBlock, at) => {
    const next = titleBlocks[at + 1]
    if (
      titleBlock.series === undefined ||
      next?.series !== titleBlock.series ||
      next.place !== titleBlock.place + 1
    )
      return []
    const from = flows.findIndex((flow) => flow.last.block === titleBlock.place - 1)
    return from < 0 || from === to ? [] : [{ from, to, score: MISSED, subheads: [at, at + 1] }]
  })
}

/** Titles of sections wrap over as many lines as each other. */
const SECTIONS = 3

/** One block of text right behind the titles that follow an article whose first words are the title of a section. */
function displacedIntroductions({ flows, titleBlocks, blocks }: PageSegment): ContinuationCandidate[] {
  return flows.flatMap((flow, from) => {
    const { block } = flow.first
    const next = flows.find((it) => it.first.block === block + 1)
    const isAlone = flow.last.block === block && (next === undefined || next.opens)
    if (flow.opens || !isAlone || blocks[block - 1]?.kind !== 'display') return []
    let end = block - 1
    while (blocks[end]?.kind === 'display') end--
    if (blocks[end]?.kind !== 'byline') return []
    const at = firstSectionTitle(titleBlocks, flows, end)
    const to = flows.findIndex((it) => it.first.block === (titleBlocks[at ?? -1]?.place ?? -2) + 1)
    return at === undefined || to < 0 ? [] : [{ from, to, score: MISSED, subheads: [at] }]
  })
}

/** The first of the alike titles whose sections end at a place, if there are enough of them. */
function firstSectionTitle(
  titleBlocks: readonly TitleBlock[],
  flows: readonly TextFlow[],
  end: number,
): number | undefined {
  const last = titleBlocks.findLastIndex(({ place }) => place < end)
  const size = titleBlocks[last]?.block.lines.length ?? 0
  if (size < 2) return undefined
  let first = last
  while (first > 0 && titleBlocks[first - 1]?.block.lines.length === size) first--
  const from = titleBlocks[first]?.place ?? 0
  const isOneArticle = !flows.some((flow) => flow.opens && flow.first.block > from && flow.first.block < end)
  return isOneArticle && last - first + 1 >= SECTIONS ? first : undefined
}
