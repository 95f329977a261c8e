import { normalise, type Tokeniser, termGroupsOf } from '../../language/index.ts'
import type { Calendar } from '../query/query-dates.ts'
import type { ArticleArchive } from '../ranking/article-archive.ts'
import type { CandidateSource } from '../ranking/candidate-source.ts'
import type { TermCounts } from '../ranking/term-counts.ts'
import type { DatedHeadline } from '../term-index/headlines.ts'
import { allOf, type ServerQuery } from './clause-queries.ts'
import { findOnServer } from './find-candidates.ts'
import { SCALE } from './index-shape.ts'
import type { IndexStore } from './index-store.ts'
import { scoringTerms } from './score-terms.ts'
import { beginQuestion } from './search-index.ts'
import type { SearchServer } from './search-server.ts'
import { SearchServerError } from './server-error.ts'
import { columnsOf, type ServerHit, withColumns } from './server-hit.ts'
import { type OnRejected, writeChanges } from './write-changes.ts'

/** An index on a server as a source of candidates. */
export interface OpenSearchSource extends CandidateSource {
  /** Days without a year are read by it; as it was at the last {@link refresh}. */
  readonly calendar: Calendar
  /** Articles at the last {@link refresh}. */
  readonly size: number
  /**
   * Reads days and size. Later they are read anew now and then, and nobody waits for that.
   * @throws {SearchServerError}
   */
  refresh(): Promise<void>
  /** The same source, whose answers together take so long at most; after that it rejects, or gives parts. */
  within(ms: number): CandidateSource
}

/** What the source is made of. */
interface Parts {
  readonly server: SearchServer
  readonly store: IndexStore
  /** Name of what is searched, and of what changes are written to. */
  readonly alias: string
  readonly mostClauses: number
  readonly tokeniser: Tokeniser
  readonly archive: ArticleArchive
  readonly counts: TermCounts
  readonly onRejected: OnRejected
}

/** Another process may have written: what is known of the index is read anew so often. */
const FRESH_MS = 30_000
/** Days of 170 years of a daily paper. */
const MOST_DAYS = 65_000

/** Candidates out of an index on an OpenSearch server. */
export function createOpenSearchSource(parts: Parts): OpenSearchSource {
  const { server, store, alias, mostClauses, tokeniser, archive, counts, onRejected } = parts
  let documents = 0
  let days: readonly number[] = []
  let readAt = Number.NEGATIVE_INFINITY
  let shards = 2
  /** For the requests of one question. */
  const begin = (limit = Number.POSITIVE_INFINITY) =>
    beginQuestion({ server, name: alias, mostClauses }, { documents, shards }, limit)

  const read = async () => {
    const { body } = await begin().search({
      size: 0,
      track_total_hits: true,
      aggs: { days: { terms: { field: 'date', size: MOST_DAYS, order: { _key: 'asc' } } } },
    })
    documents = Number(body.hits.total.value)
    days = body.aggregations.days.buckets.map((it: { readonly key: number }) => it.key)
    shards = Number(body._shards.total)
    readAt = performance.now()
  }
  const refresh = async () => {
    const isKnown = readAt > Number.NEGATIVE_INFINITY
    if (performance.now() - readAt < FRESH_MS) return
    const reading = read()
    // What is known will do for this question; the next one that needs the server tells if it is away.
    if (isKnown) reading.catch(() => {})
    else await reading
  }
  const search = async (query: ServerQuery, sort: readonly (object | string)[], size: number) => {
    const { body } = await begin().search({
      query,
      sort,
      size,
      track_total_hits: false,
      ...withColumns('id', 'printed', 'date'),
    })
    const hits: readonly ServerHit[] = body.hits.hits
    return hits
  }

  const source: OpenSearchSource = {
    get size() {
      return documents
    },
    calendar: {
      has: ({ from, to }) => {
        const [first, last] = [from, to].map((day) => Number(day.replaceAll('-', '')))
        return days.some((day) => day >= (first ?? 0) && day <= (last ?? 0))
      },
      newest: () => {
        const newest = days.at(-1)
        return newest === undefined ? undefined : String(newest).replace(/^(\d{4})(\d\d)/, '$1-$2-')
      },
    },
    refresh,
    within: (ms) => {
      const limit = performance.now() + ms
      return {
        ...source,
        find: (plan, options, signal) =>
          findOnServer(plan, options, { index: begin(limit), archive, counts }, signal),
      }
    },
    find: (plan, options, signal) => findOnServer(plan, options, { index: begin(), archive, counts }, signal),
    nearest: async (terms, without, limit) => {
      const own: ServerQuery = { ids: { values: [without] } }
      const { queries } = scoringTerms(terms, counts, mostClauses)
      const [known, hits] = await Promise.all([
        search(own, ['_doc'], 1),
        search(
          { bool: { should: queries, must_not: [own], minimum_should_match: 1 } },
          [{ _score: 'desc' }, { number: { order: 'desc' } }],
          limit,
        ),
      ])
      return known.length === 0
        ? []
        : hits.map((it) => ({ id: columnsOf(it).id, score: (it._score ?? 0) / SCALE }))
    },
    headlines: async (texts, newest) => {
      const hits = await search(
        allOf(texts.flatMap(headlineQueries)),
        [{ date: { order: 'desc', missing: '_last' } }, { number: { order: 'asc' } }],
        newest,
      )
      return hits
        .map(columnsOf)
        .map(({ printed, date }): DatedHeadline => ({ printed, date }))
        .filter(({ printed }) => texts.every((it) => normalise(printed).includes(it)))
    },
    apply: async (changes, upTo, more = false) => {
      const current = await store.current()
      if (current === undefined) throw new SearchServerError('unreachable', `the index ${alias} has gone`)
      await writeChanges(server, current, changes, tokeniser, onRejected)
      await store.noteRevision(current.index, upTo)
      if (more) return
      await store.refresh(alias)
      readAt = Number.NEGATIVE_INFINITY
    },
    state: async () => {
      const current = await store.current()
      return { documents: await store.count(alias), revision: current?.revision ?? 0 }
    },
  }
  return source
}

/** Of a text in a headline: its pairs of characters; of a number or Latin word that may go on, its beginning. */
function headlineQueries(text: string): readonly ServerQuery[] {
  const groups = termGroupsOf(text)
  return groups.map((group): ServerQuery => {
    const [term = ''] = group
    return group.length === 1
      ? { prefix: { headline: { value: term } } }
      : { terms: { headline: [...group] } }
  })
}
