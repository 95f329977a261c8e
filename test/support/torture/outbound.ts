import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { joinPieces } from '../../../src/intake/index.ts'
import { createLogger, systemClock } from '../../../src/ops/index.ts'
import { openPlayground } from '../../../src/playground/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { dueOn } from '../a-subscription.ts'
import { putReadPages, startBot } from '../bot-process.ts'
import { aNotice } from '../outbox.ts'
import { openUser } from '../user.ts'
import { eventually, watchCalls } from '../watch-calls.ts'
import { randomFrom } from './random.ts'

/** What comes due for each kill, each in a chat of its own. */
const A_ROUND = ['digest', 'alert', 'digest', 'notice', 'digest', 'alert'] as const
/** At most so many are sent before the kill. */
const MOST_SENT = 5
/** Between two messages that the bot sends are 40 ms. */
const SPACING_MS = 40
const FIRST_CHAT = 100_000
const DAY_MS = 86_400_000

/** What has come of so many kills. */
export interface KilledOutbound {
  readonly messages: number
  readonly kills: number
  /** Messages whose call had begun and was not recorded, at all kills together. */
  readonly inFlight: number
  /** Messages that did not come, or that the outbox does not know to have come. */
  readonly lost: number
  /** Messages that came besides the first. */
  readonly extra: number
  /** Possible duplicates that the outbox counts. */
  readonly marked: number
  /** Chats that got a second message of which the outbox knows nothing, or which does not say that it may be one. */
  readonly unmarked: number
}

/**
 * Lets a bot process send digests, alerts and notices to a Bot API server over HTTP, and kills it (SIGKILL) at random
 * moments; then lets it finish.
 */
export async function killOutbound(rounds: number, seed: number): Promise<KilledOutbound> {
  const random = randomFrom(seed)
  const log = createLogger('error', { write: () => {} })
  const telegram = await openPlayground({ port: 0, clock: systemClock, log })
  const data = mkdtempSync(join(tmpdir(), 'paperboy-torture-'))
  putReadPages(data)
  const settings = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATA_DIR: data,
  }
  const watch = await watchCalls(telegram.url)
  const lobby = await openUser({ url: telegram.url })
  const sent = () => watch.calls.filter(({ method, refused }) => method === 'sendMessage' && !refused)
  const openDatabase = () => openStore({ folder: data, join: joinPieces, now: () => Date.now() })

  const day = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10)
  let chats = 0
  const addRound = async () => {
    const store = await openDatabase()
    for (const kind of A_ROUND) {
      const chatId = FIRST_CHAT + chats++
      await lobby.act('add-user', { id: chatId, name: `读者${chatId}`, started: true })
      await causes[kind](store, chatId, day)
    }
    await store.close()
  }

  let kills = 0
  let inFlight = 0
  for (let round = 0; round < rounds; round++) {
    await addRound()
    const before = sent().length
    const bot = await startBot(settings)
    const enough = before + 1 + Math.floor(random() * MOST_SENT)
    await eventually(() => sent().length >= enough).catch(() => {
      throw new Error(`round ${round}: ${sent().length - before} came\n${bot.said()}`)
    })
    await sleep(delayMs(random))
    if ((await bot.stop('SIGKILL')) === null) kills++
    const store = await openDatabase()
    for (const { status, messages } of await store.outbox.queues())
      if (status === 'sending') inFlight += messages
    await store.close()
  }
  const bot = await startBot(settings)
  const reached = () => new Set(sent().map(({ params }) => params['chat_id'])).size
  await eventually(() => reached() >= chats, 60_000 + chats * SPACING_MS * 2).catch(() => {})
  await sleep(500) // whatever came too much would have come by now
  await bot.stop()

  const texts = new Map<number, readonly string[]>()
  for (const { params } of sent()) {
    const chatId = Number(params['chat_id'])
    texts.set(chatId, [...(texts.get(chatId) ?? []), String(params['text'])])
  }
  const store = await openDatabase()
  const figures = { messages: chats, kills, inFlight, lost: 0, extra: 0, marked: 0, unmarked: 0 }
  for (let chatId = FIRST_CHAT; chatId < FIRST_CHAT + chats; chatId++) {
    const [message, ...more] = await store.outbox.ofChat(chatId)
    const [first, ...extra] = texts.get(chatId) ?? []
    const marks = message?.possibleDuplicates ?? 0
    if (first === undefined || message?.status !== 'sent' || more.length > 0) figures.lost++
    figures.extra += extra.length
    figures.marked += marks
    if (extra.length > marks || extra.some((text) => !text.includes('可能是重复的'))) figures.unmarked++
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

/** What makes the bot send something of each kind. */
const causes: Readonly<
  Record<(typeof A_ROUND)[number], (store: Store, chatId: number, day: string) => Promise<unknown>>
> = {
  digest: (store, chatId, day) => store.subscriptions.save(dueOn(day, chatId)),
  // All that is in the archive is news to it.
  alert: (store, chatId) => store.alerts.add({ chatId, ownerId: chatId, query: '成都', arrival: 0 }, 1),
  notice: (store, chatId) => store.outbox.add([aNotice('昨天', { chatId })]),
}
