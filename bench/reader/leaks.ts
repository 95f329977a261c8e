import type { Article } from '../../src/domain/index.ts'
import { type GoldArticle, matchArticles } from '../reader-score.ts'

/** Characters in a row that stand in two articles of a page by chance only seldom. */
const RUN = 8

/** Runs of characters: of the bodies read, and of those printed. */
interface Leaks {
  /** That stand in another article of the gold than the one an article was matched with, and all that were found. */
  readonly foreign: number
  readonly found: number
  /** Printed ones that no article holds, and all. */
  readonly lost: number
  readonly wanted: number
}

/** How much of the articles of a page belongs to others, and how much of what was printed is in none. */
export function leaksOf(gold: readonly GoldArticle[], system: readonly Article[]): Leaks {
  const printed = gold.map((it) => runsOf(it.paragraphs.join('')))
  const matches = new Map(
    matchArticles(gold, system).map(({ found, wanted }) => [found, gold.indexOf(wanted)]),
  )
  const held = new Set<string>()
  let [foreign, found] = [0, 0]
  for (const article of system) {
    const runs = runsOf(article.paragraphs.join(''))
    const own = printed[matches.get(article) ?? mostOf(runs, printed)]
    for (const run of runs) if (!own?.has(run) && printed.some((it) => it !== own && it.has(run))) foreign++
    found += runs.size
    const { headline, kicker, deck, captions, subheads } = article
    const all = [headline, ...kicker, ...deck, ...captions, ...subheads.map(({ text }) => text)]
    for (const part of [runs, ...all.map(runsOf)]) for (const run of part) held.add(run)
  }
  const wanted = printed.reduce((sum, runs) => sum + runs.size, 0)
  const kept = printed.reduce((sum, runs) => sum + [...runs].filter((run) => held.has(run)).length, 0)
  return { foreign, found, lost: wanted - kept, wanted }
}

function runsOf(text: string): ReadonlySet<string> {
  const letters = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(
    Array.from({ length: Math.max(0, letters.length - RUN + 1) }, (_, at) => letters.slice(at, at + RUN)),
  )
}

function mostOf(runs: ReadonlySet<string>, printed: readonly ReadonlySet<string>[]): number {
  const shared = printed.map((it) => [...runs].filter((run) => it.has(run)).length)
  return shared.indexOf(Math.max(...shared))
}
