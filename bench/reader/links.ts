import { arrange } from '../../src/corpus/arrangement/arrange.ts'
import { toPageParts } from '../../src/corpus/arrangement/assemble.ts'
import { linkFeatures } from '../../src/corpus/arrangement/link-features.ts'
import type { Trees } from '../../src/corpus/arrangement/link-trees.ts'
import type { ReaderTrees } from '../../src/corpus/arrangement/reader-trees.ts'
import { decidedCandidates } from '../../src/corpus/arrangement/second-opinion.ts'
import { toBlocks } from '../../src/corpus/layout/block.ts'
import { toGroups } from '../../src/corpus/layout/group.ts'
import { toLines } from '../../src/corpus/layout/line.ts'
import { cutPageSegments } from '../../src/corpus/layout/page-segment.ts'
import { fitTrees } from '../boosting.ts'
import type { Example } from '../logistic.ts'
import { joinsOfPage } from './joins.ts'
import { letters, placeOf, SLACK } from './places.ts'
import { type GoldPage, type PageSet, readSets } from './sets.ts'

/** Pages of each form that are set here to learn from. */
const SET_HERE = 80
/** Sets that are measured and not learnt from: with it trees were no better on any other set, and on one they were worse. */
const MEASURED_ONLY = new Set(['modular, layout'])
/** Trees that leave every link as it was decided. */
export const NO_TREES: ReaderTrees = { joins: new Float32Array(), links: new Float32Array() }
/** A continuation candidate of a page, and whether the arrangement took it up without trees. */
export interface Link extends Example {
  readonly wasChosen: boolean
}

/** The links of every set of the measuring data, by name of the set, and what fits trees on them. */
interface LinkData {
  readonly sources: readonly string[]
  readonly links: ReadonlyMap<string, readonly Link[]>
  /** Trees that never saw a source; of all sources without one. The same pages always give the same trees. */
  readonly treesWithout: (source?: string) => ReaderTrees
}

/**
 * Reads the links of every set in a folder of measuring data, more of the pages set here than are measured; the text
 * flows of each source are made by trees that never saw it.
 */
export function readLinks(folder: string): LinkData {
  const sets = readSets(folder, 1, SET_HERE)
  const sources = [...new Set(sets.map(({ source }) => source))]
  const taught = sets.filter(({ name }) => !MEASURED_ONLY.has(name))
  const joins = taught.flatMap(({ source, pages }) =>
    pages.flatMap((page) => joinsOfPage(page, sources.indexOf(source))),
  )
  const fitWithout = (examples: readonly Example[], source: string): Trees =>
    fitTrees(examples.filter((it) => it.source !== sources.indexOf(source)))
  const links = new Map<string, readonly Link[]>()
  for (const name of sources) {
    const trees = fitWithout(joins, name)
    for (const set of sets.filter(({ source }) => source === name))
      links.set(set.name, linksOf(set, sources.indexOf(name), trees))
  }
  const all = taught.flatMap(({ name }) => links.get(name) ?? [])
  return {
    sources,
    links,
    treesWithout: (source = '') => ({ joins: fitWithout(joins, source), links: fitWithout(all, source) }),
  }
}

const linksOf = ({ pages }: PageSet, source: number, joins: Trees): readonly Link[] =>
  pages.flatMap((page) => linksOfPage(page, source, joins))

function linksOfPage({ text, gold }: GoldPage, source: number, joins: Trees): Link[] {
  const bodies = gold.map(({ paragraphs }) => letters(paragraphs.join('')))
  return cutPageSegments(toLines(text)).flatMap((lines) => {
    const parts = toPageParts(toBlocks(toGroups(lines)), undefined, joins)
    const arrangement = arrange(parts, NO_TREES.links)
    const { candidates, margins } = arrangement
    const decided = decidedCandidates(candidates, margins)
    const features = linkFeatures(parts, decided, arrangement)
    const starts = parts.flows.map((flow) => placeOf(bodies, letters(flow.text), 1))
    const ends = parts.flows.map((flow) => placeOf(bodies, letters(flow.text), -1))
    return decided.flatMap(({ from, to, isChosen }, at): Link[] => {
      const [end, start] = [ends[from], starts[to]]
      if (!end || !start) return []
      const is = end.body === start.body && start.at >= end.at - SLACK
      return [{ source, is, wasChosen: isChosen, values: features[at] ?? [] }]
    })
  })
}
