import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openOpenSearch } from '../../../src/search/index.ts'
import { checkServer } from '../../../src/search/opensearch/check-server.ts'
import { countClauses } from '../../../src/search/opensearch/count-clauses.ts'
import { createIndexStore } from '../../../src/search/opensearch/index-store.ts'
import { createOpenSearchSource } from '../../../src/search/opensearch/opensearch-source.ts'
import { beginQuestion } from '../../../src/search/opensearch/search-index.ts'
import { openSearchServer } from '../../../src/search/opensearch/search-server.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { createMemoryIndex } from '../../../src/search/ranking/memory-index.ts'
import { planQuery } from '../../../src/search/ranking/query-plan.ts'
import { buildArticle } from '../../support/build-article.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { tokeniser } from '../../support/tokeniser.ts'

// What is asked of a server, and what is made of its answers, at the border of the network.

interface Request {
  readonly method: string
  readonly path: string
  readonly body: string
  /** Whether part of an answer is none. */
  readonly isWhole: boolean
}
type Answer = object | number | undefined

/** A server that answers each request by a function, 404 where that gives nothing, and what it was asked. */
async function aServer(answer: (request: Request) => Answer) {
  const asked: Request[] = []
  const http = createServer((request, response) => {
    const [path = '', query = ''] = request.url?.split('?') ?? []
    const isWhole = query.includes('allow_partial_search_results=false')
    void text(request).then((body) => {
      const own = { method: request.method ?? '', path, body, isWhole }
      asked.push(own)
      const told = answer(own)
      const status = typeof told === 'number' ? told : told === undefined ? 404 : 200
      const said = typeof told === 'object' ? told : { error: { type: 'none', reason: 'none' } }
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    })
  }).listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const server = openSearchServer({ urls: [url] }, { onDown: () => {}, onUp: () => {} })
  onTestFinished(async () => {
    await server.close()
    http.closeAllConnections()
    http.close()
  })
  return { asked, server, url }
}

interface Hit {
  readonly id: string
  readonly date?: number
  readonly number?: number
  readonly printed?: string
}
const found = (hits: readonly Hit[], total = hits.length) => ({
  _shards: { total: 2, failed: 0 },
  hits: {
    total: { value: total },
    hits: hits.map((it) => ({
      _score: 1000,
      sort: [1],
      fields: Object.fromEntries(Object.entries(it).map(([name, value]) => [name, [value]])),
    })),
  },
})
const isDays = ({ body }: Request) => body.includes('"days"')
const isCount = ({ body }: Request) => body.includes('"aggs":{"of"')
/** Hits that hold some of the words, and not all. */
const isPartly = ({ body }: Request) => body.includes('function_score')
/** Looks at texts that may not hold a phrase. */
const isDoubt = ({ body }: Request) => body.includes('"_name"')
const withDays = (...days: readonly number[]) => ({
  ...found([], 7),
  aggregations: { days: { buckets: days.map((key) => ({ key })) } },
})
const countedAll = { ...found([], 50), aggregations: { of: { buckets: {} } } }
/** Every word and clause stands in so many articles. */
const counted = ({ body }: Request, countOf: (filter: string) => number = () => 5) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the source writes
  const { filters } = (JSON.parse(body) as { aggs: { of: { filters: { filters: object } } } }).aggs.of.filters
  const buckets = Object.entries(filters).map(([name, it]) => [
    name,
    { doc_count: countOf(JSON.stringify(it)) },
  ])
  return { ...countedAll, aggregations: { of: { buckets: Object.fromEntries(buckets) } } }
}

const archive = archiveOf([])
const { counts } = createMemoryIndex(tokeniser, archive)
async function aSource(answer: (request: Request) => Answer) {
  const { asked, server } = await aServer(answer)
  const store = createIndexStore(server, 'paperboy', 1)
  const parts = { server, store, alias: 'paperboy', mostClauses: 1024, tokeniser, archive, counts }
  return { asked, source: createOpenSearchSource({ ...parts, onRejected: () => {} }) }
}
const planOf = (query: string) => planQuery(parseQuery(query).understood, tokeniser)

describe('the days of an index', () => {
  test('reach from the first to the last one', async () => {
    const { source } = await aSource((it) =>
      isDays(it) ? withDays(20240601, 20240608, 20240615) : undefined,
    )
    expect(source.calendar.newest()).toBeUndefined()
    await source.refresh()
    expect([source.size, source.calendar.newest()]).toEqual([7, '2024-06-15'])
    const has = (from: string, to: string) => source.calendar.has({ from, to })
    expect([has('2024-06-01', '2024-06-01'), has('2024-06-15', '2024-06-30')]).toEqual([true, true])
    expect([has('2024-06-02', '2024-06-07'), has('2024-06-16', '2024-06-30')]).toEqual([false, false])
  })

  test('are asked for anew after half a minute, and at once after changes', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const answers = new Map<string, Answer>([
      ['/paperboy/_mapping', { 'paperboy-2': { mappings: { _meta: { paperboy: { averages: {} } } } } }],
      ['/paperboy-state/_doc/paperboy-2', {}],
      ['/paperboy/_refresh', {}],
    ])
    const { asked, source } = await aSource((it) => (isDays(it) ? withDays(20240601) : answers.get(it.path)))
    const reads = () => asked.filter(isDays).length
    const refreshed = () => asked.filter(({ path }) => path === '/paperboy/_refresh').length
    await source.refresh()
    vi.advanceTimersByTime(29_999)
    await source.refresh()
    expect(reads()).toBe(1)
    vi.advanceTimersByTime(1)
    await source.refresh()
    await vi.waitFor(() => expect(reads()).toBe(2))
    await source.apply([], 1, true)
    await source.refresh()
    expect([reads(), refreshed()]).toEqual([2, 0])
    await source.apply([], 2)
    await source.refresh()
    await vi.waitFor(() => expect([reads(), refreshed()]).toEqual([3, 1]))
  })
})

test('what is nearest to an article is asked for without it, and of one that is gone nothing is', async () => {
  let own: readonly Hit[] = [{ id: 'own' }]
  const { asked, source } = await aSource(({ body }) =>
    body.includes('should') ? found([{ id: 'other' }]) : found(own),
  )
  const terms = [{ term: '茶树', boosts: { all: 1 } }]
  expect((await source.nearest(terms, 'own', 3)).map(({ id }) => id)).toEqual(['other'])
  const wanted = asked.find(({ body }) => body.includes('should'))
  expect(wanted?.body).toContain('"must_not":[{"ids":{"values":["own"]}}]')
  own = []
  expect(await source.nearest(terms, 'own', 3)).toEqual([])
})

test('headlines hold all that was typed, whatever pairs of characters the server has found', async () => {
  const { source } = await aSource(() =>
    found([
      { id: '1', printed: '老茶树又发新芽', date: 20240608 },
      { id: '2', printed: '新芽老茶树', date: 20240607 },
      { id: '3', printed: '茶树老了', date: 20240606 },
    ]),
  )
  const typed = async (...texts: readonly string[]) =>
    (await source.headlines(texts, 5)).map(({ printed }) => printed)
  expect(await typed('老茶树')).toEqual(['老茶树又发新芽', '新芽老茶树'])
  expect(await typed('老茶树', '又发')).toEqual(['老茶树又发新芽'])
})

describe('hits with all words, and then those with some', () => {
  const plan = planOf('茶树 新桥')
  const find = async (
    complete: object,
    partly: object,
    order: 'relevance' | 'newest' | 'oldest',
    from: number,
    to: number,
  ) => {
    const { asked, source } = await aSource((it) =>
      isCount(it) ? counted(it) : isDoubt(it) ? found([]) : isPartly(it) ? partly : complete,
    )
    const answer = await source.find(plan, { filter: {}, order, window: { from, to } })
    const bodies = asked.filter((it) => isPartly(it) && !isDoubt(it)).map((it) => JSON.parse(it.body))
    return { ids: answer.candidates.map(({ id }) => id), total: answer.total, bodies }
  }
  const places = (letter: string, count: number): Hit[] =>
    Array.from({ length: count }, (_, at) => ({ id: `${letter}${at}`, date: 20240608, number: 9 - at }))

  test.each([
    [0, 10, 0, 7],
    [2, 12, 0, 9],
    [5, 15, 2, 10],
  ])('the places from %i to %i begin at %i of the latter', async (from, to, at, size) => {
    const { bodies, total } = await find(
      found(places('a', 3).slice(from), 3),
      found([], 4),
      'relevance',
      from,
      to,
    )
    expect(bodies.map((it) => [it.from, it.size])).toEqual([[at, size]])
    expect(total).toBe(7)
  })

  test.each([
    [9, 1],
    [10, 0],
  ])('are enough from ten on: of %i', async (total, more) => {
    expect((await find(found([], total), found([]), 'relevance', 0, 10)).bodies).toHaveLength(more)
  })

  test('by day stand among each other, those without a day last', async () => {
    const complete = found([
      { id: 'a', date: 20240601, number: 1 },
      { id: 'b', number: 5 },
    ])
    const partly = found([
      { id: 'c', date: 20240602, number: 2 },
      { id: 'd', date: 20240601, number: 3 },
    ])
    expect((await find(complete, partly, 'oldest', 0, 10)).ids).toEqual(['a', 'd', 'c', 'b'])
    expect((await find(complete, partly, 'newest', 0, 10)).ids).toEqual(['c', 'd', 'a', 'b'])
    expect((await find(complete, partly, 'newest', 1, 3)).ids).toEqual(['d', 'a'])
  })
})

test.each([
  [['茶树'], 2],
  [['茶树', '新桥'], 2],
  [[], 1],
])(
  'of words %j that stand nowhere as such everything is counted again, without them',
  async (absent, times) => {
    const { asked, server } = await aServer((it) =>
      counted(it, (filter) => (absent.some((word) => filter === `{"terms":{"all":["${word}"]}}`) ? 0 : 5)),
    )
    const index = beginQuestion({ server, name: 'p', mostClauses: 9 }, { documents: 1, shards: 1 }, Infinity)
    const result = await countClauses(index, planOf('茶树 新桥'), undefined)
    expect([...result.absent]).toEqual(absent)
    expect([asked.length, result.documentCount]).toEqual([times, 50])
  },
)

test.each([
  ['a shard has failed', { ...found([]), _shards: { total: 2, failed: 1 } }, true],
  ['the server ran out of time', { ...found([]), timed_out: true }, true],
  ['nothing is missing', found([]), false],
])('a part of an answer is one if %s', async (_case, answer, is) => {
  const { server } = await aServer(({ isWhole }) => (isWhole ? 503 : answer))
  const size = { documents: 1, shards: 2 }
  const index = beginQuestion({ server, name: 'p', mostClauses: 9 }, size, performance.now() + 1100)
  await index.search({})
  expect(index.isPartial).toBe(is)
})

test('a server that has answered in between is not taken to be away', async () => {
  let status = 503
  const { asked, server } = await aServer(() => (status === 200 ? {} : status))
  // An answer that comes has the time that a busy machine needs.
  const ask = (next: number) => {
    status = next
    return server
      .ask({ method: 'GET', path: '/', deadlineMs: next === 200 ? 20_000 : 90, isUrgent: true })
      .then(
        () => 'answer',
        () => 'none',
      )
  }
  const told: string[] = []
  for (const next of [503, 503, 200, 503]) told.push(await ask(next))
  const before = asked.length
  told.push(await ask(200))
  expect(told).toEqual(['none', 'none', 'answer', 'none', 'answer'])
  expect(asked.length).toBe(before + 1)
})

test.each([
  ['1.99.0', false],
  ['2.9.0', false],
  ['2.10.0', true],
  ['3.0.0', true],
])('OpenSearch %s will do: %s', async (number, will) => {
  const { server } = await aServer(({ path }) =>
    path === '/' ? { cluster_name: 'c', version: { number, distribution: 'opensearch' } } : {},
  )
  const checked = checkServer(server, 'there').then(
    ({ mostClauses }) => mostClauses,
    (error: Error) => error.message,
  )
  expect(await checked).toEqual(will ? 1024 : expect.stringContaining('is too old'))
})

test('a new index is written in small requests, and each article once', async () => {
  const { asked, url } = await aServer(({ method, path }) => {
    if (path === '/') return { cluster_name: 'c', version: { number: '2.19.6', distribution: 'opensearch' } }
    if (path.endsWith('/_bulk')) return { errors: false, items: [] }
    return method === 'GET' && path.includes('_mapping') ? undefined : {}
  })
  const changes = Array.from({ length: 60 }, (_, at) => {
    const article = buildArticle({ headline: `第${at}条` })
    return { id: article.id, revision: at + 1, arrival: at + 1, article }
  })
  const remote = openOpenSearch({
    urls: [url],
    index: 'paperboy',
    shards: 1,
    tokeniser,
    archive: {
      ...archive,
      state: async () => ({ archive: 'ours', revision: 60 }),
      changesSince: async () => [],
    },
    counts,
    events: { onDown: () => {}, onUp: () => {} },
    onRejected: () => {},
  })
  onTestFinished(() => remote.close())
  await (await remote.rebuild()).apply(changes, 60)
  const written = asked.filter(({ path }) => path.endsWith('/_bulk')).map(({ body }) => body)
  const idsOf = (body: string) => [...body.matchAll(/"_id":"([^"]+)"/gu)].map(([, id]) => id)
  expect(written.map((it) => idsOf(it).length)).toEqual([25, 25, 10])
  expect(written.flatMap(idsOf)).toEqual(changes.map(({ id }) => id))
})
