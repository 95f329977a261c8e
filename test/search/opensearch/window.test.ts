import { expect, test } from 'vitest'
import { addToMonth, type MonthSums, sumMonths } from '../../../src/search/opensearch/month-sums.ts'
import type { SearchServer, ServerAnswer } from '../../../src/search/opensearch/search-server.ts'
import { readWindow } from '../../../src/search/opensearch/window.ts'

/** What a search asks for, as far as the server below knows it. */
interface Asked {
  readonly from?: number
  readonly size: number
  readonly search_after?: readonly [number]
  readonly docvalue_fields: readonly string[]
}

/** A server of so many articles in order, that counts through no more than 10,000 places, and what it was asked. */
function aServer(articles: number) {
  const asked: string[] = []
  const search = async (body: object): Promise<ServerAnswer> => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the window writes
    const { from = 0, size, search_after: after, docvalue_fields: columns } = body as Asked
    if (from + size > 10_000) throw new Error('Result window is too large')
    const first = after === undefined ? from : after[0] + 1
    asked.push(`${first}+${size}${columns.length === 0 ? ' bare' : ''}`)
    const hits = Array.from({ length: Math.max(0, Math.min(size, articles - first)) }, (_, i) => ({
      _score: 1000,
      sort: [first + i],
      ...(columns.length > 0 && {
        fields: { id: [`${first + i}`], hash: ['h'], ...(first + i > 0 && { date: [20240608] }) },
      }),
    }))
    return { status: 200, body: { hits: { hits, total: { value: articles } }, _shards: { failed: 0 } } }
  }
  const server: SearchServer = {
    health: { isUp: true } as SearchServer['health'],
    ask: async ({ method, path, body = {} }) => {
      if (path.endsWith('/_search')) return search(body)
      asked.push(`${method} ${path.slice(path.lastIndexOf('/') + 1)}`)
      return { status: 200, body: { pit_id: 'p' } }
    },
    close: async () => {},
  }
  const index = { name: 'paperboy', server, mostClauses: 1024, isPartial: false, search }
  const window = async (from: number, to: number) => {
    const { candidates, total } = await readWindow(index, {}, 'relevance', { from, to }, 1)
    return { ids: candidates.map(({ id }) => Number(id)), total }
  }
  return { server, asked, window }
}

const places = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

test('places among the first 10,000 are asked for at once', async () => {
  const { asked, window } = aServer(12_000)
  expect(await window(9_990, 10_000)).toEqual({ ids: places(9_990, 10_000), total: 12_000 })
  expect(asked).toEqual(['9990+10'])
})

test('places behind them are walked to, without what is passed by, and the view of the server is closed', async () => {
  const { asked, window } = aServer(30_000)
  expect(await window(12_345, 12_355)).toEqual({ ids: places(12_345, 12_355), total: 30_000 })
  expect(asked).toEqual([
    'POST point_in_time',
    '0+5000 bare',
    '5000+5000 bare',
    '10000+2355',
    'DELETE point_in_time',
  ])
  // A window over the border of two steps.
  expect((await window(14_998, 15_003)).ids).toEqual(places(14_998, 15_003))
})

test('behind the last place there is nothing, and what lies before it is given', async () => {
  const { window } = aServer(10_005)
  expect(await window(10_000, 10_020)).toEqual({ ids: places(10_000, 10_005), total: 10_005 })
  expect(await window(20_000, 20_010)).toEqual({ ids: [], total: 10_005 })
})

test('the articles of months are summed over all steps, those without a day by themselves', async () => {
  const { server, asked } = aServer(5_001)
  const sums = await sumMonths(server, 'paperboy')
  expect(asked).toEqual(['0+5000', '5000+5000', '5001+5000'])
  expect([...sums].map(([month, { count }]) => [month, count])).toEqual([
    ['undated', 1],
    ['2024-06', 5_000],
  ])
})

test('a sum tells one article or hash from another, in whichever order they come', () => {
  const sumOf = (...articles: readonly (readonly [id: string, hash: string | undefined, date: number])[]) => {
    const sums: MonthSums = new Map()
    for (const it of articles) addToMonth(sums, ...it)
    return Object.fromEntries(sums)
  }
  const [a, b] = [['a', 'h', 20240608] as const, ['b', 'h', 20240630] as const]
  expect(sumOf(a, b)).toEqual(sumOf(b, a))
  expect(sumOf(a, b)['2024-06']).not.toEqual(sumOf(a, ['b', 'other', 20240630])['2024-06'])
  expect(sumOf(a, b)['2024-06']).not.toEqual(sumOf(a, ['c', 'h', 20240630])['2024-06'])
  expect(Object.keys(sumOf(a, ['b', undefined, 0], ['c', 'h', 20240701]))).toEqual([
    '2024-06',
    'undated',
    '2024-07',
  ])
  expect(sumOf(a, b)['2024-06']?.sum).toBeLessThan(2 ** 32)
})
