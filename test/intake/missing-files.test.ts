import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { CorpusFolderError } from '../../src/domain/index.ts'
import { createIntake } from '../../src/intake/index.ts'
import { decideMissing, MISSING_GRACE_MS } from '../../src/intake/missing-files.ts'
import type { Manifest, Store, TakenFile } from '../../src/store/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { writeReadyFile } from '../support/ready-files.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const startMs = Date.UTC(2026, 0, 1)
const hour = 3_600_000

let folder: string
let store: Store
beforeEach(async () => {
  folder = join(temporaryFolder(), 'corpus')
  mkdirSync(folder)
  store = await openTestStore()
})

/** A process that starts over the archive, so long after the first one. */
function start(afterMs = 0, manifest: Manifest = store.manifest) {
  const clock = createManualClock(startMs + afterMs)
  const log = createRecordedLog()
  return { clock, log, intake: createIntake({ folder, manifest, clock, log }) }
}

function write(file: string, headline = file): void {
  writeReadyFile(join(folder, file), [headline], startMs - 3_600_000)
}

const writeMany = (count: number) => {
  for (let n = 0; n < count; n++) write(`${n}.jsonl`)
}
const remove = (...files: readonly string[]) => {
  for (const file of files) rmSync(join(folder, file))
}
const articles = async () => (await store.archive.size()).articles

/** Each way in which a drive goes away, and comes back. */
describe.each([
  [
    'is empty',
    () => {
      renameSync(folder, `${folder}-away`)
      mkdirSync(folder)
    },
    () => {
      rmSync(folder, { recursive: true })
      renameSync(`${folder}-away`, folder)
    },
  ],
  ['is not there', () => renameSync(folder, `${folder}-away`), () => renameSync(`${folder}-away`, folder)],
  [
    'is a file',
    () => {
      renameSync(folder, `${folder}-away`)
      writeFileSync(folder, '')
    },
    () => {
      rmSync(folder)
      renameSync(`${folder}-away`, folder)
    },
  ],
])('when the corpus folder %s', (_case, takeAway, bringBack) => {
  test('its articles are served for a day, across restarts, and the log says so', async () => {
    writeMany(2)
    await start().intake.pass()
    takeAway()
    const first = start(hour)
    const missing = { count: 2, known: 2, sinceMs: startMs + hour, dropMs: startMs + hour + MISSING_GRACE_MS }
    expect(await first.intake.pass()).toMatchObject({ dropped: 0, missing })
    expect(first.log.lines).toEqual([
      expect.stringMatching(
        /^warn: 2 of 2 known files are missing .* until 2026-01-02T01:00:00.000Z.*--prune/,
      ),
    ])
    await first.intake.pass()
    expect(first.log.lines).toHaveLength(1)
    expect(await start(hour + MISSING_GRACE_MS - 1).intake.pass()).toMatchObject({ dropped: 0, missing })
    expect(await articles()).toBe(2)
    expect(await start(hour + MISSING_GRACE_MS).intake.pass()).toMatchObject({ dropped: 2 })
    expect(await articles()).toBe(0)
  })

  test('they are there as before when it comes back, and nothing of them is news', async () => {
    writeMany(3)
    await start().intake.pass()
    const before = await store.archive.changesSince(0, 99)
    takeAway()
    const { intake, log, clock } = start(hour)
    await intake.pass()
    bringBack()
    expect(await intake.pass()).toEqual({
      taken: 0,
      dropped: 0,
      postponed: 0,
      folders: [''],
      passedOver: new Map(),
    })
    expect(log.lines.at(-1)).toBe('info: the missing files are in the corpus folder again')
    expect(await store.archive.changesSince(0, 99)).toEqual(before)
    // Another absence has a day of its own.
    takeAway()
    clock.advance(MISSING_GRACE_MS)
    expect(await intake.pass()).toMatchObject({ dropped: 0, missing: { sinceMs: clock.now() } })
    bringBack()
  })
})

test('articles that were removed after a day keep their arrival when they come back', async () => {
  writeMany(4)
  await start().intake.pass()
  const latest = await store.archive.latestArrival()
  renameSync(folder, `${folder}-away`)
  await start(hour).intake.pass()
  await start(3 * MISSING_GRACE_MS).intake.pass()
  expect(await articles()).toBe(0)
  renameSync(`${folder}-away`, folder)
  await start(4 * MISSING_GRACE_MS).intake.pass()
  expect(await articles()).toBe(4)
  expect(await store.archive.arrivalsSince(latest, 9)).toEqual([])
})

test('files that are there are served and followed while most are missing', async () => {
  writeMany(10)
  await start().intake.pass()
  remove(...Array.from({ length: 6 }, (_, n) => `${n}.jsonl`))
  const { intake } = start(hour)
  expect(await intake.pass()).toMatchObject({ dropped: 0, missing: { count: 6, known: 10 } })
  write('new.jsonl')
  remove('9.jsonl')
  expect(await intake.pass()).toMatchObject({ taken: 1, dropped: 1, missing: { count: 6, known: 10 } })
  expect(await articles()).toBe(10)
})

test('prune removes at once what is missing, and nothing that is there', async () => {
  writeMany(4)
  await start().intake.pass()
  remove('0.jsonl', '1.jsonl', '2.jsonl')
  const { intake, log } = start(hour)
  await intake.pass()
  expect(await intake.pass({ prune: true })).toMatchObject({ dropped: 3 })
  expect(log.lines.at(-1)).toBe('warn: the articles of the missing files were removed')
  expect(await articles()).toBe(1)
})

test('prune does not take a folder that is not there for an empty one', async () => {
  writeMany(4)
  await start().intake.pass()
  renameSync(folder, `${folder}-away`)
  await expect(start(hour).intake.pass({ prune: true })).rejects.toThrow(CorpusFolderError)
  expect(await articles()).toBe(4)
})

test('a folder that is not there and of which nothing is known is an error', async () => {
  renameSync(folder, `${folder}-away`)
  await expect(start().intake.pass()).rejects.toThrow(CorpusFolderError)
})

test('files that were moved are not missing', async () => {
  writeMany(5)
  await start().intake.pass()
  mkdirSync(join(folder, 'old'))
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl')))
    renameSync(join(folder, file), join(folder, 'old', file))
  const { intake, log } = start(hour)
  expect(await intake.pass()).toEqual({
    taken: 5,
    dropped: 5,
    postponed: 0,
    folders: ['', 'old'],
    passedOver: new Map(),
  })
  expect(log.lines).toEqual([])
})

/** Ends the process, as it were, before the n-th call that changes the manifest. */
function dyingAt(calls: number): Manifest {
  let left = calls
  const step =
    <T extends readonly unknown[]>(work: (...args: T) => Promise<void>) =>
    async (...args: T) => {
      if (left-- <= 0) throw new Error('killed')
      await work(...args)
    }
  const { manifest } = store
  return {
    ...manifest,
    take: step((pieces) => manifest.take(pieces)),
    markMissing: step((files, sinceMs) => manifest.markMissing(files, sinceMs)),
    drop: step((file) => manifest.drop(file)),
  }
}

test.each([
  ['most files are missing', ['0', '1', '2', '3', '4', '5'], 10],
  ['all files are missing', ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], 10],
  ['a few were deleted', ['0', '1', '2', '3'], 6],
])('killed at any step while %s, it never drops more', async (_case, gone, left) => {
  writeMany(10)
  await start().intake.pass()
  remove(...gone.map((name) => `${name}.jsonl`))
  for (let calls = 0; calls < 8; calls++) {
    await start(hour + calls, dyingAt(calls))
      .intake.pass()
      .catch(() => {})
    expect(await articles()).toBeGreaterThanOrEqual(left)
  }
  await start(2 * hour).intake.pass()
  expect(await articles()).toBe(left)
})

describe('decideMissing', () => {
  const facts = { sizeBytes: 1, modifiedMs: 0, takenMs: 0, reader: '', pages: 1, problems: [] }
  const known = (count: number, missingSinceMs?: number): ReadonlyMap<string, TakenFile> =>
    new Map(
      Array.from({ length: count }, (_, n) => [
        `2024/${n}.txt`,
        { ...facts, hash: `${n}`, ...(missingSinceMs !== undefined && { missingSinceMs }) },
      ]),
    )
  const there = (...numbers: number[]) => new Set(numbers.map((n) => `2024/${n}.txt`))
  const at = { nowMs: 1000, prune: false }

  test.each([
    ['one of two', known(2), there(1), 1, 0],
    ['two of three', known(3), there(2), 2, 0],
    ['three of five', known(5), there(3, 4), 0, 3],
    ['half of eight', known(8), there(4, 5, 6, 7), 4, 0],
    ['the only one', known(1), there(), 0, 1],
  ])('%s', (_case, files, present, drop, hold) => {
    const decision = decideMissing(files, { present, unreadable: [] }, at)
    expect([decision.drop.length, decision.hold.length]).toEqual([drop, hold])
  })

  test.each([['2024'], ['2024/0.txt']])(
    'nothing is known of what is in %s if that cannot be read',
    (entry) => {
      const decision = decideMissing(known(1), { present: new Set(), unreadable: [entry] }, at)
      expect(decision).toEqual({ drop: [], hold: [], back: [] })
    },
  )

  test('a time that was noted by a wrong clock is noted anew', () => {
    const decision = decideMissing(known(4, 5000), { present: there(), unreadable: [] }, at)
    expect(decision).toMatchObject({ hold: { length: 4 }, missing: { sinceMs: 1000 } })
  })
})
