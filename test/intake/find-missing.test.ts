import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createIntake, findMissing } from '../../src/intake/index.ts'
import { MISSING_GRACE_MS } from '../../src/intake/missing-files.ts'
import type { Store } from '../../src/store/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { writeReadyFile } from '../support/ready-files.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const START_MS = Date.UTC(2026, 0, 1)
const LATER_MS = START_MS + 3_600_000

let folder: string
let store: Store
beforeEach(async () => {
  folder = join(temporaryFolder(), 'corpus')
  mkdirSync(join(folder, 'old'), { recursive: true })
  for (const file of ['1.jsonl', '2.jsonl', 'old/3.jsonl'])
    writeReadyFile(join(folder, file), [file], START_MS - 1000)
  store = await openTestStore()
  const clock = createManualClock(START_MS)
  await createIntake({ folder, manifest: store.manifest, clock, log: createRecordedLog() }).pass()
})

const missing = () => findMissing(folder, store.manifest, LATER_MS)
const all = { count: 3, known: 3, sinceMs: LATER_MS, dropMs: LATER_MS + MISSING_GRACE_MS }

test('of a folder that holds what is known nothing is missing', async () => {
  expect(await missing()).toBeUndefined()
})

test('all is missing of a folder that is empty, and it is looked at without a change', async () => {
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  expect(await missing()).toEqual(all)
  expect([...(await store.manifest.files()).values()].map((it) => it.missingSinceMs)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect((await store.archive.size()).articles).toBe(3)
})

test('all is missing of a folder that is not there, or is a file', async () => {
  renameSync(folder, `${folder}-away`)
  expect(await missing()).toEqual(all)
  writeFileSync(folder, '')
  expect(await missing()).toEqual(all)
})

test('nothing is known of a folder that cannot be read', async () => {
  renameSync(folder, `${folder}-away`)
  // A link that leads to itself.
  symlinkSync(folder, folder)
  expect(await missing()).toBeUndefined()
})

test('nothing is known of what lies in a folder that cannot be listed', async () => {
  rmSync(join(folder, 'old'), { recursive: true })
  symlinkSync(join(folder, 'old'), join(folder, 'old'))
  rmSync(join(folder, '1.jsonl'))
  rmSync(join(folder, '2.jsonl'))
  expect(await missing()).toBeUndefined()
})
