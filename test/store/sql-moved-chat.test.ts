import { expect, test } from 'vitest'
import { joinPieces } from '../../src/intake/index.ts'
import { openStore } from '../../src/store/index.ts'
import { aSubscription } from '../support/a-subscription.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const [GROUP, SUPERGROUP] = [-5, -1005]

test('a group that becomes another keeps what each topic has: its own where there is some, else that of before', async () => {
  const store = await openStore({ folder: temporaryFolder(), join: joinPieces, now: () => 0 })
  const save = (chatId: number, threadId: number, time: string) =>
    store.subscriptions.save(aSubscription({ chatId, threadId, time }))
  await save(GROUP, 1, '07:00')
  await save(GROUP, 2, '07:00')
  await save(SUPERGROUP, 2, '09:00')
  await save(SUPERGROUP, 3, '09:00')
  await store.chats.migrate(GROUP, SUPERGROUP)
  const times = await store.subscriptions.ofChat(SUPERGROUP)
  expect(new Map(times.map(({ threadId, time }) => [threadId, time]))).toEqual(
    new Map([
      [1, '07:00'],
      [2, '09:00'],
      [3, '09:00'],
    ]),
  )
  expect(await store.subscriptions.ofChat(GROUP)).toEqual([])
  await store.close()
})
