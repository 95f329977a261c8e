import { expect, test } from 'vitest'
import { type AlarmReading, watchAlarms } from '../../src/outbound/watch-alarms.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { messagesTo } from '../support/outbox.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'

const GOOD: AlarmReading = { state: 'good', figure: '' }

test('operators are told once when something goes bad, and once when it is good again', async () => {
  const clock = createManualClock()
  const { outbox } = await openTestStore({ now: () => clock.now() })
  let disk: AlarmReading = GOOD
  let database = async () => GOOD
  let isOutboxBroken = false
  const direct: string[] = []
  const stop = new AbortController()
  const good = async () => GOOD
  const watching = watchAlarms(
    {
      probes: {
        disk: async () => disk,
        database: () => database(),
        blocked: good,
        digests: good,
        corpus: good,
        reader: good,
      },
      operators: {
        outbox: {
          ...outbox,
          add: (messages) => (isOutboxBroken ? Promise.reject(new Error('locked')) : outbox.add(messages)),
        },
        adminIds: [1],
        timeZone: 'Asia/Shanghai',
        now: () => clock.now(),
        onNotice: () => {},
      },
      tellDirectly: async (alarm, _since, figure) => void direct.push(`${alarm} ${figure}`),
      clock,
      log: createRecordedLog(),
    },
    stop.signal,
  )
  const look = async () => {
    clock.advance(60_000)
    await clock.asleep()
  }
  const told = async () =>
    (await messagesTo(outbox, 1)).map(
      ({ payload }) => payload as { kind: string; alarm: string; figure?: string },
    )

  await clock.asleep()
  expect(await told()).toEqual([])
  disk = { state: 'bad', figure: '400 MB' }
  await look()
  await look()
  disk = { state: 'between', figure: '600 MB' }
  await look()
  expect(await told()).toMatchObject([{ kind: 'alarm', alarm: 'disk', figure: '400 MB' }])
  disk = GOOD
  await look()
  await look()
  disk = { state: 'bad', figure: '300 MB' }
  await look()
  expect((await told()).map(({ kind }) => kind)).toEqual(['alarm', 'alarmOver', 'alarm'])

  isOutboxBroken = true
  database = () => Promise.reject(new Error('disk I/O error'))
  await look()
  await look()
  expect(direct).toEqual(['database disk I/O error'])
  database = async () => GOOD
  await look()
  isOutboxBroken = false
  await look()
  await look()
  expect((await told()).slice(3)).toMatchObject([{ kind: 'alarmOver', alarm: 'database' }])
  stop.abort()
  await watching
})
