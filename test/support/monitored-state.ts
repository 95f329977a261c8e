import type { State } from '../../src/monitoring/index.ts'

/** A bot that works, over an archive of five pages, with nothing to send. */
export const wellState: State = {
  nowMs: 100_000,
  pages: 5,
  articles: 30,
  indexed: 30,
  archiveRevision: 12,
  indexRevision: 11,
  unreadable: 0,
  missing: 0,
  doubtful: 3,
  reported: 2,
  outbox: [],
  sending: { reply: 0, notice: 0 },
  rateLimitWaitMs: 0,
  outage: undefined,
  isSearchServerUp: undefined,
  isIndexing: false,
  isFollowing: true,
}
