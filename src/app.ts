import { type Conversation, createConversation } from './chat/index.ts'
import type { Config } from './config/index.ts'
import { joinContinuations, type Page, readCorpus, readLines } from './corpus/index.ts'
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

/** The parts, built and joined. */
export interface App {
  readonly archive: Archive
  readonly search: SearchEngine
  readonly conversation: Conversation
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
  const conversation = createConversation({
    archive,
    search,
    lists: createMemoryLists(),
    bookmarks: createMemoryBookmarks(),
    chats: createMemoryChats(),
    countPages: async () => pages.length,
    readLines: (article) => readLines(config.CORPUS_DIR, article.source),
    now: () => clock.now(),
    today,
  })
  return { archive, search, conversation, today, loaded, close: () => archive.close() }
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
