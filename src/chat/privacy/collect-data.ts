import type { ArticleId } from '../../domain/index.ts'
import type { Alert, Chat, SavedList, Subscription } from '../../store/index.ts'
import type { Parts } from '../turn/parts.ts'
import type { RequestChat } from '../turn/request.ts'

/** A saved article as it is exported; without the rest if it has left the archive. */
export interface ExportedBookmark {
  readonly id: ArticleId
  readonly headline?: string
  readonly paper?: string | undefined
  /** `YYYY-MM-DD` */
  readonly date?: string | undefined
  readonly page?: string | undefined
}

/** A channel as it is exported, with what is posted there. */
interface ExportedChannel extends Pick<ExportedData, 'subscriptions' | 'alerts'> {
  readonly chatId: number
  readonly title: string
  readonly username: string | undefined
}

/** All that is kept of a person, or of a group. The names are those of the exported file: do not change them. */
export interface ExportedData {
  readonly chat: Chat | undefined
  readonly subscriptions: readonly Subscription[]
  readonly alerts: readonly Omit<Alert, 'chatId' | 'ownerId' | 'arrival'>[]
  /** Latest first. */
  readonly bookmarks: readonly ExportedBookmark[]
  /** Channels that the person set up, and what is posted there. */
  readonly channels: readonly ExportedChannel[]
  /** Searches and other lists, oldest first. */
  readonly lists: readonly Pick<SavedList, 'spec' | 'chatId' | 'savedMs'>[]
  /** Articles that digests have shown. */
  readonly shownArticles: readonly ArticleId[]
  /** Articles that this person has reported as wrong, latest first. */
  readonly reports: readonly { readonly articleId: ArticleId; readonly reportedMs: number }[]
}

/** Articles that are read at a time. */
const SLICE = 200

/** Reads all that is kept: in a private chat of its person, in a group of the group. */
export async function collectData(
  parts: Pick<
    Parts,
    | 'chats'
    | 'subscriptions'
    | 'alerts'
    | 'bookmarks'
    | 'archive'
    | 'personalData'
    | 'shownArticles'
    | 'channels'
    | 'doubts'
  >,
  { chatId, kind }: RequestChat,
): Promise<ExportedData> {
  const [chat, subscriptions, alerts, lists, shown] = await Promise.all([
    parts.chats.get(chatId),
    parts.subscriptions.ofChat(chatId),
    parts.alerts.ofChat(chatId),
    parts.personalData.listsOf(chatId),
    parts.shownArticles.in({ chatId }),
  ])
  return {
    chat,
    subscriptions,
    alerts: alerts.map(exportedAlert),
    bookmarks: kind === 'private' ? await bookmarksOf(parts, chatId) : [],
    channels: kind === 'private' ? await channelsOf(parts, chatId) : [],
    lists: lists.map(({ spec, chatId: where, savedMs }) => ({ spec, chatId: where, savedMs })),
    shownArticles: [...shown],
    reports: kind === 'private' ? await parts.doubts.reportedBy(chatId) : [],
  }
}

const exportedAlert = ({ chatId: _chat, ownerId: _owner, arrival: _arrival, ...alert }: Alert) => alert

async function channelsOf(
  { channels, subscriptions, alerts }: Pick<Parts, 'channels' | 'subscriptions' | 'alerts'>,
  ownerId: number,
): Promise<ExportedData['channels']> {
  const own = (await channels?.store.ofOwner(ownerId)) ?? []
  return Promise.all(
    own.map(async ({ chatId, title, username }) => ({
      chatId,
      title,
      username,
      subscriptions: await subscriptions.ofChat(chatId),
      alerts: (await alerts.ofChat(chatId)).map(exportedAlert),
    })),
  )
}

async function bookmarksOf(
  { bookmarks, archive }: Pick<Parts, 'bookmarks' | 'archive'>,
  ownerId: number,
): Promise<readonly ExportedBookmark[]> {
  const found: ExportedBookmark[] = []
  for (let offset = 0; ; offset += SLICE) {
    const { articleIds } = await bookmarks.list(ownerId, { offset, limit: SLICE })
    const articles = await archive.getMany(articleIds)
    for (const [place, id] of articleIds.entries()) {
      const article = articles[place]
      if (!article) found.push({ id })
      else {
        const { headline, paper, issueDate: date, page } = article
        found.push({ id, headline, paper, date, page })
      }
    }
    if (articleIds.length < SLICE) return found
  }
}
