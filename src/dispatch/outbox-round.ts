import type { News, WriteNews } from '../chat/index.ts'
import type { Delivery, Outcome } from '../delivery/index.ts'
import type { Clock, Logger } from '../ops/index.ts'
import type { Outbox, OutboxEntry } from '../store/index.ts'
import type { Bell } from './bell.ts'
import type { QuietUntil } from './quiet-until.ts'

/** Letters on their way at once: two seconds' worth of what Telegram bears, so that a restart repeats few. */
const AT_ONCE = 50
/** Longest time between two looks: chats come back, and other processes write letters. */
const LOOK_AGAIN_MS = 60_000
/** After the storage failed. */
const RETRY_MS = 5_000
/** After a letter failed for the first time, doubled for each time after that. */
const FIRST_DELAY_MS = 30_000
const LONGEST_DELAY_MS = 3_600_000

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
 * Sends what is in the outbox until it is told to stop, the most urgent first. A letter is `sending` on disk before the
 * call and `sent` after it: none is lost, and one that may come a second time says so. Settles when all that was on its
 * way is noted.
 */
export async function runOutbox(parts: OutboxParts, signal: AbortSignal): Promise<void> {
  const { outbox, bell, clock, log } = parts
  const onTheirWay = new Set<Promise<void>>()
  const interrupted = await persist(parts, signal, () => outbox.recover())
  if (interrupted)
    log.warn({ interrupted }, 'letters may have been sent before the last end: they go again, marked')
  while (!signal.aborted) {
    let waitMs = RETRY_MS
    try {
      for (const { id } of await outbox.due(clock.now(), AT_ONCE - onTheirWay.size)) {
        const entry = signal.aborted ? undefined : await outbox.begin(id)
        if (!entry) continue
        const sending = sendLetter(parts, entry, signal).finally(() => {
          onTheirWay.delete(sending)
          bell.ring()
        })
        onTheirWay.add(sending)
      }
      waitMs = await untilNext(parts, onTheirWay.size)
    } catch (err) {
      log.warn({ err }, 'the outbox is out of reach, trying again')
    }
    await bell.wait(waitMs, signal)
  }
  await Promise.all(onTheirWay)
}

/** A full house is waited for: it rings when there is room. */
async function untilNext({ outbox, clock }: OutboxParts, busy: number): Promise<number> {
  const next = busy < AT_ONCE ? await outbox.nextDueMs() : undefined
  const now = clock.now()
  return Math.max(0, Math.min(next ?? Number.POSITIVE_INFINITY, now + LOOK_AGAIN_MS) - now)
}

/** Never rejects. */
async function sendLetter(parts: OutboxParts, entry: OutboxEntry, signal: AbortSignal): Promise<void> {
  const { outbox, clock, log } = parts
  const { id, chatId, attempts } = entry
  const again = (ambiguous = false) => outbox.postpone(id, clock.now() + delayMs(attempts), ambiguous)
  try {
    const become = await post(parts, entry)
    await persist(parts, signal, () => {
      switch (become.kind) {
        case 'sent':
          return outbox.finish(id, become.messageId)
        case 'quiet':
          return outbox.postpone(id, become.untilMs)
        case 'nothing':
          return outbox.fail(id, 'nothing left to tell')
        case 'ambiguous':
          return again(true)
        case 'failed':
          if (become.reason === 'closed') return outbox.postpone(id, clock.now())
          return become.forGood ? outbox.fail(id, become.reason) : again()
      }
    })
  } catch (err) {
    log.error({ err, letter: id, chat: chatId }, 'a letter cannot be written, trying again')
    await persist(parts, signal, () => again())
  }
}

type Become = Outcome | { readonly kind: 'quiet'; readonly untilMs: number } | { readonly kind: 'nothing' }

/**
 * What may have arrived is not repeated by `delivery` here: it comes back to the outbox, so that it is noted on disk
 * and the second message says what it is.
 */
async function post(
  { delivery, write, quietUntil, clock }: OutboxParts,
  entry: OutboxEntry,
): Promise<Become> {
  const { chatId, possibleDuplicate: maybeTwice } = entry
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: whatever is put in is News
  const news = entry.payload as News
  const threadId = news.kind === 'alerts' ? news.threadId : undefined
  const untilMs = await quietUntil(chatId, threadId, clock.now())
  if (untilMs !== undefined) return { kind: 'quiet', untilMs }
  const message = await write(news, { chatId, maybeTwice })
  if (!message) return { kind: 'nothing' }
  const kind = chatId < 0 ? 'group' : 'private'
  const place = { id: chatId, kind, ...(threadId !== undefined && { threadId }) } as const
  return delivery.send(place, message, { priority: 'notice' })
}

const delayMs = (attempts: number) =>
  Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, attempts - 1))

/** Does what must be noted until it is: a disk that is full now has room again later. Gives up where the bot ends. */
async function persist<T>(
  { clock, log }: OutboxParts,
  signal: AbortSignal,
  note: () => Promise<T>,
): Promise<T | undefined> {
  for (;;) {
    try {
      return await note()
    } catch (err) {
      log.error({ err }, 'cannot note what became of a letter, trying again')
      if (signal.aborted) return undefined
      await clock.sleep(RETRY_MS, signal).catch(() => {})
    }
  }
}
