import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askServer, type PostgresServer, runPostgres, stopPostgres } from '../../test/support/postgres.ts'
import { promote, startStandby, urlOfAny } from '../../test/support/postgres-standby.ts'
import { Replicas } from '../../test/support/replicas.ts'
import { messageUpdate } from '../../test/support/strict-api/updates.ts'
import { eventually } from '../../test/support/watch-calls.ts'
import { median } from '../statistics.ts'
import type { Measure, Row } from './measure.ts'

const REPLICAS = 2
/** Each chat asks one thing; so many chats a second. */
const EVERY_MS = 100
const RECOVERS_WITHIN_MS = 5_000

/** Replicas that are asked something all the time, and what they have answered. */
export async function openLoad(url: string, seed: number, firstId = 100_000) {
  const replicas = new Replicas(url, seed)
  await replicas.api.listen()
  for (let n = 0; n < REPLICAS; n++) await replicas.start()
  /** When each update was confirmed (200) to Telegram, by `performance.now()`. */
  const confirmed = new Map<number, number>()
  const over = new AbortController()
  const running = new Set<Promise<void>>()
  const ask = async () => {
    for (let id = firstId; !over.signal.aborted; id++) {
      const asked: Promise<void> = replicas
        .deliver(messageUpdate(id, id, `/x${id}`))
        .then(() => void confirmed.set(id, performance.now()))
        .finally(() => running.delete(asked))
      running.add(asked)
      await sleep(EVERY_MS)
    }
  }
  const asking = ask()
  const answered = () =>
    replicas.api
      .callsTo('sendMessage')
      .filter(({ done }) => done)
      .map(({ params, atMs }) => ({ id: Number(/x(\d+)/.exec(String(params['text']))?.[1]), atMs }))
  /** From a moment until an update that was brought after it is answered. */
  const recovery = async (sinceMs: number) => {
    const before = new Set(confirmed.keys())
    const later = () => answered().find(({ id, atMs }) => !before.has(id) && atMs > sinceMs)
    await eventually(() => later() !== undefined, 60_000)
    return (later()?.atMs ?? 0) - sinceMs
  }
  const end = async () => {
    over.abort()
    await asking
    await Promise.all(running)
    const ids = () => new Set(answered().map(({ id }) => id))
    for (let waited = 0; ids().size < confirmed.size && waited < 60; waited++) await sleep(500)
    const found = ids()
    const lost = [...confirmed.keys()].filter((id) => !found.has(id)).length
    await replicas.close()
    return { lost, confirmed: confirmed.size }
  }
  return { recovery, end, replicas }
}

/** The server is restarted (fast shutdown) and the time taken until readers are answered again. */
export const restarts: Measure = async ({ server, seed, size, tell }) => {
  await askServer(server, 'postgres', 'CREATE DATABASE restarts')
  const url = `postgres://postgres@/restarts?host=${server.folder}&port=${server.port}`
  const load = await openLoad(url, seed)
  const waits: number[] = []
  for (let n = 0; n < size; n++) {
    await sleep(1_500)
    await stopPostgres(server)
    await runPostgres(server)
    waits.push(await load.recovery(performance.now()))
    tell(`${n + 1} of ${size}: ${waits.at(-1)?.toFixed(0)} ms`)
  }
  return [rowOf(`PostgreSQL restarted ${size} times under load`, waits, await load.end())]
}

/** The primary is killed (SIGKILL) and its standby promoted; then the same with a new standby, and so on. */
export const failovers: Measure = async ({ server, seed, size, tell }) => {
  const folders = Array.from({ length: size }, () => mkdtempSync(join(tmpdir(), 'paperboy-standby-')))
  await askServer(server, 'postgres', 'CREATE DATABASE failovers')
  const waits: number[] = []
  const ended: { lost: number; confirmed: number }[] = []
  let primary: PostgresServer = server
  for (const [n, folder] of folders.entries()) {
    const standby = await startStandby(primary, folder)
    const load = await openLoad(urlOfAny([primary, standby], 'failovers'), seed + n, 100_000 * (n + 1))
    await sleep(3_000)
    await stopPostgres(primary, 'SIGKILL')
    await promote(standby)
    waits.push(await load.recovery(performance.now()))
    await sleep(1_000)
    ended.push(await load.end())
    tell(`${n + 1} of ${size}: ${waits.at(-1)?.toFixed(0)} ms`)
    primary = standby
  }
  await stopPostgres(primary, 'SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  const sum = (pick: 'lost' | 'confirmed') => ended.reduce((all, it) => all + it[pick], 0)
  return [
    rowOf(`primary killed (SIGKILL) under load and its standby promoted, ${size} times`, waits, {
      lost: sum('lost'),
      confirmed: sum('confirmed'),
    }),
  ]
}

export function rowOf(
  figure: string,
  waits: readonly number[],
  { lost, confirmed }: { readonly lost: number; readonly confirmed: number },
): Row {
  const most = Math.max(...waits)
  return {
    figure: `${figure}: readers answered again after the server took connections, median / longest; confirmed and lost`,
    goal: '≤ 5 s; 0',
    measured: `${(median(waits) / 1000).toFixed(1)} / ${(most / 1000).toFixed(1)} s; ${lost} of ${confirmed}`,
    isMet: most <= RECOVERS_WITHIN_MS && lost === 0,
  }
}
