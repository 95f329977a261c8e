import { arrange } from '../../src/corpus/arrangement/arrange.ts'
import { toPageParts } from '../../src/corpus/arrangement/assemble.ts'
import { flowPairs } from '../../src/corpus/arrangement/pair-features.ts'
import type { ReaderTrees } from '../../src/corpus/arrangement/reader-trees.ts'
import { toBlocks } from '../../src/corpus/layout/block.ts'
import { groupInOrder } from '../../src/corpus/layout/group.ts'
import { untangle } from '../../src/corpus/layout/interleaved.ts'
import { toLines } from '../../src/corpus/layout/line.ts'
import { cutPageSegments } from '../../src/corpus/layout/page-segment.ts'
import type { Example } from '../logistic.ts'
import { letters, placeOf } from './places.ts'
import type { GoldPage } from './sets.ts'

/** Of pairs farther apart in one article than this, one in four is kept: long articles would be most of all pairs. */
const FAR = 2
const KEPT = 4

/** The pairs of text flows of a page of which each is of one article of the gold, as an arrangement by these trees sees them. */
export function pairsOfPage(
  { text, gold }: GoldPage,
  source: number,
  trees: Pick<ReaderTrees, 'joins' | 'links'>,
): Example[] {
  const bodies = gold.map(({ paragraphs }) => letters(paragraphs.join('')))
  return cutPageSegments(toLines(text)).flatMap((lines) => {
    const parts = toPageParts(toBlocks(groupInOrder(untangle(lines))), undefined, trees.joins)
    const owners = parts.flows.map((flow) => {
      const [start, end] = [placeOf(bodies, letters(flow.text), 1), placeOf(bodies, letters(flow.text), -1)]
      return start && start.body === end?.body ? start.body : undefined
    })
    return flowPairs(parts, arrange(parts, trees.links)).flatMap(
      ({ a, b, isTogether, values }): Example[] => {
        const [own, other] = [owners[a], owners[b]]
        if (own === undefined || other === undefined) return []
        if (isTogether && b - a > FAR && (a + b) % KEPT !== 0) return []
        return [{ source, is: own === other, values }]
      },
    )
  })
}
