import type { Generated } from 'kysely'

/** The tables of migrations.ts, as Kysely sees them. */
export interface Schema {
  archive: ArchiveTable
  files: FilesTable
  articles: ArticlesTable
  uncompared_articles: UncomparedArticlesTable
  article_samples: ArticleSamplesTable
  changes: ChangesTable
  chats: ChatsTable
  lists: ListsTable
  bookmarks: BookmarksTable
  alerts: AlertsTable
  alerted: AlertedTable
  subscriptions: SubscriptionsTable
  updates: UpdatesTable
  shown_articles: ShownArticlesTable
  outbox_messages: OutboxMessagesTable
  pauses: PausesTable
  deletions: DeletionsTable
  channels: ChannelsTable
  article_reports: ArticleReportsTable
  picture_files: PictureFilesTable
}

interface ArchiveTable {
  identity: string
  corpus_path: string | null
  corpus_real_path: string | null
}

/** The manifest: one row for each file of the corpus folder that was taken in. */
export interface FilesTable {
  file: string
  size: number
  modified_ms: number
  taken_ms: number
  hash: string
  reader: string
  pages: number
  problems: string
  missing_since_ms: number | null
}

interface ArticlesTable {
  key: Generated<number>
  file: string
  place: number
  id: string
  state: 'shown' | 'copy' | 'joined'
  issue_date: string
  paper: string
  page: string
  page_order: string
  section: string
  continued_from: string | null
  certainty: number | null
  hash: string
  as_cut: string
  as_joined: string | null
  elsewhere: Generated<number>
}

interface UncomparedArticlesTable {
  day: string
  article_key: number
}

interface ArticleSamplesTable {
  sample: number
  day: string
  article_key: number
}

interface ChangesTable {
  id: string
  arrival: number
  revision: number
}

interface ChatsTable {
  chat_id: number
  kind: string
  title: string | null
  language: string | null
  thread_id: Generated<number>
  state: 'active' | 'paused'
  pause_reason: string | null
  paused_ms: number | null
  tidy_minutes: Generated<number | null>
  alerts_due_ms: Generated<number | null>
}

interface ListsTable {
  id: string
  chat_id: number
  owner_id: number
  list: string
  saved_ms: number
}

interface BookmarksTable {
  owner_id: number
  article_id: string
  key: number
}

interface AlertsTable {
  key: Generated<number>
  id: string
  chat_id: number
  thread_id: number
  owner_id: number
  query: string
  muted: number
  arrival: number
  removed_ms: number | null
}

interface AlertedTable {
  alert_id: string
  article_id: string
}

interface SubscriptionsTable {
  chat_id: number
  thread_id: number
  subscription: string
  ended: Generated<number>
  plan_at_ms: Generated<number>
}

interface UpdatesTable {
  update_id: number
  seen_ms: number
}

interface ShownArticlesTable {
  chat_id: number
  thread_id: number
  article_id: string
}

interface OutboxMessagesTable {
  id: Generated<number>
  kind: string
  unique_key: string | null
  chat_id: number
  thread_id: number
  payload: string
  priority: number
  status: 'due' | 'sending' | 'sent' | 'failed'
  attempts: Generated<number>
  possible_duplicates: Generated<number>
  due_ms: number
  run_at_ms: number
  rescheduled_ms: number | null
  created_ms: number
  claimed_ms: number | null
  finished_ms: number | null
  message_id: number | null
  reason: string | null
}

interface DeletionsTable {
  chat_id: number
  message_id: number
  due_ms: number
}

interface ChannelsTable {
  chat_id: number
  owner_id: number
  title: string
  username: string | null
}

interface PausesTable {
  chat_id: number
  set_ms: number
  until_ms: number
}

interface ArticleReportsTable {
  article_id: string
  owner_id: number
  reported_ms: number
}

interface PictureFilesTable {
  content: string
  file_id: string
  sent_ms: number
}
