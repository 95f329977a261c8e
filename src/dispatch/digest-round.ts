import { createEditor, type Editor } from '../digest/index.ts'
import type { Digest, DigestKey, SubscriptionPlace } from '../store/index.ts'
import type { DigestDispatchParts } from './digest-dispatch.ts'
import { createDigestSender } from './digest-sender.ts'
import { createDigestWriter, WITHIN_MS } from './digest-writer.ts'
import { createLanes } from './lanes.ts'
import { planDigests } from './plan-digests.ts'

/** Subscriptions, and digests, that are looked at before others have a turn: some milliseconds of work. */
const SLICE = 250
/** Digests that delivery may hold at once: those that it is told to wait with must not hold up the others. */
const AT_ONCE = 200
/**
 * One digest is on its way at a time, so that a crash makes one duplicate at most; but none holds up the others for
 * longer than this.
 */
const ALONE_MS = 1_000
/** Long enough for others to have a turn. */
const BREATH_MS = 1

/** One look at what is due. */
export interface DigestRound {
  /** Plans what is due, and hands it to delivery; settles when all is handed over, and not when it is sent. */
  run(nowMs: number): Promise<void>
  /** Settles when all that was handed over is in the ledger. */
  idle(): Promise<void>
}

/** @param signal aborted when nothing more is to be begun */
export function createDigestRound(parts: DigestDispatchParts, signal: AbortSignal): DigestRound {
  const { archive, search, subscriptions, digests, delivery, timeZone, clock, log } = parts
  const write = createDigestWriter(parts)
  const send = createDigestSender(parts, signal)
  const lanes = createLanes(AT_ONCE, signal)
  const inHand = new Set<string>()
  /** Settles when the digest that was handed over last is settled, or has been alone for long enough. */
  let turn = Promise.resolve()
  let alone = new AbortController()
  signal.addEventListener('abort', () => alone.abort())
  const told = new Set<string>()

  /** The same trouble comes back every minute; it is told once. */
  const tellOnce = (place: SubscriptionPlace, facts: object, sentence: string) => {
    const { chatId, threadId } = place
    const key = `${chatId} ${threadId ?? 0} ${sentence}`
    if (!told.has(key)) log.warn({ chat: chatId, topic: threadId, ...facts }, sentence)
    told.add(key)
  }

  const plan = async (nowMs: number) => {
    let after: SubscriptionPlace | undefined
    do {
      const slice = await subscriptions.slice(after, SLICE)
      const { due, zoneless, broken } = planDigests(slice.subscriptions, nowMs, timeZone)
      for (const it of slice.unreadable) tellOnce(it, {}, 'a subscription is damaged, and gets no digests')
      for (const it of zoneless)
        tellOnce(it, { zone: it.timeZone, instead: timeZone }, 'a subscription has a zone that is not known')
      for (const { subscription, error } of broken)
        tellOnce(subscription, { err: error }, 'cannot tell when a subscription is due')
      await digests.plan(due)
      after = slice.last
      await clock.sleep(BREATH_MS)
    } while (after && !signal.aborted)
    const passedOver = await digests.passOver(nowMs)
    if (passedOver > 0) log.info({ digests: passedOver }, 'digests are passed over: a later one has come')
  }

  const handOver = async (digest: Digest, editor: Editor) => {
    await clock.sleep(BREATH_MS)
    const letter = await write(digest, editor)
    if (letter === undefined) return
    await turn
    await lanes.room()
    if (signal.aborted) return
    const mine = new AbortController()
    alone = mine
    turn = clock.sleep(ALONE_MS, mine.signal).catch(() => {})
    inHand.add(keyOf(digest))
    lanes.run(async () => {
      await send(letter)
      inHand.delete(keyOf(digest))
      mine.abort()
    })
  }

  /** Those that are due and in nobody's hand; each once in a round, whatever becomes of it. */
  const handOverAll = async (nowMs: number) => {
    const seen = new Set<string>()
    while (!signal.aborted) {
      const found = await digests.due(nowMs, seen.size + inHand.size + SLICE)
      const next = found.filter((it) => !seen.has(keyOf(it)) && !inHand.has(keyOf(it))).slice(0, SLICE)
      if (next.length === 0) return
      // The archive may change: what an editor knows is some seconds old at most.
      const editor = createEditor({ archive, search })
      for (const digest of next) {
        // While Telegram wants to hear nothing there is no use in writing what is old by then.
        if (signal.aborted || delivery.waitsUntil() > clock.now() + WITHIN_MS) return
        seen.add(keyOf(digest))
        await handOver(digest, editor)
      }
    }
  }

  return {
    run: async (nowMs) => {
      await plan(nowMs)
      await handOverAll(nowMs)
    },
    idle: () => lanes.idle(),
  }
}

const keyOf = ({ chatId, threadId = 0, day }: DigestKey) => `${chatId} ${threadId} ${day}`
