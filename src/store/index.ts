/** All that outlives the process: the articles, what of the corpus folder is in them, and what readers leave. */
export type { Alert, AlertMatch, AlertStore } from './alerts.ts'
export type {
  AdjacentArticles,
  Archive,
  ArchiveDay,
  ArchiveSize,
  Arrival,
  ArticleChange,
  ArticleFilter,
  BrowseRequest,
  BrowseResult,
  DayIds,
  Issue,
  Section,
} from './archive.ts'
export type { BookmarkStore } from './bookmarks.ts'
export type { Channel, ChannelStore } from './channels.ts'
export type { Chat, ChatKind, ChatStore, PauseReason } from './chats.ts'
export type { CopiedTable } from './copy-store.ts'
export { requireDatabase } from './database-file.ts'
export type { Deletion, DeletionStore } from './deletions.ts'
export type { Doubt, DoubtCounts, DoubtStore } from './doubts.ts'
export { DataFolderInUseError, type InstanceLock, type LockHolder, lockDataFolder } from './instance-lock.ts'
export { type Leadership, LeadershipLostError } from './leadership.ts'
export type { ListSpec, ListStore, SavedList, ShownOfList } from './lists.ts'
export type { CorpusFolder, FilePiece, FindOnDays, JoinPieces, Manifest, TakenFile } from './manifest.ts'
export {
  type NewOutboxMessage,
  type Outbox,
  type OutboxKey,
  type OutboxMessage,
  type OutboxQueue,
  type OutboxStatus,
  type OutboxWait,
  type SentMessage,
} from './outbox.ts'
export type { Pause, PauseStore } from './pauses.ts'
export type { PersonalDataStore } from './personal-data.ts'
export type { PictureFileStore } from './picture-files.ts'
export { closeToOthers, makeDataFolder } from './private-files.ts'
export type { Replica } from './replica.ts'
export type { PlannedCall, SharedLimits } from './shared-limits.ts'
export type { ShownArticleStore, ShownArticles } from './shown-articles.ts'

/** See `copy-store.ts`. It is loaded only where something is to be copied. */
export const copyStore: typeof import('./copy-store.ts').copyStore = async (...given) =>
  (await import('./copy-store.ts')).copyStore(...given)

export { DRIVER_PLATFORMS, loadDriver } from './sqlite/load-driver.ts'
export { openStore, type Store, type StoreOptions } from './store.ts'
export { StoreError, type StoreProblem } from './store-error.ts'
export { has, isListOf, isOf, isOneOf, isText, isWholeNumber, orAbsent } from './stored-json.ts'
export type {
  Subscription,
  SubscriptionSlice,
  SubscriptionStore,
  SubscriptionToPlan,
} from './subscriptions.ts'
export type { BegunUpdate, GivenUpdate, UpdateQueue } from './update-queue.ts'
export type { UpdateStore } from './updates.ts'
