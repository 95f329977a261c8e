import { once } from 'node:events'
import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createSearch, openOpenSearch, type SearchEngine } from '../../src/search/index.ts'
import type { Archive } from '../../src/store/index.ts'

/** An engine whose search server gives no answer: what is at its address is none. */
export async function searchWithoutServer(archive: Archive): Promise<SearchEngine> {
  const server = createServer((_, response) => void response.writeHead(404).end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const tokeniser = createTokeniser(createIcuSegmenter())
  return createSearch(tokeniser, archive, (counts) => {
    const remote = openOpenSearch({
      urls: [`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`],
      index: 'paperboy',
      shards: 1,
      tokeniser,
      archive,
      counts,
      events: { onDown: () => {}, onUp: () => {} },
      onRejected: () => {},
    })
    onTestFinished(async () => {
      await remote.close()
      server.close()
    })
    return remote
  })
}
