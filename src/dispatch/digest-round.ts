import { createEditor, type Editor } from '../digest/index.ts'
import type { Digest, DigestKey } from '../store/index.ts'
import type { DigestDispatchParts } from './digest-dispatch.ts'
import { createDigestPlanner } from './digest-planner.ts'
import { createDigestSender } from './digest-sender.ts'
import { createDigestWriter, WITHIN_MS } from './digest-writer.ts'
import { createLanes } from './lanes.ts'
import { placeKey } from './place.ts'

/** Digests that one editor makes: what it knows of the archive is some seconds old at most. */
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
  const { archive, search, digests, delivery, clock } = parts
  const plan = createDigestPlanner(parts, signal)
  const write = createDigestWriter(parts)
  const send = createDigestSender(parts, signal)
  const lanes = createLanes(AT_ONCE, signal)
  const inHand = new Set<string>()
  /** Settles when the digest that was handed over last is settled, or has been alone for long enough. */
  let turn = Promise.resolve()
  let alone = new AbortController()
  signal.addEventListener('abort', () => alone.abort())

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

const keyOf = (key: DigestKey) => `${placeKey(key)} ${key.day}`
