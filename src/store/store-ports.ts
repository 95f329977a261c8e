import type { AlertStore } from './alerts.ts'
import type { Archive } from './archive.ts'
import type { BookmarkStore } from './bookmarks.ts'
import type { ChannelStore } from './channels.ts'
import type { ChatStore } from './chats.ts'
import type { DeletionStore } from './deletions.ts'
import type { DoubtStore } from './doubts.ts'
import type { ListStore } from './lists.ts'
import type { Manifest } from './manifest.ts'
import type { Outbox } from './outbox.ts'
import type { PauseStore } from './pauses.ts'
import type { PersonalDataStore } from './personal-data.ts'
import type { PictureFileStore } from './picture-files.ts'
import type { ShownArticleStore } from './shown-articles.ts'
import type { SubscriptionStore } from './subscriptions.ts'
import type { UpdateStore } from './updates.ts'

/** What of the store other parts work with; the same over every database. */
export interface StorePorts {
  readonly archive: Archive
  readonly manifest: Manifest
  readonly chats: ChatStore
  readonly lists: ListStore
  readonly bookmarks: BookmarkStore
  readonly alerts: AlertStore
  readonly subscriptions: SubscriptionStore
  readonly updates: UpdateStore
  readonly outbox: Outbox
  readonly shownArticles: ShownArticleStore
  readonly pauses: PauseStore
  readonly deletions: DeletionStore
  readonly channels: ChannelStore
  readonly doubts: DoubtStore
  readonly pictureFiles: PictureFileStore
  readonly personalData: PersonalDataStore
}
