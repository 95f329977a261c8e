import { createNewsWriter, type PictureAlone } from '../../src/chat/index.ts'
import { WakeSignal } from '../../src/concurrency/index.ts'
import { createRateLimitMemory, openDelivery } from '../../src/delivery/index.ts'
import type { Article, Place } from '../../src/domain/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { type Clock, createLogger, localDate } from '../../src/ops/index.ts'
import { type OutboundParts, openOutbound } from '../../src/outbound/index.ts'
import { createSearch, type SearchEngine } from '../../src/search/index.ts'
import type { Store, Subscription } from '../../src/store/index.ts'
import { buildArticle } from './build-article.ts'
import { createScriptedApi, type MadeCall, type Scripted } from './scripted-api.ts'
import { archiveOf } from './seed-articles.ts'
import { openTestStore, shelve } from './stores.ts'
import type { VirtualClock } from './virtual-clock.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const at = (time: string) => Date.parse(time)

export const aStory = (issueDate: string, headline: string, section = '要闻') =>
  buildArticle({
    headline,
    issueDate,
    section,
    paper: '成都日报',
    // Mostly its own words, or it would be taken for the double of another story.
    paragraphs: [`${headline}，记者昨日获悉。`, `${headline}，`.repeat(3)],
    source: { file: `${issueDate} ${headline}.txt`, lines: [1] },
  })

/** Three issues: a digest of the newest, and two more to re-read. */
export const THREE_ISSUES = [
  aStory('2024-06-07', '地铁新线通车'),
  aStory('2024-06-07', '球队主场夺冠', '体育'),
  aStory('2024-05-02', '博物馆延时开放'),
  aStory('2023-06-10', '球队客场取胜', '体育'),
]

/** A database with these articles and subscriptions, and what searches it. */
export async function aNewspaper(
  clock: Clock,
  subscriptions: readonly Subscription[] = [],
  articles: readonly Article[] = THREE_ISSUES,
  given?: Store,
) {
  const store = given ?? (await openTestStore({ now: () => clock.now() }))
  return { store, search: await fill(store, subscriptions, articles) }
}

/** Puts these articles and subscriptions into a database. @returns what searches it */
export async function fill(
  store: Pick<Store, 'manifest' | 'subscriptions'>,
  subscriptions: readonly Subscription[],
  articles: readonly Article[] = THREE_ISSUES,
): Promise<SearchEngine> {
  await shelve(store, articles)
  for (const it of subscriptions) await store.subscriptions.save(it)
  const search = indexes.get(articles) ?? (await indexOf(articles))
  indexes.set(articles, search)
  return search
}

/** One index will do for all papers with the same articles. */
const indexes = new WeakMap<readonly Article[], SearchEngine>()

async function indexOf(articles: readonly Article[]): Promise<SearchEngine> {
  const search = createSearch(createTokeniser(createIcuSegmenter()), archiveOf(articles))
  await search.add(articles)
  // The first search takes its time, and a virtual clock would go on meanwhile.
  await search.search('报童', { limit: 1 })
  return search
}

/** What the outbox knows of a digest. */
export const digestOf = (
  { outbox }: Pick<Store, 'outbox'>,
  { day, ...place }: Place & { readonly day: string },
) => outbox.find({ kind: 'digest', ...place, uniqueKey: day })

type StoredPorts = Pick<
  Store,
  | 'archive'
  | 'alerts'
  | 'bookmarks'
  | 'subscriptions'
  | 'outbox'
  | 'shownArticles'
  | 'lists'
  | 'chats'
  | 'personalData'
  | 'deletions'
  | 'doubts'
>
type Ports = StoredPorts & Pick<OutboundParts, 'search' | 'channels'>

/** Outbound and delivery of one process, before a Telegram that answers as the script says. */
export async function anOutbound(
  clock: VirtualClock,
  ports: Ports,
  script: (call: MadeCall, nth: number) => Scripted,
) {
  const lines: string[] = []
  const log = createLogger('debug', { write: (line) => void lines.push(line) })
  const { api, calls } = createScriptedApi(clock, script)
  const { chats } = ports
  const delivery = await openDelivery({
    api,
    clock,
    chance: () => 0.5,
    waits: createRateLimitMemory(),
    log,
    events: {
      onGone: (chatId, reason) => chats.pause(chatId, reason === 'silenced' ? 'forbidden' : 'blocked'),
      onBack: async () => {},
      onMoved: (from, to) => chats.migrate(from, to),
    },
  })
  const shown: {
    readonly chatId: number
    readonly shows: PictureAlone['shows']
    readonly caption: PictureAlone['caption']
  }[] = []
  const wake = new WakeSignal(clock)
  const timeZone = 'Asia/Shanghai'
  const write = createNewsWriter({
    ...ports,
    forgetAfterDays: 90,
    schedule: { time: '08:00', timeZone },
    readLines: async () => undefined,
    facsimileOf: async () => undefined,
    indexing: () => undefined,
    now: () => clock.now(),
    monotonicNow: () => clock.monotonicNow(),
    today: () => localDate(clock.now(), timeZone),
  })
  const outbound = openOutbound({
    ...ports,
    delivery,
    write,
    facsimileOf: async () => undefined,
    showPicture: async ({ chatId }, { shows, caption }) => void shown.push({ chatId, shows, caption }),
    forgetAfterDays: 90,
    schedule: { time: '08:00', timeZone },
    timeZone,
    wake,
    clock,
    log,
  })
  outbound.start()
  return {
    /** The pictures that followed messages. */
    shown,
    wake,
    delivery,
    calls,
    /** What the log says, at a level or all of it. */
    said: (level?: string) =>
      lines
        .map((it) => JSON.parse(it) as Readonly<Record<string, unknown>>)
        .filter((it) => level === undefined || it['level'] === LEVELS[level])
        .map((it) => it['msg']),
    /** Lets time pass until then. */
    until: (timeMs: number) => clock.run(clock.sleep(Math.max(0, timeMs - clock.now()))),
    /** Ends as `serve` does. */
    end: () =>
      clock.run(
        (async () => {
          await outbound.stop()
          await delivery.close(4000)
          await outbound.idle()
        })(),
      ),
  }
}

/** Pino's numbers. */
const LEVELS: Readonly<Record<string, number>> = { debug: 20, info: 30, warn: 40, error: 50 }

/** The ports of a store that outbound reads and writes. */
export const portsOf = (store: StoredPorts, search: OutboundParts['search']): Ports => ({
  archive: store.archive,
  search,
  alerts: store.alerts,
  bookmarks: store.bookmarks,
  subscriptions: store.subscriptions,
  outbox: store.outbox,
  shownArticles: store.shownArticles,
  lists: store.lists,
  chats: store.chats,
  personalData: store.personalData,
  deletions: store.deletions,
  doubts: store.doubts,
})
