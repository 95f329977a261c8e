import { setTimeout as sleep } from 'node:timers/promises'
import { askServer, type PostgresServer, runPostgres, stopPostgres, urlOf } from '../postgres.ts'
import { mostWithin, Replicas } from '../replicas.ts'
import { messageUpdate } from '../strict-api/updates.ts'

/** How much is done to the replicas while updates come. */
interface Torture {
  readonly replicas: number
  readonly updates: number
  readonly kills: number
  /** Of any replica, by SIGSTOP for eight seconds. */
  readonly freezes: number
  /** Of the database server. */
  readonly restarts: number
  readonly seed: number
  readonly tell: (line: string) => void
}

/** What became of the updates. */
export interface ReplicasReport {
  readonly effects: number
  readonly lost: number
  /** Answers beyond the first one, and updates with more of them than say that they may be one. */
  readonly extra: number
  readonly unmarked: number
  /** First answers that came after a later one of the same chat. */
  readonly outOfOrder: number
  readonly mostInASecond: number
  readonly seconds: number
  /** Calls for which the database could not be asked, so that a bot kept to its own budgets. */
  readonly alone: number
}

const EACH = 5
const MARK = '可能是重复的'

/** Brings updates three times each to any of some replicas, and ends, freezes and cuts off what it can meanwhile. */
export async function tortureReplicas(server: PostgresServer, told: Torture): Promise<ReplicasReport> {
  const { seed, tell } = told
  await askServer(server, 'postgres', 'CREATE DATABASE torture')
  const replicas = new Replicas(urlOf(server, 'torture'), seed)
  await replicas.api.listen()
  for (let n = 0; n < told.replicas; n++) await replicas.start()
  const began = performance.now()
  const chats = Math.ceil(told.updates / EACH)
  const byChat = Array.from({ length: chats }, (_, chat) =>
    Array.from({ length: EACH }, (__, n) => {
      const id = 100_000 + n * chats + chat
      return messageUpdate(id, 70_000 + chat, `/x${id}`)
    }),
  )
  const answers = () => replicas.api.callsTo('sendMessage').filter((it) => it.done)
  const idOf = (text: unknown) => Number(/x(\d+)/.exec(String(text))?.[1])
  const delivering = replicas.deliverAll(byChat, 3, 20)
  const deeds = [
    ...Array.from({ length: told.kills }, () => 'kill'),
    ...Array.from({ length: told.freezes }, () => 'freeze'),
    ...Array.from({ length: told.restarts }, () => 'restart'),
  ]
  // Spread over the run: what is left of them when all is answered is not done.
  const every = Math.max(1, Math.floor((told.updates * 0.9) / Math.max(1, deeds.length)))
  let done = 0
  for (const [n, deed] of deeds.toSorted((a, b) => a.localeCompare(b)).entries()) {
    while (answers().length < Math.min((n + 1) * every, told.updates)) await sleep(50)
    if (answers().length >= told.updates) break
    done++
    if (deed === 'kill') {
      await replicas.kill(replicas.any())
      await replicas.start()
    } else if (deed === 'freeze') await freeze(replicas)
    else await restart(server)
    tell(`${deed} ${n + 1} of ${deeds.length}: ${answers().length} answers`)
  }
  await delivering
  const wanted = byChat.flat().length
  const firsts = () => new Set(answers().map(({ params }) => idOf(params['text'])))
  for (let waited = 0; firsts().size < wanted && waited < 60; waited++) await sleep(1_000)
  await sleep(3_000)
  tell(`${done} of ${deeds.length} deeds done`)
  const seconds = Math.round((performance.now() - began) / 1000)
  // Each of them went at the pace of a bot that cannot ask.
  const alone = replicas.said().split('the budgets of all bots cannot be asked').length - 1
  const report = { ...judge(answers(), idOf), lost: wanted - firsts().size, seconds, alone }
  await replicas.close()
  await stopPostgres(server)
  return report
}

function judge(
  calls: readonly { readonly params: Readonly<Record<string, unknown>>; readonly atMs: number }[],
  idOf: (text: unknown) => number,
) {
  const [seen, latest] = [new Map<number, number>(), new Map<unknown, number>()]
  const marks = new Map<number, number>()
  let outOfOrder = 0
  for (const { params } of calls) {
    const id = idOf(params['text'])
    seen.set(id, (seen.get(id) ?? 0) + 1)
    if (String(params['text']).includes(MARK)) marks.set(id, (marks.get(id) ?? 0) + 1)
    if (seen.get(id) !== 1) continue
    if (id < (latest.get(params['chat_id']) ?? 0)) outOfOrder++
    latest.set(params['chat_id'], id)
  }
  const unmarked = [...seen].filter(([id, times]) => times - 1 > (marks.get(id) ?? 0)).length
  const times = calls.map(({ atMs }) => atMs)
  return {
    effects: seen.size,
    extra: calls.length - seen.size,
    unmarked,
    outOfOrder,
    mostInASecond: mostWithin(times, 1_000),
  }
}

/** Freezes any replica for longer than its session lives, so that others take over what it had. */
async function freeze(replicas: Replicas): Promise<void> {
  const { bot } = replicas.any()
  process.kill(bot.pid, 'SIGSTOP')
  await sleep(8_000)
  process.kill(bot.pid, 'SIGCONT')
}

async function restart(server: PostgresServer): Promise<void> {
  await stopPostgres(server)
  await runPostgres(server)
}
