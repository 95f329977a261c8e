import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createIntake } from '../../src/intake/index.ts'
import type { Store } from '../../src/store/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { writeReadyFile } from '../support/ready-files.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)

/** Forty files that stay, one of them changed and one of them moved, and two that go; some articles are in two files. */
function prepare(folder: string, when: 'before' | 'after') {
  const write = (file: string, headlines: readonly string[], changedMs: number) =>
    writeReadyFile(join(folder, file), headlines, changedMs)
  if (when === 'before') {
    for (let n = 0; n < 40; n++) write(`2024/${n}.jsonl`, [`第${n}条`, '处处都有的一条'], START - 3 * HOUR)
    write(
      'long.jsonl',
      Array.from({ length: 60 }, (_, n) => `长文件第${n}条`),
      START - 3 * HOUR,
    )
    write('gone.jsonl', ['走了的一条'], START - 3 * HOUR)
    write('2023/gone.jsonl', ['也走了的一条'], START - 3 * HOUR)
  } else {
    write('2024/0.jsonl', ['第0条', '新的一条'], START - 2 * HOUR)
    write(
      'long.jsonl',
      Array.from({ length: 61 }, (_, n) => `长文件第${n}条`),
      START - 2 * HOUR,
    )
    rmSync(join(folder, '2024', '1.jsonl'))
    write('moved/1.jsonl', ['第1条', '处处都有的一条'], START - 3 * HOUR)
    rmSync(join(folder, 'gone.jsonl'))
    rmSync(join(folder, '2023', 'gone.jsonl'))
  }
}

/** In the folder before and after: whatever becomes of a pass, these are never missing. */
const STAYS = [
  ...Array.from({ length: 40 }, (_, n) => `第${n}条`),
  '处处都有的一条',
  ...Array.from({ length: 60 }, (_, n) => `长文件第${n}条`),
]
const AFTER = [...STAYS, '新的一条', '长文件第60条']

async function headlinesIn({ archive }: Store): Promise<readonly string[]> {
  return (await archive.browse({ offset: 0, limit: 1000 })).articles.map(({ headline }) => headline)
}

/** A store in which the nth call of the manifest is the last one: then the process is told to end, or the call fails. */
function endingAt({ manifest }: Store, nth: number, how: 'told' | 'fails', end: () => void) {
  let calls = 0
  let lateDrops = 0
  const counted = Object.fromEntries(
    Object.entries(manifest).map(([name, call]) => [
      name,
      async (...all: unknown[]) => {
        if (++calls > nth && name === 'drop') lateDrops++
        if (calls === nth && how === 'told') end()
        if (calls >= nth && how === 'fails') throw new Error('the disk is full')
        return (call as (...all: unknown[]) => Promise<unknown>)(...all)
      },
    ]),
  ) as unknown as typeof manifest
  return { manifest: counted, calls: () => calls, lateDrops: () => lateDrops }
}

test.each(['told', 'fails'] as const)(
  'a pass that is ended (%s) at whichever step loses nothing that is known and still there, and the next one ends the work',
  async (how) => {
    let steps = Number.POSITIVE_INFINITY
    for (let nth = 1; nth <= steps; nth++) {
      const folder = temporaryFolder()
      const store = await openTestStore()
      const clock = createManualClock(START)
      const pass = (manifest: Store['manifest'], signal?: AbortSignal) =>
        createIntake({ folder, manifest, clock, log: createRecordedLog() }).pass(
          signal === undefined ? {} : { signal },
        )
      prepare(folder, 'before')
      await pass(store.manifest)
      prepare(folder, 'after')

      const ending = new AbortController()
      const { manifest, calls, lateDrops } = endingAt(store, nth, how, () => ending.abort())
      await pass(manifest, ending.signal).catch(() => {})
      const now = new Set(await headlinesIn(store))
      expect(STAYS.filter((it) => !now.has(it))).toEqual([])
      expect(lateDrops()).toBe(0)
      if (calls() < nth) steps = nth

      await pass(store.manifest)
      expect((await headlinesIn(store)).toSorted()).toEqual(AFTER.toSorted())
    }
    expect(steps).toBeGreaterThan(6)
    expect(steps).toBeLessThan(100)
  },
)

test.each([
  [undefined, 5],
  [2, 2],
])(
  'articles without a day are compared until none is left, or until the end comes (%s)',
  async (end, asked) => {
    const store = await openTestStore()
    const ending = new AbortController()
    let calls = 0
    const compareUndated = async () => {
      if (++calls === end) ending.abort()
      return calls < 5
    }
    const manifest = { ...store.manifest, compareUndated }
    const [folder, clock] = [temporaryFolder(), createManualClock(START)]
    prepare(folder, 'before')
    await createIntake({ folder, manifest, clock, log: createRecordedLog() }).pass({ signal: ending.signal })
    expect(calls).toBe(asked)
  },
)
