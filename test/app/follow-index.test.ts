import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createServerFollowing } from '../../src/app/follow-index.ts'
import { openSearchServer } from '../../src/app/search-server.ts'
import { readConfig } from '../../src/config/index.ts'
import type { Article } from '../../src/domain/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { SHAPE_VERSION } from '../../src/search/opensearch/index-shape.ts'
import { createMemoryIndex } from '../../src/search/ranking/memory-index.ts'
import { readIndexRules } from '../../src/search/snapshot/index-rules.ts'
import { anArticle } from '../support/articles.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore, shelve } from '../support/stores.ts'

/** The following of an archive, and the server at the other end of the wire, whose index another program made. */
async function openFollowing(articles: readonly Article[] = []) {
  const store = await openTestStore()
  await shelve(store, articles)
  const { archive } = store
  const tokeniser = createTokeniser(createIcuSegmenter())
  const clock = createManualClock()
  const log = createRecordedLog()
  const own = (await archive.state()).archive
  const made = { rules: 'others', archive: 'theirs', averages: { headline: 1, deck: 1, byline: 1, body: 1 } }
  const server = createServer(({ url = '' }, response) => {
    const known: Readonly<Record<string, object>> = {
      '/': { cluster_name: 'c', version: { number: '2.19.6', distribution: 'opensearch' } },
      '/paperboy/_mapping': { 'paperboy-1': { mappings: { _meta: { paperboy: made } } } },
    }
    // A request with articles takes its time.
    if (url.includes('_bulk')) clock.advance(31_000)
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(known[url.split('?')[0] ?? ''] ?? { items: [] }))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const SEARCH_URL = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const { counts } = createMemoryIndex(tokeniser, archive)
  const opened = openSearchServer(readConfig({ SEARCH_URL }), { tokeniser, archive, counts }, clock, log)
  onTestFinished(() => opened?.remote.close())
  const { signal } = new AbortController()
  return {
    following: createServerFollowing(archive, opened, { signal, clock, log }),
    log,
    opened,
    ownArchive: () => Object.assign(made, { archive: own }),
    ownRules: () =>
      Object.assign(made, { rules: `${readIndexRules(tokeniser)}, shape ${SHAPE_VERSION}`, archive: own }),
  }
}

test('an index that cannot be written is told of until it can be', async () => {
  const { following, log, opened, ownArchive, ownRules } = await openFollowing()
  expect(following.trouble()).toBeUndefined()
  await following.followWhenPossible()
  expect(following.trouble()).toMatch(/is of another archive: set SEARCH_INDEX/)
  await following.followWhenPossible()
  ownArchive()
  await following.followWhenPossible()
  expect(following.trouble()).toMatch(/made by other rules .*run paperboy index --rebuild/)
  ownRules()
  await following.followWhenPossible()
  expect(following.trouble()).toBeUndefined()
  // Each reason once, however often it is found.
  expect(log.lines.filter((it) => it.includes('cannot be written'))).toHaveLength(2)
  // Nobody took it to be away.
  expect(opened?.trouble()).toBeUndefined()
})

test('of what is long in being written the log tells how far it is, once a minute', async () => {
  const articles = Array.from({ length: 1001 }, (_, n) =>
    anArticle({ headline: `第${n}号通报`, paragraphs: [] }),
  )
  const { following, log, ownRules } = await openFollowing(articles)
  ownRules()
  await following.followWhenPossible()
  expect(log.lines.filter((it) => it.includes('is being written'))).toHaveLength(1)
  expect(log.lines.at(-1)).toBe('info: the index on the search server is up to the archive')
})
