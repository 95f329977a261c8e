import { toFragments } from '../../src/corpus/arrangement/fragment.ts'
import { joinFeatures } from '../../src/corpus/arrangement/join-features.ts'
import { linkFragments } from '../../src/corpus/arrangement/link-fragments.ts'
import { goesOnIn } from '../../src/corpus/arrangement/text-flow.ts'
import { joinsOf } from '../../src/corpus/arrangement/wrong-joins.ts'
import { toBlocks } from '../../src/corpus/layout/block.ts'
import { textOf, toGroups } from '../../src/corpus/layout/group.ts'
import { toLines } from '../../src/corpus/layout/line.ts'
import { cutPageSegments } from '../../src/corpus/layout/page-segment.ts'
import { rarityOf } from '../../src/corpus/wording/bigrams.ts'
import type { Example } from '../logistic.ts'
import { letters, placeOf, SLACK } from './places.ts'
import type { GoldPage } from './sets.ts'

/** The joins of a page that the gold knows both sides of, as it is and without its blank lines. */
export function joinsOfPage({ text, gold }: GoldPage, source: number): Example[] {
  const bodies = gold.map(({ paragraphs }) => letters(paragraphs.join('')))
  const forms = new Set([text, text.replace(/\n(?:\s*\n)+/gu, '\n')])
  return [...forms].flatMap((form) =>
    cutPageSegments(toLines(form)).flatMap((lines) => {
      const blocks = toBlocks(toGroups(lines))
      const fragments = toFragments(blocks)
      const links = linkFragments(fragments, rarityOf(fragments.map(({ words }) => words)))
      const joins = joinsOf(goesOnIn(fragments, links), links)
      const features = joinFeatures(fragments, blocks, joins)
      const side = (at: number, end: 1 | -1) =>
        placeOf(bodies, letters(textOf(fragments[at]?.lines ?? [])), end)
      return joins.flatMap(({ at }, index): Example[] => {
        const [end, start] = [side(at, -1), side(at + 1, 1)]
        if (!end || !start) return []
        const is = end.body === start.body && start.at >= end.at - SLACK
        return [{ source, is, values: features[index] ?? [] }]
      })
    }),
  )
}
