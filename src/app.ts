import { type Conversation, createConversation } from './chat/index.ts'
import type { Config } from './config/index.ts'
import { readLines } from './corpus/index.ts'
import { type ChatEvents, type Delivery, openDelivery, type WaitMemory } from './delivery/index.ts'
import { type DigestDispatch, openDigestDispatch } from './dispatch/index.ts'
import { createIndexFollower, createIntake, type IntakeProgress, joinPieces } from './intake/index.ts'
import { createTokeniser, openCutter } from './language/index.ts'
import { type Clock, type Logger, localDate } from './ops/index.ts'
import { createSearch, type SearchEngine } from './search/index.ts'
import { type Archive, type ChatStore, openStore, type PauseStore, type UpdateStore } from './store/index.ts'
import {
  type ApiOptions,
  type Bot,
  createApi,
  createApiClient,
  createBot,
  type WebhookSettings,
} from './telegram/index.ts'

/** The parts, built and joined. */
export interface App {
  readonly archive: Archive
  readonly search: SearchEngine
  readonly conversation: Conversation
  /** What becomes of chats, for all that is kept of them. */
  readonly chatEvents: ChatEvents
  /** Which updates have been taken. */
  readonly updates: UpdateStore
  /** How long Telegram wants to hear nothing. */
  readonly waits: WaitMemory
  /** Joins the daily digests to what sends them; nothing is sent before it is started. */
  readonly openDigests: (delivery: Delivery) => DigestDispatch
  /** The day that it is where the readers live, `YYYY-MM-DD`. */
  readonly today: () => string
  /** Files of the corpus folder that could not be read whole; the log has each of them, with the reason. */
  readonly unreadable: () => number
  /**
   * Takes the corpus folder into archive and index as it is now.
   * @throws {CorpusFolderError} where it cannot be read
   */
  takeIn(onProgress?: (progress: IntakeProgress) => void): Promise<void>
  /** Goes on doing so, beside all else, until the app is closed. */
  watch(): void
  close(): Promise<void>
}

/**
 * Opens the data folder, and builds everything that answers questions about what is in it; nothing of it talks to
 * Telegram.
 * @throws {StoreError} where the data folder cannot be used
 */
export async function buildApp(config: Config, clock: Clock, log: Logger): Promise<App> {
  const cutter = openCutter()
  if (!cutter.identity.startsWith('nodejieba'))
    log.warn({ cutter: cutter.identity }, 'jieba cannot be loaded: words are cut by Intl.Segmenter')
  const store = await openStore({ folder: config.DATA_DIR, join: joinPieces, now: () => clock.now() })
  if (store.driver !== 'better-sqlite3')
    log.warn({ driver: store.driver }, `better-sqlite3 cannot be loaded: ${store.driver} stands in for it`)

  const { archive, manifest } = store
  const search = createSearch(createTokeniser(cutter), archive)
  const follower = createIndexFollower(archive, search)
  const intake = createIntake({ folder: config.CORPUS_DIR, manifest, clock, log })
  await follower.catchUp()

  const today = () => localDate(clock.now(), config.TIME_ZONE)
  const closing = new AbortController()
  const { signal } = closing
  let watching = Promise.resolve()
  return {
    archive,
    search,
    conversation: createConversation({
      archive,
      search,
      lists: store.lists,
      bookmarks: store.bookmarks,
      chats: store.chats,
      subscriptions: store.subscriptions,
      digests: store.digests,
      schedule: { time: config.DIGEST_TIME, timeZone: config.TIME_ZONE },
      readLines: ({ source }) => readLines(config.CORPUS_DIR, source),
      now: () => clock.now(),
      today,
    }),
    chatEvents: keepChats(store.chats),
    updates: store.updates,
    waits: keepWaits(store.pauses),
    openDigests: (delivery) =>
      openDigestDispatch({
        archive,
        search,
        lists: store.lists,
        chats: store.chats,
        subscriptions: store.subscriptions,
        digests: store.digests,
        delivery,
        timeZone: config.TIME_ZONE,
        clock,
        log,
      }),
    today,
    unreadable: () => intake.unreadable,
    takeIn: async (onProgress = () => {}) => {
      await intake.pass({ signal, onProgress })
      await follower.catchUp(signal)
    },
    watch: () => {
      watching = intake.watch(signal, async () => void (await follower.catchUp(signal)))
    },
    close: async () => {
      closing.abort()
      await watching
      await store.close()
    },
  }
}

/** Joins the conversation to Telegram, or to another server of the Bot API. Nothing is called before the bot runs. */
export async function openBot(
  { conversation, chatEvents, updates, waits, openDigests }: App,
  { webhook, ...server }: ApiOptions & { readonly webhook?: WebhookSettings | undefined },
  clock: Clock,
  log: Logger,
): Promise<{ readonly bot: Bot; readonly delivery: Delivery; readonly digests: DigestDispatch }> {
  const telegram = await createApiClient(server)
  const api = createApi(telegram)
  const delivery = await openDelivery({ api, events: chatEvents, waits, clock, chance: Math.random, log })
  return {
    bot: createBot({ telegram, webhook, conversation, delivery, seen: updates, clock, log }),
    delivery,
    digests: openDigests(delivery),
  }
}

const keepChats = (chats: ChatStore): ChatEvents => ({
  onGone: (chatId, reason) => chats.pause(chatId, reason === 'silenced' ? 'forbidden' : 'blocked'),
  onBack: async (chatId) => {
    const chat = await chats.get(chatId)
    if (chat?.paused) await chats.heard(chat)
  },
  onMoved: (from, to) => chats.migrate(from, to),
})

/** Waits for a chat or for all outlive the process; those for one method are short, and told again where they are not. */
const keepWaits = (pauses: PauseStore): WaitMemory => ({
  remember: async ({ scope, untilMs }) => {
    if (scope === 'all') await pauses.set({ untilMs })
    else if (scope.startsWith('chat '))
      await pauses.set({ chatId: Number(scope.slice('chat '.length)), untilMs })
  },
  recall: async (nowMs) =>
    (await pauses.active(nowMs)).map(({ chatId, untilMs }) => ({
      scope: chatId === undefined ? 'all' : `chat ${chatId}`,
      untilMs,
    })),
})
