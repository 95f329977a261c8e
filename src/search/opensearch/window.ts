import { normalise } from '../../language/index.ts'
import type { Candidate, FindOptions } from '../ranking/candidate-source.ts'
import type { ServerQuery } from './clause-queries.ts'
import { SCALE } from './index-shape.ts'
import type { SearchIndex } from './search-index.ts'
import { columnsOf, type ServerHit, withColumns } from './server-hit.ts'

/** A stretch of what a query finds, in order. */
export interface Found {
  readonly candidates: readonly Omit<Candidate, 'complete'>[]
  readonly total: number
}

/** Places that a server counts through at once; what lies behind them is walked to. */
const MOST_PLACES = 10_000
const STEP = 5000
const KEEP_ALIVE = '1m'

const SORT: Readonly<Record<FindOptions['order'], readonly object[]>> = {
  relevance: [
    { _score: 'desc' },
    { date: { order: 'desc', missing: '_last' } },
    { number: { order: 'desc' } },
  ],
  newest: [{ date: { order: 'desc', missing: '_last' } }, { number: { order: 'desc' } }],
  oldest: [{ date: { order: 'asc', missing: '_last' } }, { number: { order: 'asc' } }],
}

/** Reads the places from `from` to `to` of what a query finds. @throws {SearchServerError} */
export async function readWindow(
  index: SearchIndex,
  query: ServerQuery,
  order: FindOptions['order'],
  { from, to }: FindOptions['window'],
  parts: number,
  signal?: AbortSignal,
): Promise<Found> {
  const columns = withColumns('id', 'printed', 'date', 'number')
  const body = { query, sort: SORT[order], track_scores: true, ...columns }
  const read = (hits: readonly ServerHit[]) => hits.map((it) => candidateOf(it, parts))
  if (to <= MOST_PLACES) {
    const answer = await index.search(
      { ...body, from, size: Math.max(0, to - from), track_total_hits: true },
      signal,
    )
    const { hits, total } = answer.body.hits
    return { candidates: read(hits), total: total.value }
  }
  // A point in time: what changes meanwhile moves no place.
  const opened = await index.server.ask({
    method: 'POST',
    path: `/${encodeURIComponent(index.name)}/_search/point_in_time`,
    query: { keep_alive: KEEP_ALIVE },
  })
  const pit = { id: opened.body.pit_id, keep_alive: KEEP_ALIVE }
  try {
    let [at, total] = [0, 0]
    let after: readonly unknown[] | undefined
    const wanted: ServerHit[] = []
    while (at < to) {
      const answer = await index.search(
        {
          ...body,
          pit,
          size: Math.min(STEP, to - at),
          track_total_hits: at === 0,
          // Those that are passed by need not be shown.
          ...(at + STEP <= from && withColumns()),
          ...(after && { search_after: after }),
        },
        signal,
      )
      const hits: readonly ServerHit[] = answer.body.hits.hits
      if (at === 0) total = answer.body.hits.total.value
      wanted.push(...hits.slice(Math.max(0, from - at)))
      at += hits.length
      after = hits.at(-1)?.sort
      if (hits.length === 0) break
    }
    return { candidates: read(wanted), total }
  } finally {
    await index.server
      .ask({ method: 'DELETE', path: '/_search/point_in_time', body: { pit_id: [pit.id] } })
      .catch(() => {}) // it ends by itself
  }
}

/** The texts of a candidate may hold every part as it was typed: to ask the server takes longer than to read them. */
function candidateOf(hit: ServerHit, parts: number): Found['candidates'][number] {
  const { id, date, number, printed } = columnsOf(hit)
  return {
    id,
    date,
    number,
    score: (hit._score ?? 0) / SCALE,
    bound: { headline: normalise(printed), partsHeld: Array.from({ length: parts }, () => 'typed') },
  }
}
