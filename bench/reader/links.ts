import { arrange } from '../../src/corpus/arrangement/arrange.ts'
import { toPageParts } from '../../src/corpus/arrangement/assemble.ts'
import { linkFeatures } from '../../src/corpus/arrangement/link-features.ts'
import type { Trees } from '../../src/corpus/arrangement/link-trees.ts'
import { decidedCandidates } from '../../src/corpus/arrangement/second-opinion.ts'
import { toBlocks } from '../../src/corpus/layout/block.ts'
import { toGroups } from '../../src/corpus/layout/group.ts'
import { toLines } from '../../src/corpus/layout/line.ts'
import { cutPageSegments } from '../../src/corpus/layout/page-segment.ts'
import { fitTrees } from '../boosting.ts'
import type { Example } from '../logistic.ts'
import { type GoldPage, type PageSet, readSets } from './sets.ts'

/** Pages of each form that are set here to learn from. */
const SET_HERE = 150
/** Trees that leave every link as it was decided. */
export const NO_TREES: Trees = new Float32Array()
/** Characters looked for, the longest first: fewer where the extraction changed some. */
const LENGTHS = [24, 14, 8]
/** In characters: signatures and captions at an end. */
const SLACK = 2

/** A continuation candidate of a page, and whether the arrangement took it up without trees. */
export interface Link extends Example {
  readonly wasChosen: boolean
}

/** The links of every set of the measuring data, by name of the set, and what fits trees on them. */
export interface LinkData {
  readonly sources: readonly string[]
  readonly links: ReadonlyMap<string, readonly Link[]>
  /** Trees that never saw a source; of all sources without one. The same pages always give the same trees. */
  readonly treesWithout: (source?: string) => Trees
}

/** Reads the links of every set in a folder of measuring data, more of the pages set here than are measured. */
export function readLinks(folder: string): LinkData {
  const sets = readSets(folder, 1, SET_HERE)
  const sources = [...new Set(sets.map(({ source }) => source))]
  const links = new Map(sets.map((set) => [set.name, linksOf(set, sources.indexOf(set.source))]))
  const all = [...links.values()].flat()
  return {
    sources,
    links,
    treesWithout: (source = '') => fitTrees(all.filter((it) => it.source !== sources.indexOf(source))),
  }
}

const linksOf = ({ pages }: PageSet, source: number): readonly Link[] =>
  pages.flatMap((page) => linksOfPage(page, source))

function linksOfPage({ text, gold }: GoldPage, source: number): Link[] {
  const bodies = gold.map(({ paragraphs }) => letters(paragraphs.join('')))
  return cutPageSegments(toLines(text)).flatMap((lines) => {
    const parts = toPageParts(toBlocks(toGroups(lines)))
    const arrangement = arrange(parts, NO_TREES)
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

/** Where the start (1) or the end (−1) of a text stands, if it stands in one body only. */
function placeOf(bodies: readonly string[], text: string, side: 1 | -1) {
  for (const length of LENGTHS) {
    const sought = side > 0 ? text.slice(0, length) : text.slice(-length)
    const held = bodies.flatMap((body, index) => {
      const at = side > 0 ? body.indexOf(sought) : body.lastIndexOf(sought)
      return at < 0 ? [] : [{ body: index, at: side > 0 ? at : at + sought.length }]
    })
    if (held.length === 1) return held[0]
    if (held.length > 0 && text.length <= length) return undefined
  }
  return undefined
}

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
