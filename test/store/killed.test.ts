import { describe, expect, test } from 'vitest'
import { aNotice, messagesTo } from '../support/outbox.ts'
import { runKilled } from '../support/run-killed.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const MESSAGES = 400
const KILLS = 5

/** Sends messages in a process of its own, and kills it after some have arrived. @returns the chats that got one */
async function sendMessages(folder: string, killAfter: number) {
  const { said, wasKilled } = await runKilled('outbox-process.ts', [folder], killAfter)
  return { killed: wasKilled, chats: said.split('\n').filter(Boolean).map(Number) }
}

describe('messages whose sender is killed', () => {
  test('none is lost, and no more come twice than are marked', async () => {
    const folder = temporaryFolder()
    const store = await openTestStore({ folder })
    const chats = Array.from({ length: MESSAGES }, (_, n) => n + 1)
    const kinds = ['digest', 'alert', 'operatorNotice']
    await store.outbox.add(chats.map((chatId) => aNotice('', { chatId, kind: kinds[chatId % 3] ?? '' })))

    const arrived: number[] = []
    let kills = 0
    for (let round = 0; round < KILLS; round++) {
      const sent = await sendMessages(folder, 10 * (round + 1))
      arrived.push(...sent.chats)
      if (sent.killed) kills++
    }
    expect(kills).toBeGreaterThan(0)
    arrived.push(...(await sendMessages(folder, Number.POSITIVE_INFINITY)).chats)

    const messages = await messagesTo(store.outbox, ...chats)
    expect(messages).toHaveLength(MESSAGES)
    expect(messages.filter(({ status }) => status !== 'sent')).toEqual([])
    expect(new Set(arrived)).toEqual(new Set(chats))
    const marked = messages
      .filter(({ possibleDuplicates }) => possibleDuplicates > 0)
      .map(({ chatId }) => chatId)
    const twice = arrived.filter((chatId, index) => arrived.indexOf(chatId) !== index)
    expect(twice.filter((chatId) => !marked.includes(chatId))).toEqual([])
    expect(marked.length).toBeLessThanOrEqual(kills)
    // What it has shown is noted in the transaction that makes a message sent.
    for (const chatId of chats)
      expect(await store.shownArticles.in({ chatId })).toEqual(new Set([`${chatId}`]))
    expect(await store.check()).toEqual([])
  })
})
