import { expect, test } from 'vitest'
import { tellOfMissingFiles } from '../../src/dispatch/index.ts'
import { openTestStore } from '../support/stores.ts'

test('each operator is told once of files that are missing, and again when they go another time', async () => {
  const { outbox } = await openTestStore()
  let rung = 0
  const operators = {
    outbox,
    adminIds: [1, 2],
    timeZone: 'Asia/Shanghai',
    now: () => 0,
    onLetter: () => {
      rung++
    },
  }
  const missing = { count: 60, known: 100, sinceMs: 0, dropMs: 86_400_000 }
  for (const count of [60, 61]) await tellOfMissingFiles({ ...missing, count }, operators)
  const news = { kind: 'missingFiles', count: 60, known: 100, until: '1970-01-02 08:00' } as const
  expect((await outbox.due(0, 9)).map(({ chatId, payload }) => [chatId, payload])).toEqual([
    [1, news],
    [2, news],
  ])
  expect(rung).toBeGreaterThan(0)
  await tellOfMissingFiles({ ...missing, sinceMs: 1 }, operators)
  expect(await outbox.due(0, 9)).toHaveLength(4)
})
