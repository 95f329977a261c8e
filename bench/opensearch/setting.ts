import { setTimeout as sleep } from 'node:timers/promises'
import { firstOfNewest } from '../../src/app/follow-index.ts'
import { type Article, createArticleId } from '../../src/domain/index.ts'
import { createTokeniser, openSegmenter } from '../../src/language/index.ts'
import {
  createSearch,
  type OpenSearch,
  openOpenSearch,
  type SearchEngine,
  SearchServerError,
} from '../../src/search/index.ts'
import { archiveOf } from '../../test/support/seed-articles.ts'
import { createChance } from '../search/chance.ts'
import { readNewsRecords, toArticle } from '../search/news.ts'
import type { Cluster } from './cluster.ts'

/** The same articles behind a server and in memory. */
export interface Setting {
  readonly articles: readonly Article[]
  /** Empty before {@link Setting.fill}: of many articles that takes minutes. */
  readonly memory: SearchEngine
  /** Fills it, once. */
  readonly fill: () => Promise<void>
  readonly server: SearchEngine
  readonly remote: OpenSearch
  /** What the server was told of outages. */
  readonly events: readonly string[]
}

const tokeniser = createTokeniser(await openSegmenter())

/** Articles of the news; beyond those, others mixed of their headlines and paragraphs. */
export function readArticles(folder: string, count: number): readonly Article[] {
  const news = readNewsRecords(folder).slice(0, count).map(toArticle)
  const chance = createChance(18)
  const one = () => news[chance(news.length)] ?? news[0]
  return Array.from({ length: count }, (_, i) => {
    const known = news[i]
    if (known) return known
    const [a, b, c] = [one(), one(), one()]
    if (!a || !b || !c) throw new Error('there are no articles')
    const paragraphs = [...b.paragraphs.slice(0, 3), ...c.paragraphs.slice(-3)]
    const id = createArticleId({
      paper: `${i}`,
      printedDate: b.issueDate,
      headline: a.headline,
      body: paragraphs.join(''),
    })
    return { ...b, id, headline: a.headline, paragraphs }
  })
}

/** What the archive tells of its changes. */
export const changesOf = (articles: readonly Article[]) =>
  articles.map((article, i) => ({ id: article.id, revision: i + 1, article, hash: `${i}` }))

/** Opens an index of its own on the cluster, and the same in memory; the server has nothing yet. */
export async function openSetting(
  { urls }: Pick<Cluster, 'urls'>,
  articles: readonly Article[],
  index: string,
  shards: number,
): Promise<Setting> {
  const events: string[] = []
  const archive = {
    ...archiveOf(articles),
    state: async () => ({ archive: 'bench', revision: articles.length }),
    changesSince: async (revision: number, limit: number) =>
      changesOf(articles).slice(revision, revision + limit),
  }
  const memory = createSearch(tokeniser, archive)
  let filling: Promise<void> | undefined
  const fill = () => (filling ??= Promise.resolve(memory.add(articles)))
  let remote: OpenSearch | undefined
  const server = createSearch(tokeniser, archive, (counts) => {
    remote = openOpenSearch({
      urls,
      index,
      shards,
      tokeniser,
      archive,
      counts,
      events: { onDown: (reason) => events.push(`down: ${reason}`), onUp: () => events.push('up') },
      onRejected: (id, reason) => {
        throw new Error(`${id} is rejected: ${reason}`)
      },
    })
    return remote
  })
  // What the process knows of words beside a server: those of the newest articles.
  await server.add(articles.slice(firstOfNewest(articles.length, 0)))
  if (remote === undefined) throw new Error('no server was opened')
  await remote.prepare()
  return { articles, memory, fill, server, remote, events }
}

/** Writes all articles, in requests of 500. @returns seconds */
export async function writeAll({ articles, remote }: Setting): Promise<number> {
  const start = performance.now()
  const changes = changesOf(articles)
  for (let at = 0; at < changes.length; at += 500)
    await remote.apply(
      changes.slice(at, at + 500),
      Math.min(at + 500, changes.length),
      at + 500 < changes.length,
    )
  return (performance.now() - start) / 1000
}

const SETTLE_MS = 300_000

/** Waits until a server has merged what was written: that takes its time from queries. */
export async function settle({ urls }: Pick<Cluster, 'urls'>): Promise<void> {
  for (const limit = performance.now() + SETTLE_MS; performance.now() < limit; await sleep(1000)) {
    const stats: { readonly _all: { readonly total: { readonly merges: { readonly current: number } } } } =
      JSON.parse(await (await fetch(`${urls[0] ?? ''}/_stats/merge`)).text())
    if (stats._all.total.merges.current === 0) return
  }
}

/** Asks again, a few times, whatever a server that is busy refuses. @returns undefined if it refuses each time */
export async function askAgain<T>(ask: () => Promise<T>): Promise<T | undefined> {
  for (let tries = 1; ; tries++)
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof SearchServerError)) throw error
      if (tries === MOST_TRIES) return undefined
      await sleep(1000 * tries)
    }
}
const MOST_TRIES = 5

export { tokeniser }
