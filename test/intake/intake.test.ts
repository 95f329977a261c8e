import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { READER_VERSION } from '../../src/corpus/index.ts'
import { createIndexFollower, createIntake } from '../../src/intake/index.ts'
import { createIcuSegmenter, createTokeniser } from '../../src/language/index.ts'
import { createSearch } from '../../src/search/index.ts'
import type { Store, TakenFile } from '../../src/store/index.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { writeReadyFile } from '../support/ready-files.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { readSeedArticles } from '../support/seed-articles.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const seeds = join(import.meta.dirname, '..', '..', 'seeds')
const hour = 3_600_000
const startMs = Date.UTC(2026, 0, 1)

let folder: string
let store: Store
beforeEach(async () => {
  folder = temporaryFolder()
  store = await openTestStore()
})

/** Everything around one intake, as a process has it. */
function start() {
  const clock = createManualClock(startMs)
  const log = createRecordedLog()
  const intake = createIntake({ folder, manifest: store.manifest, clock, log })
  return { clock, log, intake }
}

/** Writes a file of ready articles that was changed an hour ago, or at the time told. */
function write(file: string, headlines: readonly string[], changedMs = startMs - hour): void {
  writeReadyFile(join(folder, file), headlines, changedMs)
}

async function headlines(): Promise<readonly string[]> {
  const { articles } = await store.archive.browse({ offset: 0, limit: 1000 })
  return articles.map(({ headline }) => headline)
}

test('takes in pages as they are read from the folder, continuations joined', async () => {
  cpSync(seeds, folder, { recursive: true, preserveTimestamps: true })
  await start().intake.pass()
  const { articles } = await store.archive.browse({ offset: 0, limit: 1000 })
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  expect(articles.toSorted(byId)).toEqual((await readSeedArticles()).toSorted(byId))
  expect(await store.archive.size()).toMatchObject({ files: readdirSync(seeds).length, pages: 5 })
})

test('a large file is named while it is read', async () => {
  write('a.jsonl', ['第一篇'])
  write('b.jsonl', ['第二篇'])
  appendFileSync(join(folder, 'b.jsonl'), `${' '.repeat(2 * 1024 * 1024)}\n`)
  const named: (string | undefined)[] = []
  await start().intake.pass({ onProgress: ({ reading }) => void named.push(reading?.file) })
  expect(named).toEqual(['b.jsonl', undefined])
})

test('files are written down by some, and told of as they are', async () => {
  for (let n = 0; n < 53; n++) write(`${n}.jsonl`, [`第${n}篇`])
  const progress: unknown[] = []
  await start().intake.pass({ onProgress: (it) => void progress.push(it) })
  const total = 53
  // Twenty-five pieces at a time: the articles of a file, and its end.
  expect(progress).toEqual([13, 26, 39, 52, 53].map((done) => ({ done, total })))
  expect(await headlines()).toHaveLength(total)
})

test('over an unchanged folder no file is read again, by this process or the next', async () => {
  write('a.jsonl', ['甲'])
  write('2024/b.jsonl', ['乙'])
  expect(await start().intake.pass()).toMatchObject({ taken: 2, dropped: 0 })
  const before = await store.archive.changesSince(0, 9)
  expect(await start().intake.pass()).toMatchObject({ taken: 0, dropped: 0, folders: ['', '2024'] })
  expect(await store.archive.changesSince(0, 9)).toEqual(before)
})

test('a file that may have changed within the tick of the clock at which it was read is read again', async () => {
  write('a.jsonl', ['甲'], startMs - 500)
  const { intake, clock } = start()
  await intake.pass()
  clock.advance(hour)
  expect(await intake.pass()).toMatchObject({ taken: 1 })
  expect(await intake.pass()).toMatchObject({ taken: 0 })
})

test('a file that another version of the reader read is read again', async () => {
  write('a.jsonl', ['甲'])
  await start().intake.pass()
  const known = (await store.manifest.files()).get('a.jsonl')
  expect(known).toMatchObject({ reader: `version ${READER_VERSION}` })
  const end = { ...known, reader: 'version 0' } as TakenFile
  await store.manifest.take([{ file: 'a.jsonl', place: 1, articles: [], end }])
  expect(await start().intake.pass()).toMatchObject({ taken: 1 })
})

test('new, changed, moved and removed files are followed, and ids stay', async () => {
  write('a.jsonl', ['甲', '乙'])
  write('b.jsonl', ['丙'])
  write('c.jsonl', ['丁'])
  const { intake } = start()
  await intake.pass()
  const idOf = async (headline: string) => {
    const { articles } = await store.archive.browse({ offset: 0, limit: 9 })
    return articles.find((it) => it.headline === headline)?.id
  }
  const moved = await idOf('丙')
  write('a.jsonl', ['甲', '新'], startMs - hour / 2)
  mkdirSync(join(folder, 'old'))
  renameSync(join(folder, 'b.jsonl'), join(folder, 'old', 'b.jsonl'))
  rmSync(join(folder, 'c.jsonl'))
  expect(await intake.pass()).toMatchObject({ taken: 2, dropped: 2 })
  expect(await headlines()).toEqual(['甲', '新', '丙'])
  expect(await idOf('丙')).toBe(moved)
})

test('a bad file is reported by name, once, and the others are served; when it is mended it is served too', async () => {
  write('good.jsonl', ['甲'])
  write('bad.jsonl', [])
  writeFileSync(join(folder, 'bad.jsonl'), '{"headline": 1')
  writeFileSync(join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 255, 254, 0, 0, 7]))
  const { intake, log } = start()
  await intake.pass()
  expect(log.lines).toEqual([
    expect.stringMatching(/^warn: cannot read bad\.jsonl: line 1 is not valid JSON/),
    expect.stringMatching(/^warn: cannot read binary\.txt: /),
  ])
  await intake.pass()
  expect(log.lines).toHaveLength(2)
  expect(intake.unreadable).toBe(2)
  expect(await headlines()).toEqual(['甲'])
  const later = start()
  await later.intake.pass()
  expect(later.log.lines).toEqual(log.lines)
  write('bad.jsonl', ['乙'])
  rmSync(join(folder, 'binary.txt'))
  await later.intake.pass()
  expect(later.intake.unreadable).toBe(0)
  expect(await headlines()).toEqual(['乙', '甲'])
})

test('a file with thousands of bad lines is reported in a few sentences', async () => {
  write('bad.jsonl', [])
  writeFileSync(join(folder, 'bad.jsonl'), 'x\n'.repeat(5000))
  const { intake, log } = start()
  await intake.pass()
  expect(log.lines).toHaveLength(21)
  expect(log.lines.at(-1)).toBe('warn: bad.jsonl: 4980 more problems like these')
})

test('a pass that is ended goes on with the next one', async () => {
  for (let n = 0; n < 120; n++) write(`${n}.jsonl`, [`第${n}条`])
  const { intake } = start()
  const ending = new AbortController()
  const report = await intake.pass({ signal: ending.signal, onProgress: () => ending.abort() })
  expect(report.taken).toBeLessThan(120)
  expect(await headlines()).toHaveLength(report.taken)
  expect(await intake.pass()).toMatchObject({ taken: 120 - report.taken })
  expect(await headlines()).toHaveLength(120)
})

test('a pass that is ended within a file leaves it unfinished, and the next one takes it whole', async () => {
  const many = Array.from({ length: 500 }, (_, n) => `第${n}条`)
  write('a.jsonl', many)
  const { intake } = start()
  const ending = new AbortController()
  const report = await intake.pass({ signal: ending.signal, onProgress: () => ending.abort() })
  expect(report.taken).toBe(0)
  expect((await store.manifest.files()).get('a.jsonl')).toMatchObject({ sizeBytes: -1 })
  expect((await headlines()).length).toBeLessThan(500)
  expect(await intake.pass()).toMatchObject({ taken: 1 })
  expect(await headlines()).toEqual(many)
})

test('tells how far it has got', async () => {
  for (let n = 0; n < 60; n++) write(`${n}.jsonl`, [`第${n}条`])
  const told: number[] = []
  await start().intake.pass({ onProgress: ({ done, total }) => void told.push(done / total) })
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(-1)).toBe(1)
})

test('while it watches, a file is taken when it rests, and every query is answered meanwhile', async () => {
  write('a.jsonl', ['甲 旧闻'])
  const { intake, clock } = start()
  const search = createSearch(createTokeniser(createIcuSegmenter()), store.archive)
  const follower = createIndexFollower(store.archive, search)
  const ending = new AbortController()
  const watching = intake.watch(ending.signal, { afterPass: async () => void (await follower.catchUp()) })
  const find = async (query: string) => (await search.search(query)).total

  await clock.asleep()
  expect(await find('旧闻')).toBe(1)
  write('b.jsonl', ['乙 新闻'], clock.now())
  clock.advance(60_000)
  utimesSync(join(folder, 'b.jsonl'), clock.now() / 1000, clock.now() / 1000)
  await clock.asleep()
  expect(await find('新闻')).toBe(0)
  clock.advance(1000)
  await clock.asleep()
  expect(await find('新闻')).toBe(1)
  rmSync(join(folder, 'a.jsonl'))
  clock.advance(60_000)
  await clock.asleep()
  expect(await find('旧闻')).toBe(0)
  ending.abort()
  await watching
})

test('what another process took in is found too', async () => {
  const data = temporaryFolder()
  const [ours, theirs] = [await openTestStore({ folder: data }), await openTestStore({ folder: data })]
  const search = createSearch(createTokeniser(createIcuSegmenter()), ours.archive)
  const follower = createIndexFollower(ours.archive, search)
  write('a.jsonl', ['甲 新闻'])
  store = theirs
  await start().intake.pass()
  expect(await follower.catchUp()).toBe(1)
  expect((await search.search('新闻')).total).toBe(1)
  expect(await follower.catchUp()).toBe(0)
})

test('what comes while the first look is under way is not left for the look of a minute later', async () => {
  write('a.jsonl', ['甲'])
  const { manifest } = store
  const take: typeof manifest.take = async (pieces) => {
    if (passes.length === 0) write('b.jsonl', ['乙'])
    return manifest.take(pieces)
  }
  store = { ...store, manifest: { ...manifest, take } }
  const { intake, clock } = start()
  const ending = new AbortController()
  onTestFinished(() => ending.abort())
  const passes: number[] = []
  const watching = intake.watch(ending.signal, { afterPass: async ({ taken }) => void passes.push(taken) })
  for (let second = 0; second < 10; second++) {
    await clock.asleep()
    clock.advance(1000)
    await breathe()
  }
  await clock.asleep()
  expect(passes.slice(0, 2)).toEqual([1, 1])
  ending.abort()
  await watching
})

test('a hint of the system is enough to look at once', async () => {
  write('a.jsonl', ['甲'])
  const { intake, clock } = start()
  const ending = new AbortController()
  onTestFinished(() => ending.abort())
  const passes: number[] = []
  const watching = intake.watch(ending.signal, { afterPass: async ({ taken }) => void passes.push(taken) })
  await clock.asleep()
  write('b.jsonl', ['乙'])
  // The long sleep ends, and the short one begins in which further hints are gathered.
  await clock.interrupted()
  await clock.asleep()
  clock.advance(1000)
  await clock.asleep()
  expect(passes).toEqual([1, 1])
  ending.abort()
  await watching
})
