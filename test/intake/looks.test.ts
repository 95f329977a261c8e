import { appendFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createIntake } from '../../src/intake/index.ts'
import type { Store } from '../../src/store/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { writeReadyFile } from '../support/ready-files.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

// When the folder is looked at again, and what one look leaves for the next.

const START = Date.UTC(2026, 0, 1)
const HOUR = 3_600_000

let folder: string
let store: Store
beforeEach(async () => {
  folder = temporaryFolder()
  store = await openTestStore()
})

function start(manifest = store.manifest) {
  const [clock, log] = [createManualClock(START), createRecordedLog()]
  return { clock, log, intake: createIntake({ folder, manifest, clock, log }) }
}
const write = (file: string, headlines: readonly string[], changedMs = START - HOUR) =>
  writeReadyFile(join(folder, file), headlines, changedMs)

test('the folder is looked at again after a minute, a second if something is being written, ten if a look failed', async () => {
  write('a.jsonl', ['甲'], START)
  let [looks, fails] = [0, false]
  const files: typeof store.manifest.files = async () => {
    looks++
    if (fails) throw new Error('the database is locked')
    return store.manifest.files()
  }
  const { clock, intake } = start({ ...store.manifest, files })
  const ending = new AbortController()
  const passes: number[] = []
  const watching = intake.watch(ending.signal, { afterPass: async ({ taken }) => void passes.push(taken) })
  /** Whether the folder was looked at once more so long after the look before, and not sooner. */
  const isAskedAfter = async (ms: number) => {
    const before = looks
    clock.advance(ms - 1)
    expect(looks).toBe(before)
    clock.advance(1)
    await clock.asleep()
    return looks > before
  }
  await clock.asleep()
  expect(passes).toEqual([0])
  expect(await isAskedAfter(1_000)).toBe(true)
  expect(passes).toEqual([0, 1])
  fails = true
  expect(await isAskedAfter(60_000)).toBe(true)
  fails = false
  expect(await isAskedAfter(10_000)).toBe(true)
  expect(passes).toHaveLength(3)
  ending.abort()
  await watching
})

test('a hint that something changed comes from the folders below, too, in which pages were found', async () => {
  write('2024/06/a.jsonl', ['甲'])
  const { clock, intake } = start()
  const ending = new AbortController()
  const passes: number[] = []
  const watching = intake.watch(ending.signal, { afterPass: async ({ taken }) => void passes.push(taken) })
  await clock.asleep()
  write('2024/06/b.jsonl', ['乙'])
  await clock.interrupted()
  await clock.asleep()
  clock.advance(1000)
  await clock.asleep()
  expect(passes).toEqual([1, 1])
  ending.abort()
  await watching
})

test('what was wrong with a file is known to each look, and to the next process, though it is not read again', async () => {
  write('a.jsonl', ['甲'])
  appendFileSync(join(folder, 'a.jsonl'), '\n{"headline": 1\n')
  write('a2.jsonl', ['乙'])
  // As if it had been written long ago.
  utimesSync(join(folder, 'a.jsonl'), (START - HOUR) / 1000, (START - HOUR) / 1000)
  const { intake } = start()
  for (const taken of [2, 0, 0]) {
    expect(await intake.pass()).toMatchObject({ taken })
    expect(intake.unreadable).toBe(1)
  }
  const next = start()
  expect(await next.intake.pass()).toMatchObject({ taken: 0 })
  expect(next.intake.unreadable).toBe(1)
  expect(next.log.lines).toHaveLength(1)
})

test('a look that was ended at once forgets no problem, and takes no file for missing', async () => {
  for (let n = 0; n < 5; n++) write(`${n}.jsonl`, [`第${n}篇`])
  appendFileSync(join(folder, '0.jsonl'), '\n{"headline": 1\n')
  const { intake, log } = start()
  await intake.pass()
  expect(intake.unreadable).toBe(1)
  const said = log.lines.length
  expect(await intake.pass({ signal: AbortSignal.abort() })).toMatchObject({ taken: 0, dropped: 0 })
  expect([intake.unreadable, intake.missing, log.lines.length]).toEqual([1, undefined, said])
  const known = [...(await store.manifest.files()).values()]
  expect(known.map(({ missingSinceMs }) => missingSinceMs)).toEqual(Array(5).fill(undefined))
})
