import type { Head } from './head.ts'
import type { Run } from './run.ts'
import type { Succession, Surroundings } from './succession.ts'

/** Log-odds that a displaced part belongs where it is missed. */
const MISSED = 3

/**
 * Successions against the order of the file: a section whose title is left over stands first in the file; an
 * introduction that an article with titled sections lacks stands behind its headline.
 */
export function displacedOf(page: Surroundings): readonly Succession[] {
  return [...displacedSections(page), ...displacedIntroductions(page)]
}

/** Where two titles of one series stand with no text between, the section of one stands where no title is: first. */
function displacedSections({ runs, heads }: Surroundings): Succession[] {
  const to = runs.findIndex((run) => heads.every(({ place }) => place > run.first.block))
  if (runs[to]?.opens !== false) return []
  return heads.flatMap((head, at) => {
    const next = heads[at + 1]
    if (head.series === undefined || next?.series !== head.series || next.place !== head.place + 1) return []
    const from = runs.findIndex((run) => run.last.block === head.place - 1)
    return from < 0 || from === to ? [] : [{ from, to, score: MISSED, subheads: [at, at + 1] }]
  })
}

/** Titles of sections wrap over as many lines as each other. */
const SECTIONS = 3

/** One block of text right behind the titles that follow an article whose first words are the title of a section. */
function displacedIntroductions({ runs, heads, blocks }: Surroundings): Succession[] {
  return runs.flatMap((run, from) => {
    const { block } = run.first
    const next = runs.find((it) => it.first.block === block + 1)
    const isAlone = run.last.block === block && (next === undefined || next.opens)
    if (run.opens || !isAlone || blocks[block - 1]?.kind !== 'display') return []
    let end = block - 1
    while (blocks[end]?.kind === 'display') end--
    if (blocks[end]?.kind !== 'byline') return []
    const at = firstSectionTitle(heads, runs, end)
    const to = runs.findIndex((it) => it.first.block === (heads[at ?? -1]?.place ?? -2) + 1)
    return at === undefined || to < 0 ? [] : [{ from, to, score: MISSED, subheads: [at] }]
  })
}

/** The first of the alike titles whose sections end at a place, if there are enough of them. */
function firstSectionTitle(heads: readonly Head[], runs: readonly Run[], end: number): number | undefined {
  const last = heads.findLastIndex(({ place }) => place < end)
  const size = heads[last]?.block.lines.length ?? 0
  if (size < 2) return undefined
  let first = last
  while (first > 0 && heads[first - 1]?.block.lines.length === size) first--
  const from = heads[first]?.place ?? 0
  const isOneArticle = !runs.some((run) => run.opens && run.first.block > from && run.first.block < end)
  return isOneArticle && last - first + 1 >= SECTIONS ? first : undefined
}
