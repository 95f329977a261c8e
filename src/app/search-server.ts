import type { Config } from '../config/index.ts'
import type { Tokeniser } from '../language/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import { type OpenSearch, openOpenSearch, type TermCounts } from '../search/index.ts'
import type { Archive } from '../store/index.ts'

/** The search server of the settings, and who is told of its state. */
export interface SearchServer {
  readonly remote: OpenSearch
  /** Why it does not answer, and since when; undefined if it does. */
  trouble(): { readonly reason: string; readonly sinceMs: number } | undefined
  /** Called once for each outage, and for each end of one. */
  watch(events: {
    onDown(reason: string, sinceMs: number): void
    onUp(sinceMs: number, untilMs: number): void
  }): void
}

/**
 * Opens the search server that the settings name; nothing is asked yet. Each outage is logged once.
 * @returns undefined if they name none: the index is in memory then
 */
export function openSearchServer(
  { SEARCH_URL, ...config }: Config,
  parts: { readonly tokeniser: Tokeniser; readonly archive: Archive; readonly counts: TermCounts },
  clock: Clock,
  log: Pick<Logger, 'error' | 'info'>,
): SearchServer | undefined {
  if (SEARCH_URL === undefined) return undefined
  let trouble: { readonly reason: string; readonly sinceMs: number } | undefined
  let watcher: Parameters<SearchServer['watch']>[0] | undefined
  const remote = openOpenSearch({
    ...parts,
    urls: SEARCH_URL,
    user: config.SEARCH_USER,
    password: config.SEARCH_PASSWORD,
    apiKey: config.SEARCH_API_KEY,
    caFile: config.SEARCH_CA_FILE,
    index: config.SEARCH_INDEX,
    shards: config.SEARCH_SHARDS,
    events: {
      onDown: (reason) => {
        trouble = { reason, sinceMs: clock.now() }
        log.error({ reason }, 'the search server does not answer; everything but search goes on')
        watcher?.onDown(reason, trouble.sinceMs)
      },
      onUp: () => {
        const sinceMs = trouble?.sinceMs ?? clock.now()
        trouble = undefined
        log.info({ downMs: clock.now() - sinceMs }, 'the search server answers again')
        watcher?.onUp(sinceMs, clock.now())
      },
    },
    onRejected: (id, reason) =>
      log.error({ id, reason }, 'the search server does not take an article; it cannot be found'),
  })
  return {
    remote,
    trouble: () => trouble,
    watch: (events) => {
      watcher = events
      if (trouble) events.onDown(trouble.reason, trouble.sinceMs)
    },
  }
}
