import {
  type Conversation,
  createConversation,
  createNewsWriter,
  type Parts,
  type Reply,
  type Request,
  type WriteNews,
} from '../../src/chat/index.ts'
import type { Channels } from '../../src/chat/turn/channels.ts'
import type { Article } from '../../src/domain/index.ts'
import type { IntakeProgress } from '../../src/intake/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import type { Store } from '../../src/store/index.ts'
import { partialSearch } from './partial-search.ts'
import { searchWithoutServer } from './search-without-server.ts'
import { openTestStore, shelve } from './stores.ts'

/** What a conversation keeps, and the shelf for its articles. */
export type ChatStores = Pick<
  Store,
  | 'alerts'
  | 'archive'
  | 'manifest'
  | 'lists'
  | 'bookmarks'
  | 'chats'
  | 'subscriptions'
  | 'shownArticles'
  | 'outbox'
  | 'personalData'
  | 'doubts'
>

export interface TestConversation {
  readonly conversation: Conversation
  readonly store: ChatStores
  readonly channels: Store['channels']
  readonly search: SearchEngine
  readonly write: WriteNews
  /** More articles come in. */
  readonly arrive: (articles: readonly Article[]) => Promise<void>
  readonly now: () => number
  /** The index is far behind the archive from now on, or not any more. */
  readonly fallBehind: (progress: IntakeProgress | undefined) => void
  /** Does something in a chat; only what the test is about needs to be told. */
  readonly act: (
    action: Request['action'],
    who?: Partial<Omit<Request, 'action'>>,
  ) => Promise<Reply | undefined>
  /** Lets time pass. */
  readonly pass: (ms: number) => void
  /** Somebody sets the clock back: no time passes. */
  readonly setClockBack: (ms: number) => void
}

/** When every test conversation begins: 8 June 2024, a Saturday, 9 o'clock in Shanghai. */
export const BEGINS_MS = Date.UTC(2024, 5, 8, 1)

/**
 * The real conversation over these articles, without Telegram.
 * @param given stores of the test's own; in memory unless told
 */
export async function openConversation(
  articles: readonly Article[],
  given: Partial<Store> = {},
  /** `partial`: a search server of which part is away; `away`: one that gives no answer. */
  {
    pages,
    partial = false,
    away = false,
    gate,
  }: Pick<Parts, 'pages'> & {
    readonly partial?: boolean
    readonly away?: boolean
    /** The server, as it is asked about channels. */
    readonly gate?: Channels['gate']
  } = {},
): Promise<TestConversation> {
  let now = BEGINS_MS
  let passedMs = 0
  let indexing: IntakeProgress | undefined
  const store = { ...(await openTestStore({ now: () => now })), ...given }
  await shelve(store, articles)
  const whole = createSearch(createTokeniser(createIcuSegmenter()), store.archive)
  await whole.add(articles)
  const search = away ? await searchWithoutServer(store.archive) : partial ? partialSearch(whole) : whole
  const parts: Parts = {
    alerts: store.alerts,
    archive: store.archive,
    search,
    lists: store.lists,
    bookmarks: store.bookmarks,
    chats: store.chats,
    subscriptions: store.subscriptions,
    shownArticles: store.shownArticles,
    personalData: store.personalData,
    doubts: store.doubts,
    forgetAfterDays: 90,
    schedule: { time: '08:00', timeZone: 'Asia/Shanghai' },
    readLines: async () => ['第一行', '第二行'],
    facsimileOf: async ({ source }) => (source.regions ? 'clipping' : undefined),
    indexing: () => indexing,
    now: () => now,
    monotonicNow: () => passedMs,
    today: () => '2024-06-08',
    ...(pages && { pages }),
    ...(gate && { channels: { gate, store: store.channels } }),
  }
  const conversation = createConversation(parts)
  return {
    conversation,
    store,
    channels: store.channels,
    search,
    write: createNewsWriter(parts),
    arrive: async (more) => {
      await shelve(store, more)
      await search.add(more)
    },
    now: () => now,
    fallBehind: (progress) => {
      indexing = progress
    },
    pass: (ms) => {
      now += ms
      passedMs += ms
    },
    setClockBack: (ms) => {
      now -= ms
    },
    act: (action, who = {}) =>
      conversation.answer({
        chat: { chatId: 1, kind: 'private' },
        user: { id: 1 },
        bot: 'paperboy_bot',
        isAdministrator: async () => false,
        ...who,
        action,
      }),
  }
}

/** What a reply says: its message with the markup, or its toast. */
export const textOf = (reply: Reply | undefined): string =>
  reply === undefined
    ? ''
    : reply.kind === 'toast'
      ? reply.toast
      : reply.kind === 'files'
        ? reply.files.map(({ caption }) => caption.markup).join('\n')
        : reply.kind === 'picture'
          ? reply.picture.caption.markup
          : reply.message.html.markup

/** What the buttons of a reply ask for, by their labels. */
export function callbacksOf(reply: Reply | undefined): ReadonlyMap<string, string> {
  const shown =
    reply?.kind === 'picture' ? reply.picture : reply && 'message' in reply ? reply.message : undefined
  const rows = shown?.buttons ?? []
  return new Map(
    rows.flat().flatMap((it) => ('callbackData' in it ? [[it.text, it.callbackData] as const] : [])),
  )
}
