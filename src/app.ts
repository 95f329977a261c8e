import { type Conversation, createConversation } from './chat/index.ts'
import type { Config } from './config/index.ts'
import { joinContinuations, type Page, readCorpus, readLines } from './corpus/index.ts'
import { type ChatEvents, createMemoryWaits, type Delivery, openDelivery } from './delivery/index.ts'
import { createTokeniser, openCutter } from './language/index.ts'
import { type Clock, type Logger, localDate } from './ops/index.ts'
import { createSearch, type SearchEngine } from './search/index.ts'
import {
  type Archive,
  createMemoryArchive,
  createMemoryBookmarks,
  createMemoryChats,
  createMemoryLists,
} from './store/index.ts'
import {
  type ApiOptions,
  type Bot,
  createApi,
  createApiClient,
  createBot,
  createMemorySeenUpdates,
  type WebhookSettings,
} from './telegram/index.ts'

/** The parts, built and joined. */
export interface App {
  readonly archive: Archive
  readonly search: SearchEngine
  readonly conversation: Conversation
  /** What becomes of chats, for all that is kept of them. */
  readonly chatEvents: ChatEvents
  /** The day that it is where the readers live, `YYYY-MM-DD`. */
  readonly today: () => string
  readonly loaded: Loaded
  close(): Promise<void>
}

/** What was read from the corpus folder. */
export interface Loaded {
  readonly pages: number
  readonly articles: number
  /** Files that were skipped; the log has each of them, with the reason. */
  readonly unreadable: number
}

/**
 * Reads the corpus and builds everything that answers questions about it; nothing of it talks to Telegram.
 * @throws {CorpusFolderError} where the corpus folder cannot be read
 */
export async function buildApp(config: Config, clock: Clock, log: Logger): Promise<App> {
  const archive = createMemoryArchive()
  const cutter = openCutter()
  if (!cutter.identity.startsWith('nodejieba'))
    log.warn(
      { cutter: cutter.identity },
      'nodejieba cannot be loaded: Intl.Segmenter cuts words, and finds fewer names',
    )
  const search = createSearch(createTokeniser(cutter), archive)

  const { pages, unreadable } = await readPages(config.CORPUS_DIR, log)
  const articles = joinContinuations(pages).flatMap((page) => page.articles)
  await archive.put(articles)
  await search.add(articles)

  const loaded = { pages: pages.length, articles: articles.length, unreadable }
  const today = () => localDate(clock.now(), config.TIME_ZONE)
  const chats = createMemoryChats()
  const conversation = createConversation({
    archive,
    search,
    lists: createMemoryLists(),
    bookmarks: createMemoryBookmarks(),
    chats,
    countPages: async () => pages.length,
    readLines: (article) => readLines(config.CORPUS_DIR, article.source),
    now: () => clock.now(),
    today,
  })
  const chatEvents: ChatEvents = {
    // Nothing is sent to a chat unasked, so there is nothing to pause.
    onGone: async () => {},
    onBack: async () => {},
    onMoved: async (from, to) => chats.change(to, await chats.settings(from)),
  }
  return { archive, search, conversation, chatEvents, today, loaded, close: () => archive.close() }
}

/** Joins the conversation to Telegram, or to another server of the Bot API. Nothing is called before the bot runs. */
export async function openBot(
  { conversation, chatEvents }: App,
  { webhook, ...server }: ApiOptions & { readonly webhook?: WebhookSettings | undefined },
  clock: Clock,
  log: Logger,
): Promise<{ readonly bot: Bot; readonly delivery: Delivery }> {
  const telegram = await createApiClient(server)
  const delivery = await openDelivery({
    api: createApi(telegram),
    events: chatEvents,
    waits: createMemoryWaits(),
    clock,
    chance: Math.random,
    log,
  })
  const seen = createMemorySeenUpdates(clock)
  return { bot: createBot({ telegram, webhook, conversation, delivery, seen, clock, log }), delivery }
}

async function readPages(folder: string, log: Logger) {
  const pages: Page[] = []
  let unreadable = 0
  for await (const told of readCorpus(folder)) {
    if (told.event === 'page') pages.push(told.page)
    if (told.event !== 'unreadable') continue
    unreadable++
    log.warn({ code: told.error.code, file: told.error.file }, told.error.message)
  }
  return { pages, unreadable }
}
