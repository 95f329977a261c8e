import { describe, expect, test } from 'vitest'
import { breaks, type FakeAnswer, gives, hangs, refuses } from '../support/fake-telegram.ts'
import { aPoller } from '../support/poller.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const update = (update_id: number) => ({ update_id, message: {} })
const reset = Object.assign(new Error('request failed, reason: read ECONNRESET'), { code: 'ECONNRESET' })
const noName = Object.assign(new Error('request failed, reason: getaddrinfo ENOTFOUND'), {
  code: 'ENOTFOUND',
})

describe('a failure', () => {
  test.each<[string, FakeAnswer]>([
    ['400', refuses(400)],
    ['401', refuses(401, 'Unauthorized')],
    ['403', refuses(403)],
    ['404', refuses(404, 'Not Found')],
    ['409', refuses(409, 'Conflict: terminated by other getUpdates request')],
    ['429', refuses(429, 'Too Many Requests: retry after 3', { retry_after: 3 })],
    ['500', refuses(500)],
    ['502', refuses(502)],
    ['a reset connection', breaks(reset)],
    ['a name that is not found', breaks(noName)],
    ['no answer', hangs],
    ['null', gives(null)],
    ['an object', gives({})],
    ['a list of something else', gives([null, 7, { update_id: 'x' }])],
    ['an error that is none', () => Promise.reject(undefined)],
  ])(
    'of %s is waited out, in one line of the log and one for its end, and the next update comes',
    async (_what, failure) => {
      const poller = aPoller((nth) => (nth === 2 ? failure : nth === 4 ? gives([update(7)]) : undefined))
      await poller.pass(3 * MINUTE)
      expect(poller.taken).toEqual([7])
      expect(poller.said.map((it) => it['level'])).toEqual([40, 30])
      expect(poller.said[0]).not.toHaveProperty('err')
      expect(poller.said[1]).toMatchObject({ failures: 1, msg: 'updates are fetched again' })
      expect(poller.told).toEqual([])
      await poller.stop()
    },
  )

  test.each<[string, FakeAnswer]>([
    ['nothing', gives(undefined)],
    ['an object', gives({ length: 0 })],
    ['a list without a single update', gives([null])],
  ])('that gives %s instead of updates is called by its name', async (_what, failure) => {
    const poller = aPoller((nth) => (nth === 1 ? failure : undefined))
    await poller.pass(MINUTE)
    expect(poller.said[0]).toMatchObject({ description: 'getUpdates returned an invalid payload' })
    await poller.stop()
  })

  test('by which a request ends when the bot is stopped is none', async () => {
    const poller = aPoller(() => hangs)
    await poller.pass(1000)
    await poller.stop()
    expect(poller.asked).toHaveLength(1)
    expect(poller.said).toEqual([])
  })

  test('that lasts is tried again every half minute on average, and Telegram is not flooded', async () => {
    const poller = aPoller(() => refuses(401, 'Unauthorized'))
    await poller.pass(HOUR)
    const pauses = poller.asked.slice(1).map(({ atMs }, n) => atMs - (poller.asked[n]?.atMs ?? 0))
    expect(pauses.slice(0, 4)).toEqual([250, 500, 1000, 2000])
    expect(Math.max(...pauses)).toBe(30_000)
    expect(poller.said).toHaveLength(poller.asked.length)
    await poller.stop()
  })

  test('asks for as long a wait as Telegram wants', async () => {
    const poller = aPoller((nth) => (nth <= 2 ? refuses(429, 'Too Many', { retry_after: 200 }) : undefined))
    await poller.pass(HOUR)
    expect(poller.asked.slice(0, 3).map(({ atMs }) => atMs)).toEqual([0, 200_000, 400_000])
    await poller.stop()
  })

  test('that lasts for five minutes is told to the operators once, and so is its end', async () => {
    const poller = aPoller((_nth, _offset, atMs) =>
      atMs < 20 * MINUTE ? refuses(409, 'Conflict') : undefined,
    )
    await poller.pass(4 * MINUTE)
    expect(poller.told).toEqual([])
    await poller.pass(2 * MINUTE)
    expect(poller.told).toEqual(['409 Conflict'])
    await poller.pass(HOUR)
    expect(poller.told).toEqual(['409 Conflict', 'over after 21 min'])
    await poller.stop()
  })

  test('that a webhook causes ends it: somebody set one while the bot polls', async () => {
    const conflict = "Conflict: can't use getUpdates method while webhook is active"
    const poller = aPoller((nth) => (nth === 2 ? refuses(409, conflict) : undefined))
    await poller.pass(MINUTE)
    expect(poller.others).toEqual(['deleteWebhook', 'deleteWebhook'])
    await poller.stop()
  })

  test('names no token, to the log or to the operators', async () => {
    const address = 'https://api.telegram.org/bot123456789:AAF_this_is_no_token_of_any_server__/getUpdates'
    const poller = aPoller(() => breaks(new Error(`invalid json response body at ${address}`)))
    await poller.pass(HOUR)
    expect(poller.told).toHaveLength(1)
    expect(JSON.stringify([poller.told, poller.said])).not.toContain('AAF_this')
    await poller.stop()
  })
})

describe('an empty answer', () => {
  test.each([
    ['at once', 0, [0, 100, 200]],
    ['a moment before it counts as held', 99, [0, 199, 398]],
    ['after it was just held', 100, [0, 100, 200]],
    ['after the whole time', 25_000, [0, 25_000, 50_000]],
  ])('that comes %s is followed by the next call: %i ms', async (_what, heldMs, expected) => {
    const poller = aPoller(() => async () => {
      await poller.clock.sleep(heldMs)
      return []
    })
    await poller.pass(MINUTE)
    expect(poller.asked.slice(0, 3).map(({ atMs }) => atMs)).toEqual(expected)
    await poller.stop()
  })
})

describe('the offset', () => {
  test('is the last id plus one, also where ids begin anew, lower, after a quiet week', async () => {
    const batches = [[700_000_001, 700_000_002], [100_000_001], [100_000_002, 100_000_003]]
    const poller = aPoller((nth) => (batches[nth - 1] ? gives(batches[nth - 1]?.map(update)) : undefined))
    await poller.pass(MINUTE)
    expect(poller.asked.slice(0, 4).map(({ offset }) => offset)).toEqual([
      0, 700_000_003, 100_000_002, 100_000_004,
    ])
    expect(poller.taken).toEqual([700_000_001, 700_000_002, 100_000_001, 100_000_002, 100_000_003])
    await poller.stop()
  })

  test('a server that gives known updates again and again is asked more and more slowly, and recovers', async () => {
    const poller = aPoller((_nth, offset, atMs) =>
      atMs < HOUR ? gives([update(5)]) : offset === 6 ? gives([update(6)]) : undefined,
    )
    await poller.pass(HOUR - 1000)
    expect(poller.asked.length).toBeLessThan(HOUR / 5000 + 10)
    // The first batch is new, the second one may be what was not confirmed before a restart.
    expect(poller.asked.slice(0, 8).map(({ atMs }) => atMs)).toEqual([
      0, 0, 0, 1000, 3000, 7000, 12_000, 17_000,
    ])
    await poller.pass(6000)
    expect(poller.taken).toEqual([5, 6])
    await poller.stop()
  })

  test('one batch of known updates, as after a restart, delays nothing', async () => {
    const poller = aPoller((nth) =>
      nth <= 2 ? gives([update(5)]) : nth <= 4 ? gives([update(nth)]) : undefined,
    )
    await poller.pass(1)
    expect(poller.taken).toEqual([5, 3, 4])
    await poller.stop()
  })

  test('a server that holds no request is not asked without a pause', async () => {
    const poller = aPoller(() => gives([]))
    await poller.pass(MINUTE)
    expect(poller.asked.length).toBeGreaterThan(100)
    expect(poller.asked.length).toBeLessThanOrEqual(601)
    await poller.stop()
  })
})
