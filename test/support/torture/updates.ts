import { type BotProcess, freePort, startBot } from '../bot-process.ts'
import { newReader } from '../reader.ts'
import { eventually, watchCalls } from '../watch-calls.ts'
import { mutatedUpdates } from './mutated-updates.ts'
import { randomFrom } from './random.ts'

const NODE_OPTIONS = '--import tsx --import ./test/support/torture/report-heap.ts'

/** Sends an update to the bot as Telegram does. @returns the HTTP status */
async function post({ webhook }: BotProcess, update: object): Promise<number> {
  const headers = { 'x-telegram-bot-api-secret-token': webhook?.secret ?? '' }
  const body = JSON.stringify(update)
  return (await fetch(webhook?.url ?? '', { method: 'POST', body, headers })).status
}

/** Does it with all, a few at a time. */
async function withAll<T>(all: readonly T[], deed: (it: T) => Promise<unknown>, atOnce = 8): Promise<void> {
  const left = [...all].toReversed()
  const work = async () => {
    for (let it = left.pop(); it !== undefined; it = left.pop()) await deed(it)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

function shuffled<T>(all: readonly T[], seed: number): readonly T[] {
  const random = randomFrom(seed)
  return all
    .map((it) => ({ it, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ it }) => it)
}

/** How many inline queries the bot has worked out, by its own count. */
async function inlineAnswers(opsPort: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text()
  const counts = text.matchAll(/^paperboy_answer_seconds_count\{request="inline",[^}]*\} (\d+)$/gm)
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0)
}

/**
 * Gives the bot `count` updates `times` times each, in any order; each has one effect that can be counted: where it is
 * worked out, as a call with the answer is made again if nothing comes of it within seconds, which does no harm.
 */
export async function repeatUpdates(count: number, times: number, seed: number) {
  const opsPort = await freePort()
  const bot = await startBot({ OPS_PORT: `${opsPort}` }, 'webhook')
  const watch = await watchCalls(bot.url)
  const updates = Array.from({ length: count }, (_, number) => ({
    update_id: 1_000_000 + number,
    inline_query: {
      id: `i${number}`,
      from: { id: 80_000 + (number % 200), is_bot: false, first_name: '王' },
      query: '成都',
      offset: '',
    },
  }))
  await withAll(shuffled(Array.from({ length: times }, () => updates).flat(), seed), (it) => post(bot, it))
  const answers = () => watch.calls.filter(({ method }) => method === 'answerInlineQuery')
  const answered = () => new Set(answers().map(({ params }) => params['inline_query_id'])).size
  await eventually(() => answered() >= count)
  await (await newReader(bot.url)).say('/help') // whatever came too much would have come by now
  const result = { effects: await inlineAnswers(opsPort), different: answered() }
  watch.close()
  await bot.stop()
  return result
}

/** What the bot's heap holds after a collection, in MB. */
async function heapOf({ pid, said }: BotProcess): Promise<number> {
  const told = () => [...said().matchAll(/^heap ([\d.]+) MB$/gm)]
  const before = told().length
  process.kill(pid, 'SIGUSR2')
  await eventually(() => told().length > before)
  return Number(told().at(-1)?.[1])
}

/** Gives the bot updates of any form. @returns its heap in MB after each tenth, and what it said of itself */
export async function mutateUpdates(mode: 'polling' | 'webhook', count: number, seed: number) {
  const bot = await startBot({ LOG_LEVEL: 'error', NODE_OPTIONS }, mode)
  const reader = await newReader(bot.url)
  const updates = mutatedUpdates(count, seed)
  const heap: number[] = []
  const tenth = Math.ceil(count / 10)
  const statuses = new Set<number>()
  for (let from = 0; from < count; from += tenth) {
    const some = updates.slice(from, from + tenth).map((update, place) => ({ update, number: from + place }))
    await withAll(some, async ({ update, number }) => {
      // A webhook's updates have ids of their own; on the queue of a polling bot they get the next ones.
      if (mode === 'webhook') statuses.add(await post(bot, { update_id: 2_000_000 + number, ...update }))
      else await reader.user.act('give-update', { update })
    })
    heap.push(await heapOf(bot))
  }
  // Whoever asks now stands behind all of them.
  const { text } = await reader.say('/help')
  const said = bot.said()
  const code = await bot.stop()
  return { answered: text.includes('怎么用'), said, code, heap, statuses: [...statuses] }
}
