/**
 * Fits how sure the reader is of its articles: `node --import tsx bench/reader-confidence.ts FOLDER`, a folder of
 * measuring data. They are fitted on the articles of every reading of a page (readings.ts), by trees of links that never saw
 * its source. Prints, with each source left out of the fit, what the best of the readings is that the chances choose, and
 * what they are worth of its articles; and the weights fitted on all (confidence-weights.ts).
 */

import type { ReaderTrees } from '../src/corpus/arrangement/reader-trees.ts'
import { CAUTION, DOUBTS, doubtsOf } from '../src/corpus/articles/confidence.ts'
import type { ReadArticle } from '../src/corpus/articles/read-drafts.ts'
import { bestOf, type Reading, readingsOf } from '../src/corpus/articles/readings.ts'
import { type Line, toLines } from '../src/corpus/layout/line.ts'
import { cutPageSegments } from '../src/corpus/layout/page-segment.ts'
import { chanceOf, type Example, fit } from './logistic.ts'
import { readLinks } from './reader/links.ts'
import { type PageSet, readSets } from './reader/sets.ts'
import { type GoldArticle, matchArticles } from './reader-score.ts'

/** An article that was read, and whether it was right. */
interface Judged {
  readonly source: number
  readonly values: readonly number[]
  readonly isFound: boolean
  readonly isHeadline: boolean
}

/** A page in all its readings, segment by segment. */
interface ReadPage {
  readonly set: string
  readonly source: number
  readonly gold: readonly GoldArticle[]
  readonly segments: readonly { readonly lines: readonly Line[]; readonly readings: readonly Reading[] }[]
}

const RIDGE = 0.0006
const SURE = 0.9

/** By set, what the best readings hold. */
const totals = new Map<string, { hits: number; headlines: number; gold: number; found: number }>()

const [folder = ''] = process.argv.slice(2)
const { sources, treesWithout } = readLinks(folder)
const pages = sources.flatMap((name, source) => {
  const trees = treesWithout(name)
  return readSets(folder)
    .filter((set) => set.source === name)
    .flatMap((set) => readAll(set, source, trees))
})
const judged = pages.flatMap(({ gold, source, segments }) =>
  segments[0] === undefined
    ? []
    : segments[0].readings.flatMap((_, at) =>
        judge(
          segments.flatMap(({ readings }) => readings[at]?.articles ?? []),
          gold,
          source,
        ),
      ),
)

console.log(
  '| source left out | articles | right | said to be ≥ .9 sure | of these right | borders of these right | borders ≥ .9 | of these right |',
)
console.log('|---|--:|--:|--:|--:|--:|--:|--:|')
const told = sources.flatMap((name, source) => {
  const others = judged.filter((it) => it.source !== source)
  const weights = fitBoth(sources.length > 1 ? others : judged)
  const chances = pages
    .filter((it) => it.source === source)
    .flatMap((page) => {
      const best = bestArticles(page, weights)
      count(page, best)
      return judge(best, page.gold, source).map((it) => Object.assign(it, chancesOf(it.values, weights)))
    })
  printRow(name, chances)
  return chances
})
printRow('all', told)
console.log('\n| said to be | articles | right |\n|---|--:|--:|')
for (let from = 0; from < 0.95; from += 0.1) {
  const some = told.filter(({ both }) => both >= from && both < from + 0.1)
  console.log(`| ${from.toFixed(1)}–${(from + 0.1).toFixed(1)} | ${some.length} | ${share(some, isRight)} |`)
}
console.log('\n| set | article F1 | headline exact |\n|---|--:|--:|')
for (const [set, { hits, headlines, gold, found }] of totals)
  console.log(`| ${set} | ${((2 * hits) / (gold + found)).toFixed(3)} | ${(headlines / gold).toFixed(3)} |`)
const final = fitBoth(judged)
for (const key of ['borders', 'headline'] as const)
  console.log(
    `${key}: { bias: ${round(final[key][0])}, ${DOUBTS.map((name, at) => `${name}: ${round(final[key][at + 1])}`).join(', ')} },`,
  )

function readAll({ name, pages: own }: PageSet, source: number, trees: ReaderTrees): ReadPage[] {
  return own.map(({ text, gold }) => ({
    set: name,
    source,
    gold,
    segments: cutPageSegments(toLines(text)).map((lines) => ({
      lines,
      readings: readingsOf(lines, trees).map((read) => read()),
    })),
  }))
}

function judge(articles: readonly ReadArticle[], gold: readonly GoldArticle[], source: number): Judged[] {
  const matches = new Map(
    matchArticles(
      gold,
      articles.map(({ text }) => text),
    ).map((it) => [it.found, it]),
  )
  return articles.flatMap(({ draft, text, neighbours }): Judged[] => {
    const doubts = doubtsOf(draft, text, neighbours)
    if (!doubts) return []
    const { isFound = false, isHeadline = false } = matches.get(text) ?? {}
    return [{ source, values: [1, ...DOUBTS.map((key) => doubts[key])], isFound, isHeadline }]
  })
}

type Weights = Readonly<Record<'borders' | 'headline', readonly number[]>>

/** What the reader would keep of all readings, were these its weights. */
function bestArticles({ segments }: ReadPage, weights: Weights): readonly ReadArticle[] {
  return segments.flatMap(({ lines, readings }) => {
    const [first = EMPTY, ...others] = readings.map((reading) => () => toldBy(reading, weights))
    return bestOf([first, ...others], lines).articles
  })
}

const EMPTY = (): Reading => ({ articles: [], leftovers: [] })

function toldBy({ articles, leftovers }: Reading, weights: Weights): Reading {
  const told = articles.map(({ draft, text, neighbours }): ReadArticle => {
    const doubts = doubtsOf(draft, text, neighbours)
    if (!doubts) return { draft, text }
    const { borders } = chancesOf([1, ...DOUBTS.map((key) => doubts[key])], weights)
    return {
      draft,
      text: { ...text, confidence: { borders, headline: 1 } },
      ...(neighbours && { neighbours }),
    }
  })
  return { articles: told, leftovers }
}

function chancesOf(values: readonly number[], weights: Weights) {
  const borders = chanceOf(values, cautious(weights.borders))
  return { borders, both: borders * chanceOf(values, cautious(weights.headline)) }
}

function count({ set, gold }: ReadPage, articles: readonly ReadArticle[]): void {
  const own = totals.get(set) ?? { hits: 0, headlines: 0, gold: 0, found: 0 }
  totals.set(set, own)
  const matches = matchArticles(
    gold,
    articles.map(({ text }) => text),
  )
  own.hits += matches.filter(({ isFound }) => isFound).length
  own.headlines += matches.filter(({ isHeadline }) => isHeadline).length
  own.gold += gold.length
  own.found += articles.length
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
