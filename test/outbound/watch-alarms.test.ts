import { expect, test } from 'vitest'
import { readableTime } from '../../src/outbound/operators.ts'
import { type AlarmReading, watchAlarms } from '../../src/outbound/watch-alarms.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { messagesTo } from '../support/outbox.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'

const GOOD: AlarmReading = { state: 'good', figure: '' }

/** A watch over a disk and a database, whose outbox may be broken too. */
async function watch() {
  const clock = createManualClock()
  const { outbox } = await openTestStore({ now: () => clock.now() })
  const state = { disk: GOOD, corpus: GOOD, reader: GOOD, database: async () => GOOD, isOutboxBroken: false }
  const direct: string[] = []
  const stop = new AbortController()
  const good = async () => GOOD
  const log = createRecordedLog()
  const watching = watchAlarms(
    {
      probes: {
        disk: async () => state.disk,
        database: () => state.database(),
        blocked: good,
        digests: good,
        corpus: async () => state.corpus,
        index: good,
        reader: async () => state.reader,
      },
      operators: {
        outbox: {
          ...outbox,
          add: (messages) =>
            state.isOutboxBroken ? Promise.reject(new Error('locked')) : outbox.add(messages),
        },
        adminIds: [1],
        timeZone: 'Asia/Shanghai',
        now: () => clock.now(),
        onNotice: () => {},
      },
      tellDirectly: async (alarm, _since, figure) => void direct.push(`${alarm} ${figure}`),
      clock,
      log,
    },
    stop.signal,
  )
  await clock.asleep()
  return {
    beganMs: clock.now(),
    state,
    log,
    direct,
    look: async () => {
      clock.advance(60_000)
      await clock.asleep()
    },
    told: async () =>
      (await messagesTo(outbox, 1)).map(
        ({ payload }) =>
          payload as { kind: string; alarm: string; figure?: string; since?: string; until?: string },
      ),
    end: async () => {
      stop.abort()
      await watching
    },
  }
}

test('operators are told once when something goes bad, and once when it is good again', async () => {
  const { beganMs, state, direct, look, told, end } = await watch()
  expect(await told()).toEqual([])
  state.disk = { state: 'bad', figure: '400 MB' }
  await look()
  await look()
  state.disk = { state: 'between', figure: '600 MB' }
  await look()
  expect(await told()).toMatchObject([{ kind: 'alarm', alarm: 'disk', figure: '400 MB' }])
  state.disk = GOOD
  await look()
  await look()
  state.disk = { state: 'bad', figure: '300 MB' }
  await look()
  expect((await told()).map(({ kind }) => kind)).toEqual(['alarm', 'alarmOver', 'alarm'])
  // From the look at which it was first seen, until that at which it was no more; and then another one.
  const [first, over, again] = await told()
  const at = (minutes: number) => readableTime(beganMs + minutes * 60_000, 'Asia/Shanghai')
  expect([first?.since, over?.since, over?.until, again?.since]).toEqual([at(1), at(1), at(4), at(6)])

  state.isOutboxBroken = true
  state.database = () => Promise.reject(new Error('disk I/O error'))
  await look()
  await look()
  expect(direct).toEqual(['database disk I/O error'])
  state.database = async () => GOOD
  await look()
  state.isOutboxBroken = false
  await look()
  await look()
  expect((await told()).slice(3)).toMatchObject([{ kind: 'alarmOver', alarm: 'database' }])
  await end()
})

test('that the end of one alarm cannot be noted keeps nobody from the next one', async () => {
  const { state, direct, look, told, end } = await watch()
  state.disk = { state: 'bad', figure: '400 MB' }
  await look()
  state.disk = GOOD
  state.isOutboxBroken = true
  state.database = () => Promise.reject(new Error('the server is gone'))
  await look()
  await look()
  expect(direct).toEqual(['database the server is gone'])
  state.isOutboxBroken = false
  await look()
  expect((await told()).map(({ kind, alarm }) => `${kind} ${alarm}`)).toEqual([
    'alarm disk',
    'alarmOver disk',
  ])
  await end()
})

test('of missing files the intake has told, so that only their return is', async () => {
  const { state, direct, look, told, end } = await watch()
  state.corpus = { state: 'bad', figure: '60' }
  await look()
  expect(await told()).toEqual([])
  state.corpus = GOOD
  await look()
  expect(await told()).toMatchObject([{ kind: 'alarmOver', alarm: 'corpus' }])
  expect(direct).toEqual([])
  await end()
})

test('the log says what is bad; that files are read again is no error', async () => {
  const { state, log, look, end } = await watch()
  state.disk = { state: 'bad', figure: '400 MB' }
  state.reader = { state: 'bad', figure: '3/9' }
  await look()
  await end()
  expect(log.lines.filter((it) => it.includes('told'))).toEqual([
    expect.stringMatching(/^error: the disk of the data folder is nearly full/u),
    expect.stringMatching(/^info: files are read again.*nothing is wrong/u),
  ])
})
