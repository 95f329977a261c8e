import { setTimeout as sleep } from 'node:timers/promises'
import { SearchServerError } from '../../../src/search/index.ts'
import { queriesOfAllKinds } from '../../search/kinds-of-query.ts'
import type { Cluster, ClusterNode } from '../cluster.ts'
import { changesOf, type Setting, tokeniser } from '../setting.ts'
import { monthsOf } from './months-of.ts'
import { addUp, type StreamResult, streamQueries } from './query-stream.ts'

/** Queries with the totals of the whole archive. The server is asked each until it has answered: then it is warm. */
async function expectedTotals({
  articles,
  memory,
  fill,
  server,
}: Setting): Promise<readonly (readonly [string, number])[]> {
  await fill()
  const asked = await queriesOfAllKinds(articles, tokeniser, 8, 77)
  const plain = asked.filter(({ kind }) =>
    ['one word', 'two words', 'headline', 'phrase', 'excluded'].includes(kind),
  )
  const totals: (readonly [string, number])[] = []
  for (const { query } of plain) {
    const { total } = await memory.search(query, { today: '2024-12-31' })
    totals.push([query, total])
    for (let tries = 0; tries < 10; tries++)
      if ((await server.search(query, { today: '2024-12-31' }).catch(() => undefined))?.total === total) break
  }
  return totals
}

const told = (it: StreamResult) =>
  `${it.asked} asked, ${it.refused} refused in a sentence${it.refused > 0 ? ` ${JSON.stringify(it.reasons)}` : ''}, ${it.marked} partial and marked, ${it.unmarked} partial and not marked, ${it.broken.length} broken, longest ${(it.longestMs / 1000).toFixed(1)} s`

/** `kill -9` of a data node and of the elected manager by turns, while queries go on. */
export async function killNodes(
  cluster: Cluster,
  setting: Setting,
  rounds: number,
  rate: number,
): Promise<readonly string[]> {
  const expected = await expectedTotals(setting)
  const results: StreamResult[] = []
  let slowestMs = 0
  for (let round = 0; round < rounds; round++) {
    const manager = await managerOf(cluster)
    const victim = victimOf(cluster, manager, round)
    let isOver = false
    const stream = streamQueries(setting, expected, rate, () => isOver)
    await sleep(1000)
    const killedMs = performance.now()
    await victim.end('SIGKILL')
    await sleep(4000)
    victim.start()
    await sleep(5000)
    isOver = true
    const result = await stream
    results.push(result)
    slowestMs = Math.max(slowestMs, result.lastNotWholeMs - killedMs)
    console.error(
      `round ${round + 1}: ${victim === manager ? 'manager' : 'data node'} ${victim.name}: ${told(result)}`,
    )
    await cluster.ready('green')
  }
  const all = addUp(results)
  return [
    `${rounds} rounds of kill -9 at ${rate} queries a second | ${told(all)}`,
    `whole answers again after a kill, at the latest | ${(slowestMs / 1000).toFixed(1)} s`,
    ...all.broken.slice(0, 5).map((it) => `broken | ${it}`),
  ]
}

/** A node that is frozen: it holds its connections, and says nothing. */
export async function freezeNode(cluster: Cluster, setting: Setting): Promise<readonly string[]> {
  const expected = await expectedTotals(setting)
  const results: StreamResult[] = []
  for (const node of cluster.nodes) {
    let isOver = false
    const stream = streamQueries(setting, expected, 5, () => isOver)
    await sleep(1000)
    node.process?.kill('SIGSTOP')
    await sleep(10_000)
    node.process?.kill('SIGCONT')
    isOver = true
    results.push(await stream)
    await cluster.ready('green')
  }
  return [`each node frozen for 10 s, at 5 queries a second | ${told(addUp(results))}`]
}

/** No node is left. */
export async function killAll(cluster: Cluster, setting: Setting): Promise<readonly string[]> {
  await Promise.all(cluster.nodes.map((it) => it.end('SIGKILL')))
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const start = performance.now()
    const failed = await setting.server.search('台风').catch((error: unknown) => error)
    if (!(failed instanceof SearchServerError)) throw new Error('a search without a server succeeded')
    times.push(performance.now() - start)
  }
  for (const it of cluster.nodes) it.start()
  await cluster.ready('green')
  await setting.fill()
  const { total } = await setting.server.search('台风')
  return [
    `all nodes killed: a sentence after, at most | ${(Math.max(...times) / 1000).toFixed(1)} s`,
    `told of it | ${setting.events.slice(-2).join('; ').slice(0, 120)}`,
    `when they are back, articles found | ${total} (memory: ${(await setting.memory.search('台风')).total})`,
  ]
}

const PAUSE_MS = 500
/** A fast machine writes all before the third kill. */
const LEAST_KILLS = 6
/** Until a shard has its copy again: another kill before that would lose what one node alone has. */
const SLOWEST_S = 600

/** Kills while articles are written, the manager and another node by turns: what was acknowledged must be there afterwards. */
export async function killWhileWriting(
  cluster: Cluster,
  setting: Setting,
  upserts: number,
): Promise<readonly string[]> {
  const { articles, remote } = setting
  let [written, failed, kills, managers] = [0, 0, 0, 0]
  const over = new AbortController()
  const killing = (async () => {
    while (!over.signal.aborted) {
      await sleep(2000)
      if (over.signal.aborted) break
      const manager = await managerOf(cluster)
      const victim = victimOf(cluster, manager, kills)
      await victim.end('SIGKILL')
      kills++
      if (victim === manager) managers++
      await sleep(2000)
      const beganMs = performance.now()
      victim.start()
      await cluster.ready('green', cluster.nodes.length, SLOWEST_S)
      console.error(
        `kill ${kills}: ${victim === manager ? 'manager' : 'data node'} ${victim.name}, whole again after ${((performance.now() - beganMs) / 1000).toFixed(0)} s, ${written} written`,
      )
    }
  })()
  const isEnough = () => written >= upserts && kills >= LEAST_KILLS
  const first = articles.length
  const changes = changesOf(articles)
  let revision = first
  const latest = new Map<string, string>()
  while (!isEnough()) {
    const slice = Array.from({ length: 500 }, (_, i) => {
      const change = changes[(written + i) % changes.length]
      if (change === undefined) throw new Error('there are no articles')
      return { ...change, revision: revision + i + 1, hash: `n${revision + i + 1}` }
    })
    try {
      await remote.apply(slice, revision + slice.length, true)
    } catch (error) {
      if (!(error instanceof SearchServerError)) throw error
      failed++
      continue
    }
    for (const { id, hash } of slice) latest.set(id, hash)
    // A node that catches up needs the processor, too.
    await sleep(PAUSE_MS)
    written += slice.length
    revision += slice.length
  }
  over.abort()
  await killing
  await cluster.ready('green')
  await remote.apply([], revision)
  const { documents, revision: noted } = await remote.state()
  const wanted = monthsOf(articles, (id, i) => latest.get(id) ?? `${i}`)
  const found = await remote.months()
  const lost = [...wanted].filter(([month, { count, sum }]) => {
    const there = found.get(month)
    return there?.count !== count || there.sum !== sum
  })
  return [
    `${written} upserts with ${kills} kills, ${managers} of the manager (${failed} requests sent again) | ${documents} of ${articles.length} articles, ${lost.length} months that differ, revision ${noted} of ${revision}`,
  ]
}

/** The manager, then one of the others, and so on. */
const victimOf = ({ nodes }: Cluster, manager: ClusterNode, round: number): ClusterNode =>
  round % 2 === 0
    ? manager
    : (nodes.filter((it) => it !== manager)[((round - 1) / 2) % (nodes.length - 1)] ?? manager)

async function managerOf(cluster: Cluster): Promise<ClusterNode> {
  for (const { url } of cluster.nodes)
    try {
      const name = (await (await fetch(`${url}/_cat/cluster_manager?h=node`)).text()).trim()
      const found = cluster.nodes.find((it) => it.name === name)
      if (found) return found
    } catch {
      // The next one knows.
    }
  throw new Error('no node knows the manager')
}
