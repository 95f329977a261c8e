import { expect, test } from 'vitest'
import { createVirtualClock } from './support/virtual-clock.ts'

test('two virtual clocks of one process do not wait for each other', async () => {
  const days = async () => {
    const clock = createVirtualClock()
    const began = clock.now()
    await clock.run(
      (async () => {
        for (let hour = 0; hour < 48; hour++) await clock.sleep(3_600_000)
      })(),
    )
    return (clock.now() - began) / 86_400_000
  }
  expect(await Promise.all([days(), days(), days()])).toEqual([2, 2, 2])
})

test('a virtual clock stands while somebody waits for a turn of the event loop', async () => {
  const clock = createVirtualClock()
  const began = clock.now()
  const seen = await clock.run(
    (async () => {
      const slept = clock.sleep(60_000).then(() => clock.now() - began)
      for (let turn = 0; turn < 100; turn++) await new Promise((done) => setImmediate(done))
      return [clock.now() - began, await slept]
    })(),
  )
  expect(seen).toEqual([0, 60_000])
})
