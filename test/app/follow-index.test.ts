import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createServerFollowing } from '../../src/app/follow-index.ts'
import { openSearchServer } from '../../src/app/search-server.ts'
import { readConfig } from '../../src/config/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { SHAPE_VERSION } from '../../src/search/opensearch/index-shape.ts'
import { createMemoryIndex } from '../../src/search/ranking/memory-index.ts'
import { readIndexRules } from '../../src/search/snapshot/index-rules.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'

test('an index that cannot be written is told of until it can be', async () => {
  let made = { rules: 'others', archive: 'theirs' }
  const { archive } = await openTestStore()
  const tokeniser = createTokeniser(createIcuSegmenter())
  const own = (await archive.state()).archive
  const server = createServer(({ url = '' }, response) => {
    const known: Readonly<Record<string, object>> = {
      '/': { cluster_name: 'c', version: { number: '2.19.6', distribution: 'opensearch' } },
      '/paperboy/_mapping': {
        'paperboy-1': { mappings: { _meta: { paperboy: made } } },
      },
    }
    const body = known[url.split('?')[0] ?? '']
    response
      .writeHead(body ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(body ?? {}))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const SEARCH_URL = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const clock = createManualClock()
  const log = createRecordedLog()
  const { counts } = createMemoryIndex(tokeniser, archive)
  const opened = openSearchServer(readConfig({ SEARCH_URL }), { tokeniser, archive, counts }, clock, log)
  onTestFinished(() => opened?.remote.close())
  const { signal } = new AbortController()
  const following = createServerFollowing(archive, opened, { signal, clock, log })
  expect(following.trouble()).toBeUndefined()
  await following.followWhenPossible()
  expect(following.trouble()).toMatch(/is of another archive: set SEARCH_INDEX/)
  made = { rules: 'others', archive: own }
  await following.followWhenPossible()
  expect(following.trouble()).toMatch(/made by other rules .*run paperboy index --rebuild/)
  made = { rules: `${readIndexRules(tokeniser)}, shape ${SHAPE_VERSION}`, archive: own }
  await following.followWhenPossible()
  expect(following.trouble()).toBeUndefined()
  // Nobody took it to be away.
  expect(opened?.trouble()).toBeUndefined()
})
