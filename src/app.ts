import { type Conversation, createConversation } from './chat/index.ts'
import type { Config } from './config/index.ts'
import { readLines } from './corpus/index.ts'
import { createIndexFollower, createIntake, type IntakeProgress, joinPieces } from './intake/index.ts'
import { createTokeniser, openCutter } from './language/index.ts'
import { type Clock, type Logger, localDate } from './ops/index.ts'
import { createSearch, type SearchEngine } from './search/index.ts'
import {
  type Archive,
  createMemoryBookmarks,
  createMemoryChats,
  createMemoryLists,
  openStore,
} from './store/index.ts'

/** The parts, built and joined. */
export interface App {
  readonly archive: Archive
  readonly search: SearchEngine
  readonly conversation: Conversation
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
  const store = await openStore({ folder: config.DATA_DIR, join: joinPieces })
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
      lists: createMemoryLists(),
      bookmarks: createMemoryBookmarks(),
      chats: createMemoryChats(),
      readLines: ({ source }) => readLines(config.CORPUS_DIR, source),
      now: () => clock.now(),
      today,
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
