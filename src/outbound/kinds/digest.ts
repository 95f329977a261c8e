import {
  type Channels,
  type Parts,
  type PictureAlone,
  pictureOfDay,
  textsFor,
  writeDigestNotice,
} from '../../chat/index.ts'
import {
  articleIdsOf,
  createEditor,
  type DueDigest,
  type Edition,
  type Editor,
  inKnownZone,
  latenessOf,
} from '../../digest/index.ts'
import { type Clock, localDate } from '../../ops/index.ts'
import type { SearchEngine } from '../../search/index.ts'
import type {
  Archive,
  Chat,
  ChatStore,
  ListStore,
  NewOutboxMessage,
  ShownArticleStore,
  SubscriptionStore,
} from '../../store/index.ts'
import type { Composer, Composition } from '../composer.ts'

/** How long an editor is used: what it knows of the archive is as old as that at most. */
const EDITOR_MS = 10_000

/**
 * The kind of outbox messages that are digests. It is stored in the outbox: changing it orphans messages that
 * are due.
 */
export const DIGEST = 'digest'

/** The digest of a place for a local day; there is never more than one. */
export const digestMessage = ({ chatId, threadId, day, dueMs }: DueDigest): NewOutboxMessage => ({
  kind: DIGEST,
  chatId,
  ...(threadId !== undefined && { threadId }),
  uniqueKey: day,
  payload: {},
  priority: 0,
  dueMs,
})

/** What a digest is composed from: the archive, and what is known of the subscription and its chat. */
export interface DigestComposerParts {
  readonly archive: Archive
  readonly search: SearchEngine
  readonly subscriptions: SubscriptionStore
  readonly shownArticles: ShownArticleStore
  readonly lists: ListStore
  readonly chats: ChatStore
  /** Where links in the posts of channels lead; absent: there are no channels. */
  readonly channels?: Channels
  /** What shows an article as it was printed; absent: digests carry no pictures. */
  readonly facsimileOf?: Parts['facsimileOf']
  /** IANA zone for subscriptions in a zone that this machine does not know. */
  readonly timeZone: string
  readonly clock: Clock
}

/** Digests are kept for ever: the planner asks again for days of a week ago. */
export function createDigestComposer(parts: DigestComposerParts): Composer {
  const { subscriptions, shownArticles, chats, clock, timeZone } = parts
  let current: { readonly editor: Editor; readonly untilMs: number } | undefined
  /** One editor for a while: what is the same for several chats is read and composed once. */
  const editorAt = (nowMs: number): Editor => {
    if (!current || nowMs >= current.untilMs || nowMs < current.untilMs - EDITOR_MS)
      current = { editor: createEditor(parts), untilMs: nowMs + EDITOR_MS }
    return current.editor
  }

  return {
    compose: async (digest): Promise<Composition> => {
      const { chatId, threadId, dueMs, possibleDuplicates } = digest
      const now = clock.now()
      const found = await subscriptions.get(chatId, threadId)
      if (!found) return { kind: 'nothing', reason: 'unsubscribed' }
      const subscription = inKnownZone(found, timeZone)
      if (dueMs < (subscription.snoozedUntilMs ?? 0)) return { kind: 'nothing', reason: 'snoozed' }
      const edition = await editorAt(now).prepare({
        subscription,
        shown: await shownArticles.in(digest),
        today: localDate(now, subscription.timeZone),
        // One that is late tells of the days that it would have told of.
        dueDay: localDate(dueMs, subscription.timeZone),
      })
      if (!edition) return { kind: 'nothing', reason: 'nothing new' }
      const chat = await chats.get(chatId)
      const late = latenessOf(subscription, dueMs, now)
      const message = await writeDigestNotice(parts, { ...chat, chatId }, edition, {
        ...(late && { late }),
        ...(possibleDuplicates > 0 && { again: true }),
      })
      const { startsOver } = edition
      const picture = subscription.withPicture ? await pictureTo(parts, edition, chat?.language) : undefined
      const shown = { articleIds: articleIdsOf(edition.digest), startsOver }
      return { kind: 'message', message, shown, ...(picture && { picture }) }
    },
  }
}

/** The front page of the day that a digest is of, if it is of one. */
async function pictureTo(
  { archive, facsimileOf, channels }: DigestComposerParts,
  { digest }: Edition,
  language: Chat['language'],
): Promise<PictureAlone | undefined> {
  if (!facsimileOf || digest.date === undefined) return undefined
  const bot = await channels?.gate.botName()
  return pictureOfDay({ archive, facsimileOf }, digest.date, { bot, digest }, textsFor(language))
}
