import { setTimeout as sleep } from 'node:timers/promises'
import { queriesOfAllKinds } from '../../search/kinds-of-query.ts'
import type { Cluster } from '../cluster.ts'
import { changesOf, type Setting, tokeniser, writeAll } from '../setting.ts'
import { streamQueries } from './query-stream.ts'

/** What it costs to write an article, and that to write it twice changes nothing. */
export async function measureIndexing(cluster: Cluster, setting: Setting): Promise<readonly string[]> {
  const { articles, remote } = setting
  const characters =
    articles.reduce((sum, it) => sum + it.headline.length + it.paragraphs.join('').length, 0) /
    articles.length
  const before = await processorSeconds(cluster)
  const own = process.cpuUsage()
  const seconds = await writeAll(setting)
  const ours = process.cpuUsage(own)
  const theirs = (await processorSeconds(cluster)) - before
  const url = cluster.urls[0] ?? ''
  const index = (await (await fetch(`${url}/_cat/aliases?h=index`)).text()).trim()
  await fetch(`${url}/${index}/_forcemerge?max_num_segments=1`, { method: 'POST' })
  await fetch(`${url}/${index}/_flush?force=true&wait_if_ongoing=true`, { method: 'POST' })
  await sleep(2000) // until what was merged is removed
  const stats = JSON.parse(await (await fetch(`${url}/${index}/_stats/store`)).text())
  const bytes = stats._all.primaries.store.size_in_bytes / articles.length
  const { documents } = await remote.state()
  await writeAll(setting)
  const twice = (await remote.state()).documents
  return [
    `${articles.length} articles of ${characters.toFixed(0)} characters written, an article | ${((1000 * seconds) / articles.length).toFixed(1)} ms; processor ${((ours.user + ours.system) / 1000 / articles.length).toFixed(1)} ms here, ${((1000 * theirs) / articles.length).toFixed(1)} ms there for all copies`,
    `on the disk, a copy of an article | ${(bytes / 1000).toFixed(1)} KB`,
    `everything written twice, documents more | ${twice - documents}`,
  ]
}

const QUIET_MS = 30_000

/** A new index is built and takes the place of the old one, while queries go on. */
export async function measureRebuild(setting: Setting, perSecond: number): Promise<readonly string[]> {
  const { articles, remote, server } = setting
  const asked = await queriesOfAllKinds(articles, tokeniser, 6, 5)
  const expected: (readonly [string, number])[] = []
  for (const { query } of asked.filter(({ kind }) => kind === 'two words' || kind === 'one word'))
    expected.push([query, (await server.search(query, { today: '2024-12-31' })).total])
  // What the machine can carry at all: the same queries while nothing is built.
  const quietUntil = performance.now() + QUIET_MS
  const quiet = await streamQueries(setting, expected, perSecond, () => performance.now() > quietUntil)
  let isOver = false
  const stream = streamQueries(setting, expected, perSecond, () => isOver)
  const began = performance.now()
  const rebuild = await remote.rebuild()
  const changes = changesOf(articles)
  for (let at = 0; at < changes.length; at += 500)
    await rebuild.apply(changes.slice(at, at + 500), Math.min(at + 500, changes.length))
  await rebuild.finish()
  const seconds = (performance.now() - began) / 1000
  await sleep(2000)
  isOver = true
  const { asked: count, refused, marked, unmarked, broken, reasons, refusedAtMs, longestMs } = await stream
  const refusedAtS = refusedAtMs.map((it) => Math.round((it - began) / 1000))
  console.error(JSON.stringify({ reasons, refusedAtS, seconds, broken: broken.slice(0, 3) }))
  return [
    `the same queries for ${QUIET_MS / 1000} s before, ${quiet.asked} | ${quiet.refused + quiet.broken.length} failed, longest ${(quiet.longestMs / 1000).toFixed(1)} s`,
    `index built anew behind its alias in ${seconds.toFixed(0)} s, ${count} queries meanwhile, ${perSecond} a second | ${refused + broken.length} failed, ${marked + unmarked} with other totals, longest ${(longestMs / 1000).toFixed(1)} s`,
  ]
}

/** Of all nodes; those that have ended are not counted. */
async function processorSeconds({ urls }: Cluster): Promise<number> {
  const stats = JSON.parse(await (await fetch(`${urls[0] ?? ''}/_nodes/stats/process`)).text())
  const nodes: readonly { readonly process: { readonly cpu: { readonly total_in_millis: number } } }[] =
    Object.values(stats.nodes)
  return nodes.reduce((sum, it) => sum + it.process.cpu.total_in_millis, 0) / 1000
}
