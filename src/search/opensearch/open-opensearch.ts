import { setTimeout as sleep } from 'node:timers/promises'
import type { ArchiveState } from '../../domain/index.ts'
import type { Tokeniser } from '../../language/index.ts'
import type { ArticleArchive } from '../ranking/article-archive.ts'
import type { ArticleChange, CandidateSource } from '../ranking/candidate-source.ts'
import type { TermCounts } from '../ranking/term-counts.ts'
import { readIndexRules } from '../snapshot/index-rules.ts'
import { checkServer, type ServerFacts } from './check-server.ts'
import { averagesOf, type IndexOrigin, SHAPE_VERSION } from './index-shape.ts'
import { createIndexStore, type IndexState } from './index-store.ts'
import { type MonthSums, sumMonths } from './month-sums.ts'
import { createOpenSearchSource, type OpenSearchSource } from './opensearch-source.ts'
import {
  openSearchServer,
  type ServerEvents,
  type ServerHealth,
  type ServerSettings,
  withoutSecrets,
} from './search-server.ts'
import { SearchServerError } from './server-error.ts'
import { type OnRejected, writeChanges } from './write-changes.ts'

/** Where the index is on the server, and what it is searched and written with. */
export interface OpenSearchOptions extends ServerSettings {
  /** Name of the index, which is an alias. */
  readonly index: string
  /** Of an index that is made anew. */
  readonly shards: number
  readonly tokeniser: Tokeniser
  readonly archive: ArticleArchive & {
    state(): Promise<ArchiveState>
    changesSince(revision: number, limit: number): Promise<readonly ArticleChange[]>
  }
  readonly counts: TermCounts
  readonly events: ServerEvents
  readonly onRejected: OnRejected
}

/** An index on an OpenSearch server. Nothing is asked before something is wanted of it. */
export interface OpenSearch extends OpenSearchSource {
  readonly health: ServerHealth
  /**
   * What answers, and the index behind the alias.
   * @throws {SearchServerError} if it cannot be reached, or not be used by this program or for this archive
   */
  inspect(): Promise<{ readonly facts: ServerFacts; readonly current: IndexState | undefined }>
  /** Makes the index if there is none. @returns the latest change of the archive that it has */
  prepare(): Promise<number>
  /**
   * Begins a new index beside the one that is searched, or goes on with one that was begun; whatever rules made the old one.
   */
  rebuild(): Promise<Rebuild>
  /** Number and checksum of the articles of each month. Reads them all, so it takes a while. @throws {SearchServerError} as {@link inspect}, and if there is no index */
  months(): Promise<MonthSums>
  close(): Promise<void>
}

/** A new index that is not searched yet. */
export interface Rebuild extends Pick<CandidateSource, 'apply'> {
  /** The latest change of the archive that it has. */
  readonly revision: number
  /** It is searched from the next query on, and the old one is removed. */
  finish(): Promise<void>
}

/** Articles of one request while an index is built beside the one that is searched, and the rest after it. */
const BUILD_AT_ONCE = 25
/** For each millisecond of a request. */
const REST = 2
const LONGEST_REST_MS = 2_000
/** Articles whose lengths are taken for those of all. */
const SAMPLE = 1000

/** Opens an index on a server; the client is loaded now. @throws {SearchServerError} if the CA file cannot be read */
export function openOpenSearch(options: OpenSearchOptions): OpenSearch {
  const { index: alias, tokeniser, archive, events, onRejected, urls, shards } = options
  const server = openSearchServer(options, events)
  const store = createIndexStore(server, alias, shards)
  const rules = `${readIndexRules(tokeniser)}, shape ${SHAPE_VERSION}`
  const origin = async (): Promise<IndexOrigin> => ({ rules, archive: (await archive.state()).archive })
  const where = urls.map(withoutSecrets).join(', ')
  let source: OpenSearchSource | undefined

  const check = async (): Promise<{
    readonly facts: ServerFacts
    readonly current: IndexState | undefined
  }> => {
    const facts = await checkServer(server, where)
    const current = await store.current()
    if (current) refuseOther(current.origin, await origin(), alias)
    return { facts, current }
  }
  /** The newest articles tell how long articles are. */
  const createIndex = async (isForLater = false) => {
    const now = await archive.state()
    const sample = await archive.changesSince(Math.max(0, now.revision - SAMPLE), SAMPLE)
    return store.create(
      { rules, archive: now.archive },
      averagesOf(
        sample.flatMap(({ article }) => article ?? []),
        tokeniser,
      ),
      isForLater,
    )
  }
  const checkIndex = async (): Promise<ServerFacts> => {
    const { facts, current } = await check()
    if (current !== undefined) return facts
    throw new SearchServerError(
      'unusable',
      `there is no index ${alias} on the search server at ${where}: run paperboy index`,
    )
  }
  /** Checked once; a server that is down now is asked again the next time. */
  const opened = async (): Promise<OpenSearchSource> => {
    if (source !== undefined) return source
    const facts = await checkIndex()
    source ??= createOpenSearchSource({ ...options, server, store, alias, mostClauses: facts.mostClauses })
    return source
  }
  const remote: OpenSearch = {
    get health() {
      return server.health
    },
    get size() {
      return source?.size ?? 0
    },
    calendar: {
      has: (days) => source?.calendar.has(days) ?? false,
      newest: () => source?.calendar.newest(),
    },
    refresh: async () => (await opened()).refresh(),
    within: (ms) => source?.within(ms) ?? remote,
    find: async (plan, how, signal) => (await opened()).find(plan, how, signal),
    nearest: async (terms, without, limit) => (await opened()).nearest(terms, without, limit),
    headlines: async (texts, newest) => (await opened()).headlines(texts, newest),
    apply: async (changes, upTo, more) => (await opened()).apply(changes, upTo, more),
    state: async () => (await opened()).state(),
    inspect: check,
    prepare: async () => {
      const { current } = await check()
      const revision = current?.revision ?? 0
      // Lengths were guessed if the archive had no article yet. An index with nothing in it is soon made again.
      if (current === undefined || (revision === 0 && (await archive.state()).revision > 0)) {
        const made = await createIndex()
        await store.switchTo(made.index)
        source = undefined
      }
      return revision
    },
    rebuild: async () => {
      await checkServer(server, where)
      const now = await origin()
      const made = (await store.unfinished(now)) ?? (await createIndex(true))
      const { index, revision } = made
      return {
        revision,
        apply: async (changes, upTo) => {
          // In small requests, and a third of the time at most: the same nodes answer readers.
          for (let from = 0; from < changes.length; from += BUILD_AT_ONCE) {
            const began = performance.now()
            await writeChanges(server, made, changes.slice(from, from + BUILD_AT_ONCE), tokeniser, onRejected)
            await sleep(Math.min(LONGEST_REST_MS, REST * (performance.now() - began)))
          }
          await store.noteRevision(index, upTo)
        },
        finish: async () => {
          await store.open(index)
          await store.switchTo(index)
        },
      }
    },
    months: async () => {
      await checkIndex()
      return sumMonths(server, alias)
    },
    close: () => server.close(),
  }
  return remote
}

function refuseOther(theirs: IndexOrigin, ours: IndexOrigin, alias: string): void {
  if (theirs.archive !== ours.archive)
    throw new SearchServerError(
      'unusable',
      `the index ${alias} on the search server is of another archive: set SEARCH_INDEX to another name, or run paperboy index --rebuild`,
    )
  if (theirs.rules !== ours.rules)
    throw new SearchServerError(
      'unusable',
      `the index ${alias} on the search server was made by other rules (${theirs.rules}; now ${ours.rules}): run paperboy index --rebuild`,
    )
}
