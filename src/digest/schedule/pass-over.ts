import type { DigestKey } from '../../store/index.ts'

/**
 * Parts planned digests into the latest of each chat, or topic, and those that it takes the place of: what waited for
 * days, because the chat could not be reached, does not come all at once.
 */
export function passOver<D extends DigestKey & { readonly dueMs: number }>(
  digests: readonly D[],
): { readonly send: readonly D[]; readonly passedOver: readonly D[] } {
  const latest = new Map<string, D>()
  for (const digest of digests) {
    const known = latest.get(keyOf(digest))
    if (!known || digest.dueMs > known.dueMs) latest.set(keyOf(digest), digest)
  }
  return {
    send: [...latest.values()],
    passedOver: digests.filter((digest) => latest.get(keyOf(digest)) !== digest),
  }
}

const keyOf = ({ chatId, threadId = 0 }: DigestKey) => `${chatId} ${threadId}`
