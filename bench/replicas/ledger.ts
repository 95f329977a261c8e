import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { createDigestPlanner } from '../../src/outbound/digest-planner.ts'
import { aSubscription } from '../../test/support/a-subscription.ts'
import { askServer, type PostgresServer, urlOf } from '../../test/support/postgres.ts'
import { logLogSlope, percentile } from '../statistics.ts'
import { type Measure, openBenchStore } from './measure.ts'

const CLAIMS = 300

/** So many digests come due at once: the planner adds them to the outbox; then again, when none of them is new. */
export const planning: Measure = async ({ server, size, tell }) => {
  await askServer(server, 'postgres', 'CREATE DATABASE planning')
  const store = await openBenchStore(urlOf(server, 'planning'))
  const { chatId: _, ...rest } = aSubscription({ time: '00:00', timeZone: 'UTC' })
  await askServer(
    server,
    'planning',
    `INSERT INTO subscriptions (chat_id, thread_id, subscription)
     SELECT n, 0, '${JSON.stringify(rest)}' FROM generate_series(1, ${size}) AS n`,
  )
  await askServer(server, 'planning', 'ANALYZE')
  const { outbox, subscriptions } = store
  const log = createLogger('error', { write: (line: string) => tell(line.trim()) })
  const plan = createDigestPlanner(
    { outbox, subscriptions, timeZone: 'UTC', clock: systemClock, log },
    new AbortController().signal,
  )
  const seconds: number[] = []
  const processor: number[] = []
  const added: number[] = []
  for (let n = 0; n < 2; n++) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    const theirs = serverSeconds(server)
    added.push(await plan(Date.now()))
    seconds.push((performance.now() - began) / 1000)
    const { user, system } = process.cpuUsage(before)
    processor.push((user + system) / 1e6)
    processor.push(serverSeconds(server) - theirs)
  }
  await store.close()
  const [first = 0, again = 0] = seconds
  const [bot = 0, database = 0] = processor.map((it) => it.toFixed(1))
  return [
    {
      figure: `${size.toLocaleString('en')} digests planned / the minute after, when all are known`,
      goal: '≤ 5 s',
      measured: `${first.toFixed(1)} / ${again.toFixed(1)} s ; processor for the first: ${bot} s of the bot, ${database} s of the server`,
      isMet: added[0] === size && added[1] === 0 && Math.max(first, again) <= 5,
    },
  ]
}

/** Processor time of all processes of a server. */
function serverSeconds({ folder }: PostgresServer): number {
  const first = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((it) => /^\d+$/.test(it)))
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      if (pid === first || fields[1] === first) ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It has ended meanwhile.
    }
  return ticks / 100
}

/** The ledger grows to so many rows: what is due is found and claimed as fast as with few. */
export const claims: Measure = async ({ server, size, tell }) => {
  await askServer(server, 'postgres', 'CREATE DATABASE claims')
  const store = await openBenchStore(urlOf(server, 'claims'))
  const { outbox } = store
  const stopping = new AbortController()
  const leadership = await store.lead?.(stopping.signal)
  const found: { rows: number; claim: number; due: number }[] = []
  for (const rows of [size / 100, size / 10, size]) {
    const [{ had = 0 } = {}] = await askServer(
      server,
      'claims',
      'SELECT count(*)::integer AS had FROM outbox_messages',
    )
    const now = Date.now()
    // Nine of ten were sent within the last month; the others are due, most of them later.
    await askServer(
      server,
      'claims',
      `INSERT INTO outbox_messages (kind, unique_key, chat_id, thread_id, payload, priority, status, attempts, due_ms,
         run_at_ms, created_ms, finished_ms, message_id)
       SELECT 'operatorNotice', 'n' || n, n % 200000, 0, '{"kind":"longWait","since":"a","until":"b"}', 1,
         CASE WHEN n % 10 = 0 THEN 'due' ELSE 'sent' END, 1, ${now} - n, ${now} - n + (n % 20) * 30000000, ${now} - n,
         CASE WHEN n % 10 = 0 THEN NULL ELSE ${now} - n END, n
       FROM generate_series(${Number(had) + 1}, ${rows}) AS n`,
    )
    await askServer(server, 'claims', 'ANALYZE')
    const [dueMs, claimMs]: [number[], number[]] = [[], []]
    while (claimMs.length < CLAIMS) {
      const began = performance.now()
      const due = await outbox.due(Date.now(), 25)
      dueMs.push(performance.now() - began)
      if (due.length === 0) break
      for (const { id } of due) {
        const start = performance.now()
        if (!(await outbox.claim(id))) throw new Error(`${id} is not claimed`)
        claimMs.push(performance.now() - start)
        await outbox.complete(id, { messageId: 1 })
      }
    }
    const [claim, due] = [percentile(claimMs, 0.95), percentile(dueMs, 0.95)]
    found.push({ rows, claim, due })
    tell(`${rows} rows: claim p95 ${claim.toFixed(1)} ms of ${claimMs.length}, due p95 ${due.toFixed(1)} ms`)
  }
  await leadership?.release()
  await store.close()
  const slope = logLogSlope(found.map(({ rows, claim }) => [rows, claim]))
  const of = (pick: 'claim' | 'due') => found.map((it) => it[pick].toFixed(1)).join(' / ')
  const last = found.at(-1)
  return [
    {
      figure: `claim of a message, p95 with ${found.map(({ rows }) => rows.toLocaleString('en')).join(' / ')} rows`,
      goal: '≤ 20 ms, no slope',
      measured: `${of('claim')} ms, slope ${slope.toFixed(2)} (0: does not grow; 1: as the rows do)`,
      isMet: (last?.claim ?? Infinity) <= 20 && slope < 0.15,
    },
    {
      figure: 'the 25 that are due next found, p95, the same rows',
      goal: 'no slope',
      measured: `${of('due')} ms, slope ${logLogSlope(found.map(({ rows, due }) => [rows, due])).toFixed(2)}`,
      isMet: (last?.due ?? Infinity) <= 100,
    },
  ]
}
