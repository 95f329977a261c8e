import { join } from 'node:path'
import { type Conversation, createConversation, createNewsWriter, type Parts } from './chat/index.ts'
import type { Config } from './config/index.ts'
import { readLines } from './corpus/index.ts'
import type { ChatEvents, Delivery, WaitMemory } from './delivery/index.ts'
import {
  createBell,
  createQuietUntil,
  type Dispatch,
  joinDispatches,
  makeAlertRound,
  openDigestDispatch,
  openLetterDispatch,
  tellOperators,
} from './dispatch/index.ts'
import {
  createIndexFollower,
  createIndexSnapshot,
  createIntake,
  type IntakeProgress,
  joinPieces,
} from './intake/index.ts'
import { createTokeniser, openCutter } from './language/index.ts'
import { type Clock, type Logger, localDate } from './ops/index.ts'
import { createSearch, type SearchEngine } from './search/index.ts'
import { type Archive, type ChatStore, openStore, type PauseStore, type UpdateStore } from './store/index.ts'
import type { ApiOptions, Bot, WebhookSettings } from './telegram/index.ts'

/** In the data folder, beside the database. Without it a start takes longer, and nothing else is lost. */
const INDEX_FILE = 'index.snapshot'
/**
 * Changes for which it is worth to save the index, at least and as a share of all articles: a start catches up with
 * fewer in a moment. At the end, when nobody waits, fewer will do.
 */
const MANY_CHANGES = 200
const MANY_CHANGES_SHARE = 0.01
const FEW_CHANGES = 20

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
  /** Joins what chats are sent unasked to what sends it; nothing is sent before it is started. */
  readonly openDispatch: (delivery: Delivery) => Dispatch
  /** The day that it is where the readers live, `YYYY-MM-DD`. */
  readonly today: () => string
  /** Files of the corpus folder that could not be read whole; the log has each of them, with the reason. */
  readonly unreadable: () => number
  /**
   * Takes the corpus folder into archive and index as it is now.
   * @throws {CorpusFolderError} where it cannot be read
   */
  takeIn(options?: {
    /** Told of the files, and then of the articles that come into the index. */
    readonly onFiles?: (progress: IntakeProgress) => void
    readonly onArticles?: (progress: IntakeProgress) => void
  }): Promise<void>
  /** Saves the index as it is now, for the next start. It is saved now and then in any case. */
  saveIndex(): Promise<void>
  /** Goes on doing so, beside all else, until the app is closed. */
  watch(): void
  close(): Promise<void>
}

/**
 * Opens the data folder, and builds everything that answers questions about what is in it; nothing of it talks to
 * Telegram.
 * @param onArticles told how many articles are in the index, where it must be built
 * @throws {StoreError} where the data folder cannot be used
 */
export async function buildApp(
  config: Config,
  clock: Clock,
  log: Logger,
  onArticles?: (progress: IntakeProgress) => void,
): Promise<App> {
  const cutter = await openCutter()
  if (!cutter.identity.startsWith('jieba'))
    log.warn({ cutter: cutter.identity }, 'nodejieba is not installed: words are cut by Intl.Segmenter')
  const now = () => clock.now()
  const store = await openStore({ folder: config.DATA_DIR, join: joinPieces, now })
  if (store.driver !== 'better-sqlite3')
    log.warn({ driver: store.driver }, `better-sqlite3 cannot be loaded: ${store.driver} stands in for it`)

  const { archive, manifest } = store
  const search = createSearch(createTokeniser(cutter), archive)
  const snapshot = createIndexSnapshot({ file: join(config.DATA_DIR, INDEX_FILE), archive, search, log })
  const follower = createIndexFollower(archive, search, await snapshot.load())
  const intake = createIntake({ folder: config.CORPUS_DIR, manifest, clock, log })
  const closing = new AbortController()
  const { signal } = closing
  const follow = async (onProgress?: (progress: IntakeProgress) => void) => {
    const articles = await follower.catchUp({ signal, ...(onProgress && { onProgress }) })
    if (articles >= MANY_CHANGES) log.info({ articles }, 'took articles into the search index')
    await snapshot.save(follower.revision, Math.max(MANY_CHANGES, MANY_CHANGES_SHARE * search.size))
  }
  await follow(onArticles)

  const today = () => localDate(now(), config.TIME_ZONE)
  const bell = createBell(clock)
  let watching = Promise.resolve()
  const parts: Parts = {
    archive,
    search,
    alerts: store.alerts,
    lists: store.lists,
    bookmarks: store.bookmarks,
    chats: store.chats,
    subscriptions: store.subscriptions,
    digests: store.digests,
    schedule: { time: config.DIGEST_TIME, timeZone: config.TIME_ZONE },
    readLines: ({ source }) => readLines(config.CORPUS_DIR, source),
    now,
    today,
  }
  return {
    archive,
    search,
    conversation: createConversation(parts),
    chatEvents: keepChats(store.chats),
    updates: store.updates,
    waits: tellOperators(keepWaits(store.pauses), {
      outbox: store.outbox,
      adminIds: config.ADMIN_IDS,
      timeZone: config.TIME_ZONE,
      now,
      onLetter: () => bell.ring(),
    }),
    openDispatch: (delivery) =>
      joinDispatches(
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
        openLetterDispatch({
          outbox: store.outbox,
          delivery,
          write: createNewsWriter(parts),
          quietUntil: createQuietUntil(store.subscriptions, config.TIME_ZONE),
          bell,
          clock,
          log,
        }),
      ),
    today,
    unreadable: () => intake.unreadable,
    takeIn: async ({ onFiles, onArticles } = {}) => {
      await intake.pass({ signal, ...(onFiles && { onProgress: onFiles }) })
      await follow(onArticles)
    },
    saveIndex: () => snapshot.save(follower.revision, 1),
    watch: () => {
      watching = intake.watch(signal, async ({ postponed }) => {
        await follow()
        // What is still being written comes with the next pass: one notice for all of it.
        if (postponed > 0) return
        const notices = await makeAlertRound({ archive, alerts: store.alerts, search, now }, signal)
        if (notices > 0) bell.ring()
      })
    },
    close: async () => {
      closing.abort()
      await watching
      await snapshot.save(follower.revision, FEW_CHANGES)
      await store.close()
    },
  }
}

/** Joins the conversation to Telegram, or to another server of the Bot API. Nothing is called before the bot runs. */
export async function openBot(
  { conversation, chatEvents, updates, waits, openDispatch }: App,
  { webhook, ...server }: ApiOptions & { readonly webhook?: WebhookSettings | undefined },
  clock: Clock,
  log: Logger,
): Promise<{ readonly bot: Bot; readonly delivery: Delivery; readonly dispatch: Dispatch }> {
  // Loaded here: whoever asks one question at the command line need not wait for them.
  const { openDelivery } = await import('./delivery/index.ts')
  const { createApi, createApiClient, createBot } = await import('./telegram/index.ts')
  const telegram = await createApiClient(server)
  const api = createApi(telegram)
  const delivery = await openDelivery({ api, events: chatEvents, waits, clock, chance: Math.random, log })
  return {
    bot: createBot({ telegram, webhook, conversation, delivery, seen: updates, clock, log }),
    delivery,
    dispatch: openDispatch(delivery),
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
