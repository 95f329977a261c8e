import type { Article } from '../../domain/index.ts'
import type { IntakeProgress } from '../../intake/index.ts'
import type { SearchEngine } from '../../search/index.ts'
import type {
  AlertStore,
  Archive,
  BookmarkStore,
  ChatStore,
  ListStore,
  PersonalDataStore,
  ShownArticleStore,
  Subscription,
  SubscriptionStore,
} from '../../store/index.ts'

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
  /** A chat that blocked the bot is forgotten after so many days; 0: never. */
  readonly forgetAfterDays: number
  /** When digests come if nobody chose otherwise. */
  readonly schedule: Pick<Subscription, 'time' | 'timeZone'>
  /** The printed lines that an article was cut from; `undefined` where their file cannot be read now. */
  readonly readLines: (article: Article) => Promise<readonly string[] | undefined>
  /** How many articles can be found, of how many, while the index is far behind the archive; else undefined. */
  readonly indexing: () => IntakeProgress | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds of a clock that never goes back or jumps; for durations. */
  readonly monotonicNow: () => number
  /** The day that it is where the readers live, `YYYY-MM-DD`: what 昨天 is counted from. */
  readonly today: () => string
}
