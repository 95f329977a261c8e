import type { News, WriteNews } from '../chat/index.ts'
import type { Delivery, Outcome } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Outbox, OutboxEntry } from '../store/index.ts'
import type { Bell } from './bell.ts'
import { pauseMs } from './pause.ts'
import { type Persistence, persist } from './persist.ts'
import { placeOf } from './place.ts'
import type { QuietUntil } from './quiet-until.ts'

/** Letters in hand at once: two seconds' worth of what Telegram bears. */
const AT_ONCE = 50
/** Longest time between two looks: chats come back, and other processes write letters. */
const LOOK_AGAIN_MS = 60_000
/** After the storage failed. */
const RETRY_MS = 5_000
/** After a letter failed for the first time; longer after each time that follows. */
const FIRST_PAUSE_MS = 30_000

export interface OutboxParts {
  readonly outbox: Outbox
  readonly delivery: Pick<Delivery, 'send'>
  readonly write: WriteNews
  readonly quietUntil: QuietUntil
  readonly bell: Bell
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Sends what is in the outbox until it is told to stop, the most urgent first. A letter is `sending` on disk right
 * before the call and `sent` after it: none is lost, and one that may come a second time says so. Settles when all that
 * was on its way is noted.
 */
export async function runOutbox(parts: OutboxParts, signal: AbortSignal): Promise<void> {
  const { outbox, bell, log } = parts
  const inHand = new Map<number, Promise<void>>()
  const interrupted = await persist(() => outbox.recover(), noting(parts, signal))
  if (interrupted)
    log.warn({ interrupted }, 'letters may have been sent before the last end: they go again, marked')
  while (!signal.aborted) {
    let waitMs = RETRY_MS
    try {
      waitMs = await handOver(parts, inHand, signal)
    } catch (err) {
      log.warn({ err }, 'the outbox is out of reach, trying again')
    }
    await bell.wait(waitMs, signal)
  }
  await Promise.all(inHand.values())
}

/** Begins with what is due, as far as there is room. @returns how long to wait unless something happens */
async function handOver(
  parts: OutboxParts,
  inHand: Map<number, Promise<void>>,
  signal: AbortSignal,
): Promise<number> {
  const { outbox, clock, bell } = parts
  const now = clock.now()
  // What is in hand waits for its turn, and is due until that comes.
  const due = (await outbox.due(now, AT_ONCE + inHand.size)).filter(({ id }) => !inHand.has(id))
  for (const entry of due.slice(0, AT_ONCE - inHand.size)) {
    const sending = sendLetter(parts, entry, signal).finally(() => {
      inHand.delete(entry.id)
      bell.ring()
    })
    inHand.set(entry.id, sending)
  }
  const next = (await outbox.nextDueMs(now)) ?? Number.POSITIVE_INFINITY
  return Math.max(0, Math.min(next, now + LOOK_AGAIN_MS) - clock.now())
}

/** Never rejects. */
async function sendLetter(parts: OutboxParts, entry: OutboxEntry, signal: AbortSignal): Promise<void> {
  const { outbox, clock, log } = parts
  const { id, chatId, attempts } = entry
  const again = (ambiguous = false) =>
    outbox.postpone(id, clock.now() + pauseMs(FIRST_PAUSE_MS, attempts), ambiguous)
  try {
    const outcome = await post(parts, entry)
    await persist(
      async () => {
        switch (outcome.kind) {
          case 'sent':
            return outbox.finish(id, outcome.messageId)
          case 'quiet':
            return outbox.postpone(id, outcome.untilMs)
          case 'nothing':
            return outbox.fail(id, 'nothing left to tell')
          case 'ambiguous':
            return again(true)
          case 'failed':
            if (outcome.reason === 'withdrawn') return undefined
            if (outcome.reason === 'closed') return outbox.postpone(id, clock.now())
            return outcome.forGood ? outbox.fail(id, outcome.reason) : again()
        }
      },
      noting(parts, signal),
    )
  } catch (err) {
    log.error({ err, letter: id, chat: chatId }, 'a letter cannot be written, trying again')
    await persist(() => again(), noting(parts, signal))
  }
}

type PostOutcome =
  | Outcome
  | { readonly kind: 'quiet'; readonly untilMs: number }
  /** By now there is nothing to tell. */
  | { readonly kind: 'nothing' }

/**
 * What may have arrived is not repeated by `delivery` here: it comes back to the outbox, so that it is noted on disk
 * and the second message says what it is.
 */
async function post(
  { outbox, delivery, write, quietUntil, clock }: OutboxParts,
  { id, chatId, payload, possibleDuplicate }: OutboxEntry,
): Promise<PostOutcome> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: whatever is put in is News
  const news = payload as News
  const threadId = news.kind === 'alerts' ? news.threadId : undefined
  const untilMs = await quietUntil(chatId, threadId, clock.now())
  if (untilMs !== undefined) return { kind: 'quiet', untilMs }
  const message = await write(news, { chatId, maybeTwice: possibleDuplicate })
  if (!message) return { kind: 'nothing' }
  const place = threadId === undefined ? { chatId } : { chatId, threadId }
  const beforeCall = async () => (await outbox.begin(id)) !== undefined
  return delivery.send(placeOf(place), message, { priority: 'notice', beforeCall })
}

const noting = ({ clock, log }: OutboxParts, signal: AbortSignal): Persistence => ({
  clock,
  pauseMs: RETRY_MS,
  signal,
  onFailure: (err) => log.error({ err }, 'cannot note what became of a letter, trying again'),
})
