import { expect, test } from 'vitest'
import type { SearchServer } from '../../../src/search/opensearch/search-server.ts'
import { writeChanges } from '../../../src/search/opensearch/write-changes.ts'
import { buildArticle } from '../../support/build-article.ts'
import { tokeniser } from '../../support/tokeniser.ts'

interface Status {
  readonly status: number
  readonly error?: { readonly type: string; readonly reason: string }
}
const FULL: Status = { status: 429, error: { type: 'rejected_execution_exception', reason: 'queue is full' } }

/** A server that answers for each article of each request as told; 200 unless told. @returns which ids each request held */
async function write(
  articles: number,
  statusOf: (id: string, request: number) => Status | undefined = () => undefined,
) {
  const requests: string[][] = []
  const rejected: string[] = []
  const server: SearchServer = {
    health: { isUp: true } as SearchServer['health'],
    close: async () => {},
    ask: async ({ body = [] }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- lines of what to do, some with a document behind
      const lines = body as readonly { readonly index?: { readonly _id?: string } }[]
      const ids = lines.flatMap(({ index: { _id: id } = {} }) => id ?? [])
      requests.push(ids)
      const items = ids.map((_id) => ({ index: { _id, status: 200, ...statusOf(_id, requests.length) } }))
      return { status: 200, body: { items } }
    },
  }
  const changes = Array.from({ length: articles }, (_, i) => ({
    id: `${i}`,
    revision: i + 1,
    article: buildArticle({ headline: '简讯', paragraphs: ['短'] }),
  }))
  const averages = { headline: 1, deck: 1, byline: 1, body: 1 }
  const writing = writeChanges(server, { index: 'paperboy', averages }, changes, tokeniser, (id, reason) =>
    rejected.push(`${id} ${reason}`),
  )
  const [outcome] = await Promise.allSettled([writing])
  return { outcome, requests, rejected }
}

test('only what the server had no room for is written again', async () => {
  const { outcome, requests, rejected } = await write(4, (id, request) =>
    request === 1 && (id === '1' || id === '3') ? FULL : undefined,
  )
  expect(outcome.status).toBe('fulfilled')
  expect(requests).toEqual([
    ['0', '1', '2', '3'],
    ['1', '3'],
  ])
  expect(rejected).toEqual([])
})

test('what is newer there or gone is well, and what it does not take is told of and not tried again', async () => {
  const { outcome, requests, rejected } = await write(4, (id) =>
    id === '0'
      ? { status: 409 }
      : id === '1'
        ? { status: 404 }
        : id === '2'
          ? { status: 400, error: { type: 'mapper_parsing_exception', reason: 'odd' } }
          : undefined,
  )
  expect(outcome.status).toBe('fulfilled')
  expect(requests).toHaveLength(1)
  expect(rejected).toEqual(['2 mapper_parsing_exception: odd'])
})
