import { expect, test } from 'vitest'
import { runBurst } from '../support/torture/burst.ts'

// How fast it is, a loaded machine decides: `npm run torture:polling` measures that. Here the order is judged, and so that
// no answer is lost; queries wait for theirs as long as need be.
test('600 updates at once are all answered, none twice, and queries do not wait for the pace of messages', async () => {
  const { answered, twice, queryMs, messagesBefore, rssMb } = await runBurst(
    600,
    120_000,
    Number.POSITIVE_INFINITY,
  )
  expect({ answered, twice, queries: queryMs.length }).toEqual({ answered: 600, twice: 0, queries: 400 })
  expect(messagesBefore).toBeLessThan(75) // of 200; some 30, and 120 if messages had the same right
  expect(rssMb).toBeLessThan(400)
}, 180_000)
