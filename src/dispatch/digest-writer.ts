import { type Message, type Place, writeDigestNotice } from '../chat/index.ts'
import { type Edition, type Editor, inKnownZone, latenessOf, quietUntil } from '../digest/index.ts'
import { localDate } from '../ops/index.ts'
import type { Digest } from '../store/index.ts'
import type { DigestDispatchParts } from './digest-dispatch.ts'
import { placeOf } from './place.ts'

/** How long a digest may be on its way, before it goes back to the ledger and makes room for others. */
export const WITHIN_MS = 5 * 60_000
/** Until a digest that could not be written is tried again. */
const REPAIR_MS = 10 * 60_000

/** A digest that is ready to be sent. */
export interface DigestLetter {
  readonly digest: Digest
  readonly place: Place
  readonly message: Message
  readonly edition: Edition
}

/**
 * Makes a message of a digest that is due. Where there is none to be sent now, the ledger is told why.
 * Rejects where the ledger is out of reach, and for no other reason.
 */
export type DigestWriter = (digest: Digest, editor: Editor) => Promise<DigestLetter | undefined>

export function createDigestWriter(parts: DigestDispatchParts): DigestWriter {
  const { digests, subscriptions, chats, delivery, clock, log } = parts

  const write = async (digest: Digest, editor: Editor): Promise<DigestLetter | undefined> => {
    const { chatId, threadId } = digest
    const now = clock.now()
    const found = await subscriptions.get(chatId, threadId)
    if (!found) return drop(digest, 'unsubscribed')
    const subscription = inKnownZone(found, parts.timeZone)
    if (digest.dueMs < (subscription.snoozedUntilMs ?? 0)) return drop(digest, 'snoozed')
    const quiet = quietUntil(subscription, now)
    if (quiet !== undefined) return hold(digest, quiet)
    const silentUntil = delivery.waitsUntil(chatId)
    if (silentUntil > now + WITHIN_MS) return hold(digest, silentUntil)

    const shown = await digests.shown(digest)
    const today = localDate(now, subscription.timeZone)
    const edition = await editor.prepare({ subscription, shown, today })
    if (!edition) return drop(digest, 'nothing new')
    const chat = await chats.get(chatId)
    const late = latenessOf(subscription, digest.dueMs, now)
    const message = await writeDigestNotice(parts, { ...chat, chatId }, edition, {
      ...(late && { late }),
      ...(digest.possibleDuplicates > 0 && { again: true }),
    })
    return { digest, place: placeOf(digest), message, edition }
  }

  const hold = async (digest: Digest, untilMs: number) => {
    await digests.postpone(digest, untilMs)
    return undefined
  }

  const drop = async (digest: Digest, reason: string) => {
    await digests.fail(digest, reason)
    log.debug({ ...factsOf(digest), reason }, 'a digest is not sent')
    return undefined
  }

  return async (digest, editor) => {
    try {
      return await write(digest, editor)
    } catch (err) {
      log.error({ err, ...factsOf(digest) }, 'cannot write a digest, trying again later')
      return hold(digest, clock.now() + REPAIR_MS)
    }
  }
}

/** What the log says of a digest. */
export const factsOf = ({ chatId, threadId, day }: Digest) => ({ chat: chatId, topic: threadId, day })
