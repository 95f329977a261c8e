/**
 * Fits how sure the reader is of its articles: `node --import tsx bench/reader-confidence.ts FOLDER`, a folder of
 * measuring data. Each page is read as it is and without its blank lines, by trees of links that never saw its source.
 * Prints what the chances are worth with each source left out of the fit, and the weights fitted on all
 * (confidence-weights.ts).
 */

import { assemble } from '../src/corpus/arrangement/assemble.ts'
import type { ReaderTrees } from '../src/corpus/arrangement/reader-trees.ts'
import { readDraft } from '../src/corpus/articles/article-text.ts'
import { CAUTION, DOUBTS, doubtsOf } from '../src/corpus/articles/confidence.ts'
import { toBlocks } from '../src/corpus/layout/block.ts'
import { toGroups } from '../src/corpus/layout/group.ts'
import { toLines } from '../src/corpus/layout/line.ts'
import { cutPageSegments } from '../src/corpus/layout/page-segment.ts'
import { chanceOf, type Example, fit } from './logistic.ts'
import { readLinks } from './reader/links.ts'
import { type PageSet, readSets } from './reader/sets.ts'
import { matchArticles } from './reader-score.ts'

/** An article that was read, and whether it was right. */
interface Judged {
  readonly source: number
  readonly values: readonly number[]
  readonly isFound: boolean
  readonly isHeadline: boolean
}

const RIDGE = 0.0006
const SURE = 0.9

const [folder = ''] = process.argv.slice(2)
const { sources, treesWithout } = readLinks(folder)
// Without its blank lines each page is read anyway.
const sets = readSets(folder).filter(({ name }) => !name.endsWith('no blank lines'))
const judged = sources.flatMap((name, source) => {
  const trees = treesWithout(name)
  return sets.filter((it) => it.source === name).flatMap((set) => judgeSet(set, source, trees))
})

console.log(
  '| source left out | articles | right | said to be ≥ .9 sure | of these right | borders of these right | borders ≥ .9 | of these right |',
)
console.log('|---|--:|--:|--:|--:|--:|--:|--:|')
const told = sources.flatMap((name, source) => {
  const own = judged.filter((it) => it.source === source)
  const others = judged.filter((it) => it.source !== source)
  const weights = fitBoth(sources.length > 1 ? others : own)
  const chances = own.map((it) => {
    const borders = chanceOf(it.values, cautious(weights.borders))
    return Object.assign({ borders, both: borders * chanceOf(it.values, cautious(weights.headline)) }, it)
  })
  printRow(name, chances)
  return chances
})
printRow('all', told)
console.log('\n| said to be | articles | right |\n|---|--:|--:|')
for (let from = 0; from < 1; from += 0.1) {
  const some = told.filter(({ both }) => both >= from && both < from + 0.1)
  console.log(`| ${from.toFixed(1)}–${(from + 0.1).toFixed(1)} | ${some.length} | ${share(some, isRight)} |`)
}
const final = fitBoth(judged)
for (const key of ['borders', 'headline'] as const)
  console.log(
    `${key}: { bias: ${round(final[key][0])}, ${DOUBTS.map((name, at) => `${name}: ${round(final[key][at + 1])}`).join(', ')} },`,
  )

function judgeSet({ pages }: PageSet, source: number, trees: ReaderTrees): Judged[] {
  return pages.flatMap(({ text, gold }) =>
    [text, text.replace(/\n(?:\s*\n)+/gu, '\n')].flatMap((form) => {
      const read = cutPageSegments(toLines(form))
        .flatMap((lines) => assemble(toBlocks(toGroups(lines)), trees).drafts)
        .map((draft) => Object.assign({ draft }, readDraft(draft)))
      const matches = new Map(matchArticles(gold, read).map((it) => [it.found, it]))
      return read.flatMap((article): Judged[] => {
        const doubts = doubtsOf(article.draft, article)
        if (!doubts) return []
        const { isFound = false, isHeadline = false } = matches.get(article) ?? {}
        return [{ source, values: [1, ...DOUBTS.map((key) => doubts[key])], isFound, isHeadline }]
      })
    }),
  )
}

function fitBoth(articles: readonly Judged[]) {
  const found = articles.map(({ source, values, isFound }): Example => ({ source, values, is: isFound }))
  const headed = articles
    .filter(({ isFound }) => isFound)
    .map(({ source, values, isHeadline }): Example => ({ source, values, is: isHeadline }))
  return { borders: fit(found, RIDGE), headline: fit(headed, RIDGE) }
}

function cautious([bias = 0, ...others]: readonly number[]): readonly number[] {
  return [bias - CAUTION, ...others]
}

function printRow(
  name: string,
  articles: readonly (Judged & { readonly borders: number; readonly both: number })[],
) {
  const sure = articles.filter(({ both }) => both >= SURE)
  const sureBorders = articles.filter(({ borders }) => borders >= SURE)
  console.log(
    `| ${name} | ${articles.length} | ${share(articles, isRight)} | ${sure.length} | ${share(sure, isRight)} | ${share(sure, (it) => it.isFound)} | ${sureBorders.length} | ${share(sureBorders, (it) => it.isFound)} |`,
  )
}

function isRight({ isFound, isHeadline }: Judged): boolean {
  return isFound && isHeadline
}

function share<T>(items: readonly T[], is: (item: T) => boolean): string {
  return items.length === 0 ? '–' : (items.filter(is).length / items.length).toFixed(3)
}

function round(weight = 0): string {
  return weight.toFixed(2)
}
