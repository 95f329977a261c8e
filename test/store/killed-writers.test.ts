import { expect, test } from 'vitest'
import { killWriters } from '../support/torture/writers.ts'

/** 60 and more: `npm run torture:store`. */
const KILLS = 8

test('of transactions whose writers are killed none is lost or torn, and the next writer is not locked out', async () => {
  const { transactions, ...figures } = await killWriters(KILLS, 11)
  expect(figures).toEqual({ kills: KILLS, lost: 0, torn: 0, locked: 0, damaged: [] })
  expect(transactions).toBeGreaterThanOrEqual(KILLS)
})
