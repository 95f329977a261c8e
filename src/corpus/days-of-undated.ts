import type { Article } from '../domain/index.ts'
import { bodyLetters, hashRuns } from './article-letters.ts'
import type { Page } from './articles/page.ts'

/** Letters in a row. */
const RUN = 8
/** One run of so many is compared: by its hash, so that the same ones are taken from the same text wherever it stands. */
const ONE_OF = 16
/** So much of what is compared of an article stands on its day: 3 % of wrong characters break a fifth of the runs. */
const SHARE = 0.4

/**
 * On which days the text of pages without a day may stand too: those that hold an article of theirs, by a sample of its
 * runs of letters (Broder 1997). Whether they do is for a closer look to tell.
 */
export function daysOfUndated(pages: readonly Page[]): ReadonlyMap<Page, ReadonlySet<string>> {
  const days = new Map<Page, Set<string>>()
  const sampled = pages
    .filter(({ date }) => date === undefined)
    .flatMap((page) => page.articles.map((article) => ({ page, sample: sampleOf(article) })))
    .filter(({ sample }) => sample.size > 0)
  if (sampled.length === 0) return days
  const daysOfRun = new Map<number, Set<string>>(
    sampled.flatMap(({ sample }) => [...sample].map((run) => [run, new Set<string>()] as const)),
  )
  for (const { date, articles } of pages) {
    if (date === undefined) continue
    for (const article of articles) for (const run of sampleOf(article)) daysOfRun.get(run)?.add(date)
  }
  for (const { page, sample } of sampled) {
    const counts = new Map<string, number>()
    for (const run of sample)
      for (const day of daysOfRun.get(run) ?? []) counts.set(day, (counts.get(day) ?? 0) + 1)
    for (const [day, count] of counts)
      if (count >= sample.size * SHARE) days.set(page, (days.get(page) ?? new Set()).add(day))
  }
  return days
}

function sampleOf(article: Article): ReadonlySet<number> {
  // The low bits of the hash alone are not spread evenly enough.
  const isTaken = (run: number) => ((run ^ (run >>> 16)) >>> 0) % ONE_OF === 0
  return new Set(hashRuns(bodyLetters(article), RUN).filter(isTaken))
}
