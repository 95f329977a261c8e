import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { composeDigest } from '../src/digest/index.ts'
import type { Article } from '../src/domain/index.ts'
import { type NewsRecord, toArticle } from './search/news.ts'

/** Days of news, the articles of each in the order that its editors gave them; days of ten or fewer are left out. */
export function readDays(folder: string): Days {
  const linesOf = <T>(file: string): T[] =>
    gunzipSync(readFileSync(join(folder, file)))
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): T => JSON.parse(line))
  const byId = new Map(
    linesOf<NewsRecord>('articles-2022-2024.jsonl.gz').map((record) => [record.id, toArticle(record)]),
  )
  return linesOf<{ readonly ids: readonly string[] }>('digest-2022-2024.jsonl.gz')
    .map(({ ids }) => ids.flatMap((id) => byId.get(id) ?? []))
    .filter((it) => it.length > 10)
}

/** The weights are fitted on the even months; the odd ones are left out. */
export const isFitted = ([first]: readonly Article[]): boolean =>
  Number(first?.issueDate?.slice(5, 7)) % 2 === 0

/** Stories of a digest, and how many of the editors' first are looked for in them. */
const STORIES = 12
const TEN = 10
const FIVE = 5

export type Days = readonly (readonly Article[])[]
/** The articles of a day, given by id, as a digest would rank them. */
export type Rank = (articles: readonly Article[]) => readonly Article[]

/** How far a ranking agrees with the editors: of their first ten, of their first five, and of their lead; 0 to 1. */
export function agreement(some: Days, rank: Rank): readonly [ten: number, five: number, lead: number] {
  const sums = { ten: 0, five: 0, lead: 0 }
  for (const ordered of some) {
    const ranked = rank(ordered.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    const among = (first: number, of: number) => {
      const ours = new Set(ranked.slice(0, of))
      return ordered.slice(0, first).filter((it) => ours.has(it)).length / first
    }
    sums.ten += among(TEN, STORIES)
    sums.five += among(FIVE, FIVE)
    sums.lead += among(1, 1)
  }
  return [sums.ten / some.length, sums.five / some.length, sums.lead / some.length]
}

/** As digests are made. */
export const composed: Rank = (articles) => {
  const known = new Map(articles.map((it) => [it.id, it]))
  const { sections } = composeDigest(articles)
  return sections.flatMap(({ stories }) => stories.flatMap(({ id }) => known.get(id) ?? []))
}
