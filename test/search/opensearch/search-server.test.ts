import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createIcuSegmenter, createTokeniser } from '../../../src/language/index.ts'
import { openOpenSearch, SearchServerError } from '../../../src/search/index.ts'
import { beginQuestion } from '../../../src/search/opensearch/search-index.ts'
import { openSearchServer } from '../../../src/search/opensearch/search-server.ts'
import { writeChanges } from '../../../src/search/opensearch/write-changes.ts'
import { createMemoryIndex } from '../../../src/search/ranking/memory-index.ts'
import { measured } from '../../support/measured.ts'
import { archiveOf } from '../../support/seed-articles.ts'

const tokeniser = createTokeniser(createIcuSegmenter())

/** What listens at the address, on a port of its own. */
async function listen(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

function open(
  url: string,
  given: { readonly caFile?: string; readonly user?: string; readonly password?: string } = {},
) {
  const events: string[] = []
  const archive = {
    ...archiveOf([]),
    state: async () => ({ archive: 'ours', revision: 0 }),
    changesSince: async () => [],
  }
  const remote = openOpenSearch({
    urls: [url],
    ...given,
    index: 'paperboy',
    shards: 1,
    tokeniser,
    archive,
    counts: createMemoryIndex(tokeniser, archive).counts,
    events: { onDown: (reason) => events.push(`down: ${reason}`), onUp: () => events.push('up') },
    onRejected: () => {},
  })
  onTestFinished(() => remote.close())
  return { remote, events }
}

const json =
  (body: object, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
const version = (number: string, distribution?: string) =>
  json({ cluster_name: 'c', version: { number, ...(distribution && { distribution }) } })
const failing = (status: number, type: string, reason: string) =>
  json({ error: { type, reason, root_cause: [] }, status }, status)

const aliasOf =
  (paperboy: object | undefined): RequestListener =>
  (request, response) => {
    const known: Readonly<Record<string, object>> = {
      '/': { cluster_name: 'c', version: { number: '2.19.6', distribution: 'opensearch' } },
      '/paperboy/_mapping': { 'paperboy-1': { mappings: { _meta: { paperboy } } } },
    }
    const found = known[request.url?.split('?')[0] ?? '']
    json(found ?? { error: { type: 'none', reason: 'none' } }, found ? 200 : 404)(request, response)
  }

test('a server that is away is not waited for by each reader anew, and is found again when it is back', async () => {
  let isBack = false
  let asked = 0
  const url = await listen((request, response) => {
    asked++
    if (isBack) json({ ok: true })(request, response)
    else request.socket.destroy()
  })
  const server = openSearchServer({ urls: [url] }, { onDown: () => {}, onUp: () => {} })
  onTestFinished(() => server.close())
  const ask = (isUrgent: boolean) =>
    // An answer that comes has the time that a busy machine needs.
    server.ask({ method: 'GET', path: '/', deadlineMs: isBack ? 20_000 : 150, isUrgent }).then(
      () => 'answer' as const,
      (error: unknown) => (error instanceof SearchServerError ? error.message : 'broken'),
    )
  for (let n = 0; n < 3; n++) await ask(true)
  const before = asked
  const refused = await Promise.all(Array.from({ length: 20 }, () => ask(true)))
  expect(asked).toBe(before)
  expect(refused[0]).toMatch(/does not answer \(.*\): check SEARCH_URL, and that it runs/)
  // Who has time, as a writer has, asks all the same.
  await ask(false)
  expect(asked).toBeGreaterThan(before)
  isBack = true
  // Nobody asks until the server may be tried again. A reader's question is several requests at once: none is refused.
  await sleep(1_100)
  expect(await Promise.all(Array.from({ length: 3 }, () => ask(true)))).toEqual([
    'answer',
    'answer',
    'answer',
  ])
  expect(await ask(true)).toBe('answer')
})

test.each<[string, RequestListener, RegExp]>([
  ['Elasticsearch', version('8.15.0'), /is Elasticsearch 8\.15\.0, not OpenSearch: set SEARCH_URL/],
  [
    'a version too old',
    version('1.3.2', 'opensearch'),
    /OpenSearch 1\.3\.2 .* is too old: update it to 2\.10/,
  ],
  ['a version just too old', version('2.9.0', 'opensearch'), /is too old/],
  [
    'Solr, or any page of the web',
    (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<html>Not Found</html>'),
    /is no OpenSearch: set SEARCH_URL/,
  ],
  [
    'a server that wants a user',
    failing(401, 'security_exception', 'missing authentication'),
    /set SEARCH_USER and SEARCH_PASSWORD/,
  ],
  [
    'a user without rights',
    failing(403, 'security_exception', 'no permissions'),
    /give the user of SEARCH_USER the rights/,
  ],
  [
    'a server whose disks are full',
    failing(
      429,
      'cluster_block_exception',
      'index [paperboy] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];',
    ),
    /takes no changes .*make room on its disks.* index\.blocks\.read_only_allow_delete/,
  ],
  [
    'a server that makes no index for want of room',
    failing(
      403,
      'index_create_block_exception',
      'blocked by: [FORBIDDEN/10/cluster create-index blocked (api)];',
    ),
    /takes no changes .*make room on its disks.* cluster\.blocks\.create_index/,
  ],
  [
    'an index that somebody made read-only',
    failing(
      403,
      'cluster_block_exception',
      'index [paperboy] blocked by: [FORBIDDEN/5/index read-only (api)];',
    ),
    /takes no changes .*\): remove the block index\.blocks\.read_only$/,
  ],
  [
    'an index that somebody closed to writers',
    failing(403, 'cluster_block_exception', 'index [paperboy] blocked by: [FORBIDDEN/8/index write (api)];'),
    /takes no changes .*\): remove the block index\.blocks\.write$/,
  ],
  [
    'an index of other rules',
    aliasOf({ rules: 'others', archive: 'ours' }),
    /made by other rules .*run paperboy index --rebuild/,
  ],
  [
    'an index of another archive',
    aliasOf({ rules: 'others', archive: 'theirs' }),
    /is of another archive: set SEARCH_INDEX/,
  ],
  ['an index that somebody else made', aliasOf(undefined), /was not made by this program: set SEARCH_INDEX/],
])('%s gets one sentence that says what to do', async (_, answer, sentence) => {
  const { remote, events } = open(await listen(answer))
  const failed = await remote.inspect().catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(SearchServerError)
  expect(String(failed)).toMatch(sentence)
  expect(String(failed)).not.toContain('\n')
  // Somebody must do something: that is no outage, which passes.
  expect(events).toEqual([])
})

const bulkItem = (status: number, type: string, reason: string): RequestListener =>
  json({ errors: true, items: [{ index: { _id: 'a', status, error: { type, reason } } }] })

test.each<[string, RequestListener, RegExp]>([
  [
    'full disks',
    bulkItem(
      429,
      'cluster_block_exception',
      'index [paperboy] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];',
    ),
    /takes no changes .*make room on its disks/,
  ],
  [
    'a block of somebody',
    bulkItem(403, 'cluster_block_exception', 'index [paperboy] blocked by: [FORBIDDEN/8/index write (api)];'),
    /takes no changes .*remove the block index\.blocks\.write/,
  ],
  [
    'a user who may not write',
    bulkItem(403, 'security_exception', 'no permissions for [indices:data/write/bulk]'),
    /forbids it .*give the user of SEARCH_USER the rights/,
  ],
])(
  '%s: what is written is refused at once, in a sentence, and the server is not taken to be away',
  async (_, answer, sentence) => {
    const events: string[] = []
    const server = openSearchServer(
      { urls: [await listen(answer)] },
      { onDown: (reason) => events.push(reason), onUp: () => {} },
    )
    onTestFinished(() => server.close())
    const averages = { headline: 1, deck: 1, byline: 1, body: 1 }
    const { result: failed, waitMs } = await measured(() =>
      writeChanges(
        server,
        { index: 'paperboy', averages },
        [{ id: 'a', revision: 1 }],
        tokeniser,
        () => {},
      ).catch((error: unknown) => error),
    )
    expect(failed).toMatchObject({ trouble: 'unusable', message: expect.stringMatching(sentence) })
    expect(waitMs).toBeLessThan(400)
    expect(events).toEqual([])
  },
)

test('an index that is not there, or not any more, is named, and how to make it', async () => {
  const { remote } = open(
    await listen((request, response) =>
      (request.url?.includes('_mapping')
        ? failing(404, 'index_not_found_exception', 'no such index [paperboy]')
        : version('2.19.6', 'opensearch'))(request, response),
    ),
  )
  const none = /there is no index paperboy on the search server .*: run paperboy index$/
  await expect(remote.months()).rejects.toThrow(none)
  await expect(remote.refresh()).rejects.toThrow(none)
  const server = openSearchServer(
    { urls: [await listen(failing(404, 'index_not_found_exception', 'no such index [paperboy]'))] },
    { onDown: () => {}, onUp: () => {} },
  )
  onTestFinished(() => server.close())
  await expect(server.ask({ method: 'POST', path: '/paperboy/_search', body: {} })).rejects.toThrow(
    /has no such index .*: run paperboy index$/,
  )
})

test('a server that is away is told of once, and its return once', async () => {
  let isUp = false
  const url = await listen((request, response) => {
    if (isUp) aliasOf({ rules: 'others', archive: 'theirs' })(request, response)
    else request.socket.destroy()
  })
  const { remote, events } = open(url)
  for (let times = 0; times < 2; times++)
    await expect(remote.inspect()).rejects.toThrow(/does not answer .*check SEARCH_URL/)
  expect(events).toEqual([expect.stringMatching(/^down: /)])
  expect(remote.health.isUp).toBe(false)
  isUp = true
  await expect(remote.inspect()).rejects.toThrow(SearchServerError)
  expect(events.slice(1)).toEqual(['up'])
})

test('a server that says nothing is given up within three seconds', async () => {
  const { remote } = open(await listen(() => {}))
  const { waitMs } = await measured(() => expect(remote.inspect()).rejects.toThrow(/does not answer/))
  expect(waitMs).toBeLessThan(3500)
})

test('a file of certificates that is not there is named, and no password is', () => {
  expect(() =>
    open('https://127.0.0.1:9', { caFile: '/nowhere/ca.pem', user: 'u', password: 'hidden' }),
  ).toThrow(/cannot read \/nowhere\/ca\.pem \(ENOENT\): set SEARCH_CA_FILE/)
})

test('part of an answer is refused while a whole one may come, then taken and told of', async () => {
  const asked: string[] = []
  const url = await listen((request, response) => {
    const isPartAllowed = request.url?.includes('allow_partial_search_results=true') === true
    asked.push(isPartAllowed ? 'part' : 'whole')
    const answer = isPartAllowed
      ? json({ _shards: { total: 2, failed: 1 }, hits: { total: { value: 1 }, hits: [] } })
      : failing(503, 'search_phase_execution_exception', 'Partial shards failure')
    answer(request, response)
  })
  const server = openSearchServer({ urls: [url] }, { onDown: () => {}, onUp: () => {} })
  onTestFinished(() => server.close())
  const question = beginQuestion(
    { server, name: 'paperboy', mostClauses: 1024 },
    { documents: 1, shards: 2 },
    Infinity,
  )
  expect(question.isPartial).toBe(false)
  const { result, waitMs } = await measured(() => question.search({}))
  expect(result.body.hits.total.value).toBe(1)
  expect(question.isPartial).toBe(true)
  expect(waitMs).toBeLessThan(3500)
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.indexOf('part')).toBe(asked.length - 1)
})
