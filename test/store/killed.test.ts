import { describe, expect, test } from 'vitest'
import { runKilled } from '../support/run-killed.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const DIGESTS = 400
const KILLS = 5

/** Sends digests in a process of its own, and kills it after some have arrived. @returns the chats that got one */
async function sendDigests(folder: string, killAfter: number) {
  const { said, wasKilled } = await runKilled('digest-process.ts', [folder], killAfter)
  return { killed: wasKilled, chats: said.split('\n').filter(Boolean).map(Number) }
}

describe('digests whose sender is killed', () => {
  test('none is lost, and no more come twice than are marked', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder()
    const store = await openTestStore({ folder })
    const chats = Array.from({ length: DIGESTS }, (_, n) => n + 1)
    await store.digests.plan(chats.map((chatId) => ({ chatId, day: '2026-01-01', dueMs: 0 })))

    const arrived: number[] = []
    let kills = 0
    for (let round = 0; round < KILLS; round++) {
      const sent = await sendDigests(folder, 10 * (round + 1))
      arrived.push(...sent.chats)
      if (sent.killed) kills++
    }
    expect(kills).toBeGreaterThan(0)
    arrived.push(...(await sendDigests(folder, Number.POSITIVE_INFINITY)).chats)

    const digests = await Promise.all(chats.map((chatId) => store.digests.get({ chatId, day: '2026-01-01' })))
    expect(digests.filter((digest) => digest?.state !== 'sent')).toEqual([])
    expect(new Set(arrived)).toEqual(new Set(chats))
    const marked = digests
      .filter((digest) => (digest?.possibleDuplicates ?? 0) > 0)
      .map((digest) => digest?.chatId)
    const twice = arrived.filter((chatId, index) => arrived.indexOf(chatId) !== index)
    expect(twice.filter((chatId) => !marked.includes(chatId))).toEqual([])
    expect(marked.length).toBeLessThanOrEqual(kills)
    // A digest that is sent has its articles noted, in the same transaction.
    for (const chatId of chats) expect(await store.digests.shown({ chatId })).toEqual(new Set([`${chatId}`]))
    expect(await store.check()).toEqual([])
  })
})
