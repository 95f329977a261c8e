import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { joinPieces } from '../../../src/intake/index.ts'
import { createLogger, systemClock } from '../../../src/ops/index.ts'
import { openPlayground } from '../../../src/playground/index.ts'
import { openStore, type Subscription } from '../../../src/store/index.ts'
import { startBot } from '../bot-process.ts'
import { openUser } from '../user.ts'
import { eventually, watchCalls } from '../watch-calls.ts'
import { randomFrom } from './random.ts'

/** Digests that come due for each kill. */
const A_ROUND = 6
/** Most that are sent before the kill. */
const MOST_SENT = 5
/** Between two digests that the bot sends are 40 ms. */
const SPACING_MS = 40
const FIRST_CHAT = 100_000
const DAY_MS = 86_400_000

/** What has come of so many kills. */
export interface KilledDigests {
  readonly digests: number
  readonly kills: number
  /** Digests that did not come, or that the ledger does not know to have come. */
  readonly lost: number
  /** Messages beside one for each digest. */
  readonly extra: number
  /** Possible duplicates that the ledger counts. */
  readonly marked: number
  /** Chats that got a second message of which the ledger knows nothing. */
  readonly unmarked: number
}

/**
 * Lets a bot process send digests to a Bot API server over HTTP, and ends it by SIGKILL at random moments; then lets it
 * finish.
 */
export async function killDuringDigests(rounds: number, seed: number): Promise<KilledDigests> {
  const random = randomFrom(seed)
  const log = createLogger('error', { write: () => {} })
  const telegram = await openPlayground({ port: 0, clock: systemClock, log })
  const data = mkdtempSync(join(tmpdir(), 'paperboy-torture-'))
  const settings = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATA_DIR: data,
  }
  const watch = await watchCalls(telegram.url)
  const lobby = await openUser({ url: telegram.url })
  const sent = () => watch.calls.filter(({ method, refused }) => method === 'sendMessage' && !refused)
  const openLedger = () => openStore({ folder: data, join: joinPieces, now: () => Date.now() })

  const day = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10)
  let chats = 0
  const subscribe = async (count: number) => {
    const store = await openLedger()
    for (let n = 0; n < count; n++) {
      const chatId = FIRST_CHAT + chats++
      await lobby.act('add-user', { id: chatId, name: `读者${chatId}`, started: true })
      await store.subscriptions.save(dueOn(day, chatId))
    }
    await store.close()
  }

  let kills = 0
  for (let round = 0; round < rounds; round++) {
    await subscribe(A_ROUND)
    const before = sent().length
    const bot = await startBot(settings)
    const enough = before + 1 + Math.floor(random() * MOST_SENT)
    await eventually(() => sent().length >= enough, 90_000).catch(() => {
      throw new Error(`round ${round}: ${sent().length - before} came\n${bot.said()}`)
    })
    await sleep(delayMs(random))
    if ((await bot.stop('SIGKILL')) === null) kills++
  }
  const bot = await startBot(settings)
  const reached = () => new Set(sent().map(({ params }) => params['chat_id'])).size
  await eventually(() => reached() >= chats, 60_000 + chats * SPACING_MS * 2).catch(() => {})
  await sleep(500) // whatever came too much would have come by now
  await bot.stop()

  const messages = new Map<number, number>()
  for (const { params } of sent()) {
    const chatId = Number(params['chat_id'])
    messages.set(chatId, (messages.get(chatId) ?? 0) + 1)
  }
  const store = await openLedger()
  const figures = { digests: chats, kills, lost: 0, extra: 0, marked: 0, unmarked: 0 }
  for (let chatId = FIRST_CHAT; chatId < FIRST_CHAT + chats; chatId++) {
    const digest = await store.digests.get({ chatId, day })
    const extra = (messages.get(chatId) ?? 0) - 1
    if (extra < 0 || digest?.state !== 'sent') figures.lost++
    figures.extra += Math.max(0, extra)
    figures.marked += digest?.possibleDuplicates ?? 0
    if (extra > (digest?.possibleDuplicates ?? 0)) figures.unmarked++
  }
  await store.close()
  lobby.close()
  watch.close()
  await telegram.close()
  rmSync(data, { recursive: true })
  return figures
}

/** When to kill after a message came: while it is noted, while the next one is on its way, or whenever it is. */
function delayMs(random: () => number): number {
  const kind = random()
  if (kind < 0.25) return random() * 2
  return kind < 0.75 ? SPACING_MS * (0.9 + random() * 0.4) : random() * 2 * SPACING_MS
}

/** Due since noon of a day in Greenwich, and not again for a week. */
const dueOn = (day: string, chatId: number): Subscription => ({
  chatId,
  time: '12:00',
  weekdays: [new Date(day).getUTCDay() || 7],
  timeZone: 'UTC',
  topics: [],
  length: 'short',
  skipWhenEmpty: false,
})
