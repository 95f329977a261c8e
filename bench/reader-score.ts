import { bestAssignment } from '../src/corpus/arrangement/assignment.ts'
import type { Article } from '../src/domain/index.ts'

/** An article of the gold, as far as it is scored. */
export interface GoldArticle {
  readonly headline: string
  readonly byline: readonly string[]
  readonly paragraphs: readonly string[]
}

/** How one page was read. */
export interface PageScore {
  readonly file: string
  readonly gold: number
  readonly system: number
  readonly hits: number
  readonly headlines: number
  readonly bylines: number
  readonly f1: number
  readonly boundaries: { readonly right: number; readonly found: number; readonly wanted: number }
  /** Headlines of the gold articles whose body was not found. */
  readonly missed: readonly string[]
}

/** A body counts as found from this F1 of its characters' pairs on. */
const FOUND = 0.9

type Ranges = readonly (number | readonly number[])[]
interface GoldFile {
  readonly articles: readonly {
    readonly headline?: string
    readonly byline?: string | null
    readonly paragraphs_text?: readonly string[]
    readonly paragraph_lines?: readonly Ranges[]
  }[]
}

/** Reads a gold file; where it holds numbers of lines, `text` is the page that they are of. */
export function parseGold(json: string, text: string): readonly GoldArticle[] {
  const { articles } = JSON.parse(json) as GoldFile // oxlint-disable-line typescript/no-unsafe-type-assertion -- our own fixtures
  const lines = text.split('\n')
  return articles.map((article) => ({
    headline: article.headline ?? '',
    byline: (article.byline ?? '').split(/\s+/u).filter(Boolean),
    paragraphs:
      article.paragraphs_text ??
      (article.paragraph_lines ?? []).map((ranges) =>
        numbers(ranges)
          .map((line) => lines[line - 1])
          .join(''),
      ),
  }))
}

const numbers = (ranges: Ranges): number[] =>
  ranges.flatMap((range) => {
    const [from = 0, to = from] = typeof range === 'number' ? [range, range] : range
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })

/** An article of the gold and the one of the page that is most like it. */
export interface MatchedArticle<Found> {
  readonly wanted: GoldArticle
  readonly found: Found
  /** Of the pairs of characters of their bodies. */
  readonly f1: number
  readonly isFound: boolean
  readonly isHeadline: boolean
}

/** Pairs the articles of the gold with those of a page, each with one at most, so that they are as alike as can be. */
export function matchArticles<Found extends Pick<Article, 'headline' | 'paragraphs'>>(
  gold: readonly GoldArticle[],
  system: readonly Found[],
): readonly MatchedArticle<Found>[] {
  const table = gold.map((wanted) => system.map((found) => likeness(bodyOf(wanted), bodyOf(found))))
  return bestAssignment(table).flatMap((column, row) => {
    const [wanted, found] = [gold[row], system[column ?? -1]]
    if (!wanted || !found) return []
    const f1 = table[row]?.[column ?? -1] ?? 0
    const isHeadline = letters(wanted.headline) === letters(found.headline)
    return [{ wanted, found, f1, isFound: f1 >= FOUND, isHeadline }]
  })
}

/** Scores the articles of a page against the gold. */
export function scorePage(file: string, gold: readonly GoldArticle[], system: readonly Article[]): PageScore {
  const pairs = matchArticles(gold, system)
  const hits = pairs.filter(({ isFound }) => isFound)
  const isHit = new Set(hits.map(({ wanted }) => wanted))
  const boundaries = pairs.map(({ wanted, found }) => {
    const [starts, others] = [startsOf(wanted), startsOf(found)]
    return {
      right: starts.filter((it) => others.includes(it)).length,
      found: others.length,
      wanted: starts.length,
    }
  })
  const sum = (key: 'right' | 'found' | 'wanted') => boundaries.reduce((all, it) => all + it[key], 0)
  return {
    file,
    gold: gold.length,
    system: system.length,
    hits: hits.length,
    headlines: pairs.filter(({ isHeadline }) => isHeadline).length,
    bylines: pairs.filter(({ wanted, found }) => sameNames(wanted.byline, found.byline)).length,
    f1: (2 * hits.length) / Math.max(1, gold.length + system.length),
    boundaries: { right: sum('right'), found: sum('found'), wanted: sum('wanted') },
    missed: gold.filter((it) => !isHit.has(it)).map(({ headline }) => headline),
  }
}

/** The figures of many pages: shares, 0 to 1. */
export function total(scores: readonly PageScore[]) {
  const sum = (of: (score: PageScore) => number) => scores.reduce((all, score) => all + of(score), 0)
  const gold = sum((it) => it.gold)
  return {
    'article F1': (2 * sum((it) => it.hits)) / (gold + sum((it) => it.system)),
    'headline exact': sum((it) => it.headlines) / gold,
    byline: sum((it) => it.bylines) / gold,
    'paragraph F1':
      (2 * sum((it) => it.boundaries.right)) /
      (sum((it) => it.boundaries.found) + sum((it) => it.boundaries.wanted)),
  }
}

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

const bodyOf = ({ paragraphs }: { readonly paragraphs: readonly string[] }): string =>
  letters(paragraphs.join(''))

/** First letters of the paragraphs behind the first. */
const startsOf = ({ paragraphs }: { readonly paragraphs: readonly string[] }): string[] =>
  paragraphs.slice(1).map((paragraph) => letters(paragraph).slice(0, 6))

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join()

/** F1 of the pairs of neighbouring characters of two texts, each counted as often as it stands. */
function likeness(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < a.length; at++)
    counts.set(a.slice(at, at + 2), (counts.get(a.slice(at, at + 2)) ?? 0) + 1)
  let shared = 0
  for (let at = 0; at + 1 < b.length; at++) {
    const left = counts.get(b.slice(at, at + 2)) ?? 0
    if (left > 0) shared++
    if (left > 0) counts.set(b.slice(at, at + 2), left - 1)
  }
  return (2 * shared) / Math.max(1, a.length + b.length - 2)
}
