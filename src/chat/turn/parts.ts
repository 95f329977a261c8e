import type { Article } from '../../domain/index.ts'
import type { IntakeProgress } from '../../intake/index.ts'
import type { Facsimile } from '../../pictures/index.ts'
import type { SearchEngine } from '../../search/index.ts'
import type {
  AlertStore,
  Archive,
  BookmarkStore,
  ChatStore,
  DoubtStore,
  ListStore,
  OutboxQueue,
  PersonalDataStore,
  ShownArticleStore,
  Subscription,
  SubscriptionStore,
} from '../../store/index.ts'
import type { Channels } from './channels.ts'
import type { RequestChat } from './request.ts'

/** How the bot is right now, for those who run it. */
export interface StatusSource {
  /** Telegram user ids. */
  readonly operatorIds: readonly number[]
  readonly read: () => Promise<{
    readonly articles: number
    readonly pages: number
    /** Articles that the index knows. */
    readonly indexed: number
    /** Files of the corpus folder that could not be read whole, and those that are missing. */
    readonly unreadable: number
    readonly missing: number
    readonly outbox: readonly OutboxQueue[]
    readonly residentBytes: number
    readonly upMs: number
  }>
}

/** The archive as pages to read in a browser. */
export interface ReadingPages {
  /** The address of a page for the readers of a chat. @param path `/a/e2jmqv4iqd` @returns `isApp`: open it as a Mini App */
  linkTo(path: string, chat: RequestChat): { readonly url: string; readonly isApp: boolean }
}

/** What a conversation is about and what it leans on. */
export interface Parts {
  readonly archive: Archive
  readonly search: SearchEngine
  readonly alerts: AlertStore
  readonly lists: ListStore
  readonly bookmarks: BookmarkStore
  readonly chats: ChatStore
  readonly subscriptions: SubscriptionStore
  readonly shownArticles: ShownArticleStore
  readonly personalData: PersonalDataStore
  readonly doubts: DoubtStore
  /** A chat that blocked the bot is forgotten after so many days; 0: never. */
  readonly forgetAfterDays: number
  /** When digests come if nobody chose otherwise. */
  readonly schedule: Pick<Subscription, 'time' | 'timeZone'>
  /** The printed lines that an article was cut from; `undefined` where their file cannot be read now. */
  readonly readLines: (article: Article) => Promise<readonly string[] | 'elsewhere' | undefined>
  /** What shows an article as it was printed; undefined if nothing does. */
  readonly facsimileOf: (article: Article) => Promise<Facsimile | undefined>
  /** How many articles can be found, of how many, while the index is far behind the archive; else undefined. */
  readonly indexing: () => IntakeProgress | undefined
  /** Absent: the bot posts into no channels. */
  readonly channels?: Channels
  /** Absent: there are none. */
  readonly pages?: ReadingPages
  /** For `/status`; absent: nobody is told. */
  readonly status?: StatusSource
  /** Asks all processes together whether somebody asks too fast; absent: this one is alone. */
  readonly askPace?: (
    userId: number,
    rule: { readonly burst: number; readonly intervalMs: number },
  ) => Promise<'answer' | 'silence' | { readonly waitMs: number }>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds of a clock that never goes back or jumps; for durations. */
  readonly monotonicNow: () => number
  /** The day that it is where the readers live, `YYYY-MM-DD`: what 昨天 is counted from. */
  readonly today: () => string
}
