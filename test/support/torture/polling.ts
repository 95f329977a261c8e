import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../strict-api/fault.ts'
import type { StrictCall } from '../strict-api/strict-api.ts'
import { startStrictBot } from '../strict-api/strict-bot.ts'
import { callbackUpdate, inlineUpdate, messageUpdate, readerOf } from '../strict-api/updates.ts'
import { memoryOf } from './memory-of.ts'
import { randomFrom } from './random.ts'

const FAULT_EVERY_MS = 5_000
/** Between two updates, on average. */
const UPDATE_EVERY_MS = 700
/** Longest that the server is away: what is asked meanwhile can still be answered in time. */
const LONGEST_AWAY_MS = 7_000
/** After the last fault what waits is answered within this time: a send that hangs is tried again after 30 s. */
const DRAIN_MS = 100_000
const FIRST_USER = 300_000

/** What may become of any call. */
const LOST_CALLS: readonly Fault[] = [
  { kind: 'status', status: 429, retryAfter: 1 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 401 },
  { kind: 'html', status: 502 },
  { kind: 'html', status: 200 },
  { kind: 'html', status: 200, after: true },
  { kind: 'empty' },
  { kind: 'null' },
  { kind: 'half' },
  { kind: 'half', after: true },
  { kind: 'reset' },
  { kind: 'reset', after: true },
  { kind: 'huge' },
  { kind: 'hang' },
]
/** What Telegram may say to a poll besides. */
const REFUSED_POLLS: readonly Fault[] = [400, 403, 404, 409].map((status) => ({ kind: 'status', status }))

const METHODS = [
  'getUpdates',
  'getUpdates',
  'getUpdates',
  'sendMessage',
  'answerCallbackQuery',
  'answerInlineQuery',
]

/** What has come of so many minutes. */
export interface SoakFigures {
  readonly minutes: number
  /** How often each kind of fault was met. */
  readonly faults: Readonly<Record<string, number>>
  readonly updates: number
  /** 0 if the bot ran until it was told to stop, and then ended in order. */
  readonly exits: number
  /** Updates that nobody answered, with the calls that were made for them. */
  readonly lost: readonly string[]
  /** Replies that came twice, and those among them of which the log says nothing. */
  readonly duplicates: number
  readonly unmarked: number
  readonly firstRssMb: number
  readonly lastRssMb: number
  /** What the bot logged, then the calls it made, a JSON object a line: to find out what became of a lost update. */
  readonly record: string
}

/** Of the parameters of a call only those that say for whom it was, or from where on. */
const whoseOf = ({ chat_id, callback_query_id, inline_query_id, offset }: StrictCall['params']) => ({
  chat_id,
  callback_query_id,
  inline_query_id,
  offset,
})

/** Lets a bot poll for so long, with a fault every five seconds, and readers who write, press and search meanwhile. */
export async function soakPolling(minutes: number, seed: number): Promise<SoakFigures> {
  const random = randomFrom(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const strict = await startStrictBot()
  const { api, bot } = strict
  let hasEnded = false
  void bot.ended.then(() => {
    hasEnded = true
  })
  const faults: Record<string, number> = {}
  const count = (name: string) => {
    faults[name] = (faults[name] ?? 0) + 1
  }

  /** Faults that wait for the next call of their method; a reader's message or query meets one at most. */
  const waiting = new Map<string, Fault>()
  const spoiled = new Set<unknown>()
  api.plan = (method, params) => {
    const fault = waiting.get(method)
    const whose = params['chat_id'] ?? params['callback_query_id'] ?? params['inline_query_id']
    if (!fault || (whose !== undefined && spoiled.has(whose))) return undefined
    waiting.delete(method)
    if (whose !== undefined) spoiled.add(whose)
    count('status' in fault ? `${fault.kind} ${fault.status}` : fault.kind)
    return fault
  }

  const endMs = performance.now() + minutes * 60_000
  const isOn = () => performance.now() < endMs && !hasEnded
  let updateId = 600_000_000
  const users: number[] = []
  const ask = async () => {
    while (isOn()) {
      const user = FIRST_USER + users.length
      users.push(user)
      updateId += 1
      const kind = user % 3
      api.updates.push(
        kind === 0
          ? messageUpdate(updateId, user, user % 2 === 0 ? '/help' : '成都')
          : kind === 1
            ? callbackUpdate(updateId, user, 'n')
            : inlineUpdate(updateId, user, '成都'),
      )
      await sleep(UPDATE_EVERY_MS * 2 * random())
    }
  }
  const spoil = async () => {
    while (isOn()) {
      await sleep(FAULT_EVERY_MS)
      const chance = random()
      if (chance < 0.05) {
        count('ids begin anew')
        updateId = 1 + Math.floor(random() * 2_000_000_000)
      } else if (chance < 0.12) {
        count('away')
        await api.goAway()
        await sleep(random() * LONGEST_AWAY_MS)
        await api.listen()
      } else {
        const method = pick(METHODS)
        waiting.set(method, pick(method === 'getUpdates' ? [...LOST_CALLS, ...REFUSED_POLLS] : LOST_CALLS))
      }
    }
  }
  await sleep(2000)
  const firstRssMb = memoryOf(bot.pid)
  await Promise.all([ask(), spoil()])
  waiting.clear()

  const done = () => {
    const times = new Map<number, number>()
    for (const { params, done: isDone } of api.calls) {
      const user = isDone ? readerOf(params) : undefined
      if (user !== undefined) times.set(user, (times.get(user) ?? 0) + 1)
    }
    return times
  }
  const drainedMs = performance.now() + DRAIN_MS
  const isWaiting = () => done().size < users.length && performance.now() < drainedMs && !hasEnded
  while (isWaiting()) await sleep(500)
  const lastRssMb = memoryOf(bot.pid)
  const exitedEarly = hasEnded
  const code = await strict.close()

  const times = done()
  const triesOf = (user: number) => api.calls.filter(({ params }) => readerOf(params) === user).length
  const marked = new Set(
    [...bot.said().matchAll(/^.*as a possible duplicate.*$/gm)].map(
      ([line]) => (JSON.parse(line) as { chat: number }).chat,
    ),
  )
  const twice = users.filter((user) => (times.get(user) ?? 0) > 1)
  return {
    minutes,
    faults,
    updates: users.length,
    exits: exitedEarly || code !== 0 ? 1 : 0,
    lost: users
      .filter((user) => !times.has(user))
      .map((user) => `${user} ${['message', 'callback', 'inline'][user % 3]} (${triesOf(user)} calls)`),
    duplicates: twice.length,
    unmarked: twice.filter((user) => !marked.has(user)).length,
    firstRssMb,
    lastRssMb,
    record:
      bot.said() +
      api.calls.map((call) => JSON.stringify({ ...call, params: whoseOf(call.params) })).join('\n'),
  }
}
