import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Cluster, startCluster } from '../../../bench/opensearch/cluster.ts'
import type { Article } from '../../../src/domain/index.ts'
import { createTokeniser, openSegmenter } from '../../../src/language/index.ts'
import { openOpenSearch } from '../../../src/search/index.ts'
import { createMemoryIndex } from '../../../src/search/ranking/memory-index.ts'
import { archiveOf } from '../../support/seed-articles.ts'
import { describeSource } from '../../support/source-contract.ts'

// Run by `npm run test:opensearch`, apart from the others: it starts a server, and needs Java and Maven.

const tokeniser = createTokeniser(await openSegmenter())
let cluster: Cluster

beforeAll(async () => {
  cluster = await startCluster(join(tmpdir(), `paperboy-opensearch-${process.pid}`))
}, 240_000)

afterAll(() => cluster.stop())

let opened = 0
const openFor = (articles: readonly Article[]) =>
  openOpenSearch({
    urls: cluster.urls,
    index: `contract${opened++}`,
    shards: 2,
    tokeniser,
    archive: {
      ...archiveOf(articles),
      state: async () => ({ archive: 'contract', revision: articles.length }),
      changesSince: async () => articles.map((article, i) => ({ id: article.id, revision: i + 1, article })),
    },
    counts: createMemoryIndex(tokeniser, archiveOf([])).counts,
    events: { onDown: () => {}, onUp: () => {} },
    onRejected: (id, reason) => {
      throw new Error(`${id}: ${reason}`)
    },
  })

describeSource('an OpenSearch server', tokeniser, async (articles) => {
  const source = openFor(articles)
  await source.prepare()
  return source
})
