import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cluster, startCluster } from '../../../bench/opensearch/cluster.ts'
import { run } from '../../../src/cli/run.ts'
import type { Article } from '../../../src/domain/index.ts'
import { createTokeniser, openSegmenter } from '../../../src/language/index.ts'
import { createSearch, openOpenSearch } from '../../../src/search/index.ts'
import { createMemoryIndex } from '../../../src/search/ranking/memory-index.ts'
import { recordOutput } from '../../support/output.ts'
import { archiveOf, readSeedArticles } from '../../support/seed-articles.ts'
import { describeSource } from '../../support/source-contract.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Run by `npm run test:opensearch`, apart from the others: it starts a server, and needs Java and Maven.

const tokeniser = createTokeniser(await openSegmenter())
let cluster: Cluster

beforeAll(async () => {
  cluster = await startCluster(join(tmpdir(), `paperboy-opensearch-${process.pid}`))
}, 240_000)

afterAll(() => cluster.stop())

let opened = 0
function openFor(articles: readonly Article[], archive = 'contract', name = `contract${opened++}`) {
  const remote = openOpenSearch({
    urls: cluster.urls,
    index: name,
    shards: 2,
    tokeniser,
    archive: {
      ...archiveOf(articles),
      state: async () => ({ archive, revision: articles.length }),
      changesSince: async () => articles.map((article, i) => ({ id: article.id, revision: i + 1, article })),
    },
    counts: createMemoryIndex(tokeniser, archiveOf([])).counts,
    events: { onDown: () => {}, onUp: () => {} },
    onRejected: (id, reason) => {
      throw new Error(`${id}: ${reason}`)
    },
  })
  return Object.assign(remote, { name })
}

describeSource('an OpenSearch server', tokeniser, async (articles) => {
  const source = openFor(articles)
  await source.prepare()
  return source
})

async function paperboy(args: readonly string[], env: NodeJS.ProcessEnv) {
  const output = recordOutput()
  const code = await run(args, { env: { LOG_LEVEL: 'error', ...env }, input: Readable.from([]), output })
  return { code, ...output.said }
}

test('the command line finds with a server what it finds without one', async () => {
  const memory = { DATA_DIR: temporaryFolder() }
  const server = { DATA_DIR: temporaryFolder(), SEARCH_URL: cluster.urls.join(','), SEARCH_INDEX: 'seeds' }
  const found = async (query: string, env: NodeJS.ProcessEnv) => {
    const { out } = await paperboy(['search', query, '--json', '--limit', '100'], env)
    const { total, hits, relaxed } = JSON.parse(out)
    const scores = new Map<string, number>(
      hits.map((it: { readonly id: string; readonly score: number }) => [it.id, it.score]),
    )
    return { total, relaxed, scores, ids: [...scores.keys()] }
  }
  // A word, words apart, a misspelling, pinyin, a question, a phrase, nothing at all.
  for (const query of [
    '成都',
    '大运会 博物馆',
    '数字经记',
    'chengdu',
    '有没有关于消费券的消息',
    '"全球盛会"',
    '魑魅魍魉',
  ]) {
    const [there, here] = [await found(query, server), await found(query, memory)]
    expect([query, there.total, there.relaxed]).toEqual([query, here.total, here.relaxed])
    expect([query, new Set(there.ids)]).toEqual([query, new Set(here.ids)])
    // Both measure a field by what the archive has on average, also if the index was made before its first article.
    for (const [id, score] of there.scores)
      expect([query, id, Math.abs(score / (here.scores.get(id) ?? 0) - 1) < 0.01]).toEqual([query, id, true])
    // What memory holds for as good, within a hundredth, may stand in either order: the server counts in thousandths.
    const worth = (ids: readonly string[]) => ids.slice(0, 10).map((id) => here.scores.get(id) ?? 0)
    for (const [place, score] of worth(there.ids).entries())
      expect([query, place, Math.abs(score / (worth(here.ids)[place] ?? 0) - 1) < 0.01]).toEqual([
        query,
        place,
        true,
      ])
  }
  expect(await paperboy(['index', '--verify'], server)).toMatchObject({
    code: 0,
    out: expect.stringContaining('the index is right'),
  })
  const rebuilt = await paperboy(['index', '--rebuild'], server)
  expect(rebuilt.code).toBe(0)
  expect((await found('成都', server)).total).toBe((await found('成都', memory)).total)
  const { out } = await paperboy(['doctor', '--json'], server)
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ check: 'search server', state: 'ok' }))
  // Somebody deletes an article behind our back.
  const gone = (await found('成都', server)).ids[0]
  await fetch(`${cluster.urls[0]}/seeds/_doc/${gone}?refresh=true`, { method: 'DELETE' })
  expect(await paperboy(['index', '--verify'], server)).toMatchObject({
    code: 1,
    out: expect.stringContaining('months differ: run paperboy index --rebuild'),
  })
})

test('an index of another archive is refused by name, and a text beyond the limit of clauses is cut and said', async () => {
  const articles = await readSeedArticles()
  const theirs = openFor(articles, 'theirs')
  await theirs.prepare()
  const ours = openFor(articles, 'ours', theirs.name)
  await expect(ours.prepare()).rejects.toThrow(/is of another archive: set SEARCH_INDEX/)
  await theirs.apply(
    articles.map((article, i) => ({ id: article.id, revision: i + 1, article })),
    articles.length,
  )
  const search = createSearch(tokeniser, archiveOf(articles), () => theirs)
  const longest = articles.toSorted((a, b) => b.paragraphs.join('').length - a.paragraphs.join('').length)[0]
  const text =
    longest?.paragraphs
      .join('')
      .replaceAll(/[^\p{sc=Han}]/gu, '')
      .slice(0, 400) ?? ''
  const { hits, problems } = await search.search(text)
  expect(hits[0]?.article.id).toBe(longest?.id)
  expect(problems).toEqual([{ kind: 'tooLong', unit: 'terms', kept: expect.any(Number) }])
})

test('full disks and read-only indices keep changes away and are named; searches go on, and changes when the block is gone', async () => {
  const articles = await readSeedArticles()
  const remote = openFor(articles)
  await remote.prepare()
  const changes = articles.map((article, i) => ({ id: article.id, revision: i + 1, article }))
  await remote.apply(changes, changes.length)
  const search = createSearch(tokeniser, archiveOf(articles), () => remote)
  const { total } = await search.search('成都')
  const index = (await remote.inspect()).current?.index ?? ''
  const setBlock = (name: string, isOn: boolean) =>
    fetch(`${cluster.urls[0]}/${index}/_settings`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ [`index.blocks.${name}`]: isOn ? true : null }),
    })
  for (const [block, sentence] of [
    ['read_only_allow_delete', /takes no changes .*make room on its disks/],
    ['read_only', /takes no changes .*remove the block index\.blocks\.read_only$/],
    ['write', /takes no changes .*remove the block index\.blocks\.write$/],
  ] as const) {
    await setBlock(block, true)
    await expect(remote.apply(changes, changes.length)).rejects.toThrow(sentence)
    expect(remote.health.isUp).toBe(true)
    expect((await search.search('成都')).total).toBe(total)
    await setBlock(block, false)
  }
  await remote.apply(changes, changes.length)
  expect((await remote.state()).documents).toBe(articles.length)
})
