import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type CorpusFile, listCorpus } from '../../src/corpus/index.ts'
import { openFileReaders } from '../../src/intake/file-readers.ts'
import { createIntake } from '../../src/intake/index.ts'
import { threadsWorth } from '../../src/intake/reading-threads.ts'
import type { Manifest } from '../../src/store/index.ts'
import { collect } from '../support/collect.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { openTestStore } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { hasEnded, watchThreads } from '../support/watch-threads.ts'

const seeds = join(import.meta.dirname, '..', '..', 'seeds')
const startMs = Date.UTC(2026, 0, 1)
const PAGES = 40

/** The seed pages, pages of other days made of them, and files that cannot be read, or only in part. */
function makeCorpus(): string {
  const folder = temporaryFolder()
  cpSync(seeds, join(folder, 'seeds'), { recursive: true })
  const texts = readdirSync(seeds).map((file) => readFileSync(join(seeds, file), 'utf8'))
  for (let n = 0; n < PAGES; n++) {
    const day = `2024-0${1 + (n % 9)}-11`
    mkdirSync(join(folder, day), { recursive: true })
    const text = texts[n % texts.length] ?? ''
    writeFileSync(join(folder, day, `${n}.txt`), text.slice(n * 50, n * 50 + 1000))
  }
  writeFileSync(join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 255, 254, 0, 0, 7]))
  writeFileSync(join(folder, 'seeds', 'empty.txt'), '')
  writeFileSync(join(folder, '2024-05-11', 'pages.txt'), `${texts[0]}\f${texts[1]}`)
  writeFileSync(join(folder, '2024-05-11', 'ready.jsonl'), '{"headline":"甲","body":"乙。"}\nx\n')
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(folder, file), startMs / 1000 - 3600, startMs / 1000 - 3600)
  return folder
}

/** What comes of a folder whose pages are read in this thread, for all who compare with it. */
let knownAlone: Awaited<ReturnType<typeof takeIn>> | undefined
const takeInAlone = async (folder: string) => (knownAlone ??= await takeIn(folder, 0))

/** Takes a folder in by so many threads. */
async function takeIn(folder: string, threads: number, watched = watchThreads()) {
  const store = await openTestStore()
  const log = createRecordedLog()
  const clock = createManualClock(startMs)
  const report = await createIntake({ folder, manifest: store.manifest, clock, log, threads }).pass()
  return {
    watched,
    log: log.lines,
    result: {
      report,
      files: await store.manifest.files(),
      changes: await store.archive.changesSince(0, 10_000),
    },
  }
}

test('an archive is the same, row by row, whether its pages were read here or by threads', async () => {
  const folder = makeCorpus()
  const alone = await takeInAlone(folder)
  expect(alone.result.changes.length).toBeGreaterThan(PAGES)
  expect(alone.log).toHaveLength(3)
  for (const threads of [1, 3]) {
    const { result, log, watched } = await takeIn(folder, threads)
    expect(result).toEqual(alone.result)
    expect(log).toEqual(alone.log)
    expect(watched.messages).toBeGreaterThan(PAGES)
    expect(watched.all.map(hasEnded)).toEqual(Array.from({ length: threads }, () => true))
  }
})

test('where threads end by themselves the log says so, and no page is lost', async () => {
  const folder = makeCorpus()
  const alone = await takeInAlone(folder)
  const watched = watchThreads()
  // With the first page that it has read, of the eight that it was given.
  watched.onEach((thread) => thread.once('message', () => void thread.terminate()))
  const { result, log } = await takeIn(folder, 2, watched)
  expect(watched.messages).toBeLessThan(2 * 8)
  expect(result).toEqual(alone.result)
  const told = log.filter((line) => line.startsWith('warn: a reading thread ended unexpectedly'))
  expect(told).toHaveLength(2)
  expect(log.filter((line) => !told.includes(line))).toEqual(alone.log)
})

test('a pass that is ended, or fails, leaves no thread behind', async () => {
  const folder = makeCorpus()
  const store = await openTestStore()
  const watched = watchThreads()
  const ending = new AbortController()
  const passOver = (take: Manifest['take']) =>
    createIntake({
      folder,
      manifest: { ...store.manifest, take },
      clock: createManualClock(startMs),
      log: createRecordedLog(),
      threads: 2,
    })
  const ended = await passOver(async (pieces) => {
    ending.abort()
    await store.manifest.take(pieces)
  }).pass({ signal: ending.signal })
  expect(ended.taken).toBeLessThan(PAGES)
  const failing = passOver(async () => {
    throw new Error('the disk is full')
  })
  await expect(failing.pass()).rejects.toThrow('the disk is full')
  expect(watched.all.map(hasEnded)).toEqual([true, true, true, true])
})

test('a thread reads no more than eight files ahead', async () => {
  const folder = makeCorpus()
  const files = (await collect(listCorpus(folder))).filter(({ kind }) => kind === 'page')
  const watched = watchThreads()
  const readers = openFileReaders(files, {
    folder,
    manifest: (await openTestStore()).manifest,
    reader: 'r',
    now: () => startMs,
    restMs: 0,
    onProblems: () => {},
    onProgress: () => {},
    log: createRecordedLog(),
    answering: false,
    prune: false,
    threads: 1,
  })
  for (const [turn, file] of files.entries()) {
    await collect(readers.read(file))
    const most = Math.min(files.length, turn + 8)
    await watched.heard(most)
    expect(watched.messages).toBe(most)
  }
  await readers.close()
})

const aFile = (facts: Partial<CorpusFile>): CorpusFile => ({
  file: 'a.txt',
  path: 'a.txt',
  kind: 'page',
  sizeBytes: 20_000,
  modifiedMs: 0,
  ...facts,
})
const many = (count: number, facts: Partial<CorpusFile> = {}) =>
  Array.from({ length: count }, () => aFile(facts))

test.each([
  ['a day’s paper', many(20), false, 8, 0],
  ['a day’s paper, while a bot answers', many(20), true, 8, 1],
  ['a day’s paper, while a bot answers on one core', many(20), true, 1, 0],
  ['a month of it', many(150), false, 8, 1],
  ['an archive', many(10_000), true, 8, 3],
  ['an archive, on two cores', many(10_000), true, 2, 1],
  ['an archive, on one core', many(10_000), false, 1, 0],
  ['ready articles', many(10_000, { kind: 'ready' }), true, 8, 0],
  ['files that are streamed', many(9, { sizeBytes: 50_000_000 }), true, 8, 0],
  ['nothing', [], true, 8, 0],
])('threads that are worth it for %s', (_case, files, answering, cores, threads) => {
  expect(threadsWorth(files, answering, cores)).toBe(threads)
})

test('while it watches, pages are read in another thread where there is a core for it', async () => {
  const folder = makeCorpus()
  const store = await openTestStore()
  const watched = watchThreads()
  const ending = new AbortController()
  const clock = createManualClock(startMs)
  const log = createRecordedLog()
  const intake = createIntake({ folder, manifest: store.manifest, clock, log })
  await intake.watch(ending.signal, { afterPass: async () => ending.abort() })
  expect((await store.archive.size()).articles).toBeGreaterThan(PAGES)
  expect(watched.all).toHaveLength(Math.min(1, availableParallelism() - 1))
  expect(watched.all.every(hasEnded)).toBe(true)
})
