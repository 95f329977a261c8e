import { toPageSegment } from '../src/corpus/arrangement/assemble.ts'
import {
  EVIDENCE,
  type Evidence,
  weighedCandidates,
} from '../src/corpus/arrangement/continuation-candidate.ts'
import { WEIGHTS } from '../src/corpus/arrangement/continuation-weights.ts'
import { toBlocks } from '../src/corpus/layout/block.ts'
import { toGroups } from '../src/corpus/layout/group.ts'
import { toLines } from '../src/corpus/layout/line.ts'
import { cutPageSegments } from '../src/corpus/layout/page-segment.ts'
import { bigramsOf } from '../src/corpus/wording/bigrams.ts'
import { type Example, fit, lossOf } from './logistic.ts'
import type { GoldPage, PageSet } from './reader/sets.ts'

/** Share of a text flow that its article must hold. */
const HELD = 0.7

/**
 * Fits the weights of continuation candidates by logistic regression, each source left out once, and prints for each
 * the log loss of the weights in use and of those fitted without it; then the weights fitted on all. The same pages
 * always give the same weights.
 */
export function fitCandidates(sets: readonly PageSet[]): void {
  const sources = [...new Set(sets.map(({ source }) => source))]
  const examples = sets.flatMap(({ pages, source }) =>
    pages.flatMap((page) => examplesOf(page, sources.indexOf(source))),
  )
  const inUse = [WEIGHTS.bias, ...EVIDENCE.map((key) => WEIGHTS[key])]
  console.log('| source left out | candidates | loss now | loss fitted without it |\n|---|--:|--:|--:|')
  for (const [source, name] of sources.entries()) {
    const [own, others] = [
      examples.filter((it) => it.source === source),
      examples.filter((it) => it.source !== source),
    ]
    const fitted = others.length > 0 ? lossOf(own, fit(others)).toFixed(3) : '–'
    console.log(`| ${name} | ${own.length} | ${lossOf(own, inUse).toFixed(3)} | ${fitted} |`)
  }
  const weights = fit(examples)
  console.log(`\nbias ${weights[0]?.toFixed(2)}`)
  for (const [at, key] of EVIDENCE.entries()) console.log(`${key} ${weights[at + 1]?.toFixed(2)}`)
}

function examplesOf({ text, gold }: GoldPage, source: number): Example[] {
  const articles = gold.map(({ paragraphs }) => bigramsOf(letters(paragraphs.join(''))))
  return cutPageSegments(toLines(text)).flatMap((lines) => {
    const segment = toPageSegment(toBlocks(toGroups(lines)))
    const owners = segment.flows.map((flow) => ownerOf(bigramsOf(letters(flow.text)), articles))
    return weighedCandidates(segment).flatMap(({ from, to, evidence }): Example[] => {
      const [left, right] = [owners[from], owners[to]]
      if (left === undefined || right === undefined) return []
      return [{ source, is: left === right, values: valuesOf(evidence) }]
    })
  })
}

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

const valuesOf = (evidence: Evidence): number[] => [1, ...EVIDENCE.map((key) => evidence[key])]

/** The article that holds most of a text flow; `undefined` if none holds enough. */
function ownerOf(flow: ReadonlySet<number>, articles: readonly ReadonlySet<number>[]): number | undefined {
  const held = articles.map(
    (words) => [...flow].filter((it) => words.has(it)).length / Math.max(1, flow.size),
  )
  const most = Math.max(0, ...held)
  return most < HELD ? undefined : held.indexOf(most)
}
