import type { Outcome } from '../delivery/index.ts'
import { articleIdsOf } from '../digest/index.ts'
import type { Digest } from '../store/index.ts'
import type { DigestDispatchParts } from './digest-dispatch.ts'
import { type DigestLetter, factsOf, WITHIN_MS } from './digest-writer.ts'
import { persist } from './persist.ts'
import { type Settlement, settlementOf } from './settlement.ts'

/** Until the ledger is written to again, where it could not be. */
const AGAIN_MS = 10_000

/** Sends a digest, and settles when the ledger knows what became of it. Never rejects. */
export type DigestSender = (letter: DigestLetter) => Promise<void>

/** @param signal aborted when the bot is stopped */
export function createDigestSender(
  { digests, delivery, clock, log }: DigestDispatchParts,
  signal: AbortSignal,
): DigestSender {
  /** The ledger must learn what became of a message, or it would be sent again: it is told until it takes it. */
  const settle = async (letter: DigestLetter, outcome: Outcome) => {
    const { digest } = letter
    const settlement = settlementOf(outcome, digest.attempts + 1, clock.now())
    tell(digest, settlement)
    await persist(() => note(letter, settlement), {
      clock,
      pauseMs: AGAIN_MS,
      signal,
      onFailure: (err) => log.error({ err, ...factsOf(digest) }, 'cannot note what became of a digest'),
    })
  }

  const note = async ({ digest, edition }: DigestLetter, settlement: Settlement) => {
    const key = await keyNow(digest)
    switch (settlement.kind) {
      case 'sent': {
        const { messageId } = settlement
        const { startsOver } = edition
        return digests.finish(key, { messageId, startsOver, articleIds: articleIdsOf(edition.digest) })
      }
      case 'postpone':
        return digests.postpone(key, settlement.untilMs, settlement.ambiguous)
      case 'fail':
        return digests.fail(key, settlement.reason)
      case 'leave':
        return undefined
    }
  }

  /** A group that became a supergroup meanwhile has taken its digests along. */
  const keyNow = async (digest: Digest) => {
    const chatId = delivery.presence.nowOf(digest.chatId)
    if (chatId !== digest.chatId) await delivery.presence.idle()
    return { ...digest, chatId }
  }

  const tell = (digest: Digest, settlement: Settlement) => {
    const facts = factsOf(digest)
    if (settlement.kind === 'sent') log.debug({ ...facts, message: settlement.messageId }, 'a digest is sent')
    else if (settlement.kind === 'fail')
      log.warn({ ...facts, reason: settlement.reason }, 'a digest cannot be sent')
    else if (settlement.kind === 'postpone') {
      const again = { ...facts, again: new Date(settlement.untilMs).toISOString() }
      if (settlement.ambiguous) log.warn(again, 'a digest may have arrived, and goes again')
      else log.info(again, 'a digest has to wait')
    }
  }

  return async (letter) => {
    const outcome = await delivery.send(letter.place, letter.message, {
      priority: 'notice',
      withinMs: WITHIN_MS,
      beforeCall: async () => (await digests.begin(letter.digest)) !== undefined,
    })
    await settle(letter, outcome)
  }
}
