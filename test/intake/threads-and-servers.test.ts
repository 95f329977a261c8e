import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CorpusFile } from '../../src/corpus/index.ts'
import { readPieces } from '../../src/intake/read-pieces.ts'
import { isForThreads, threadsWorth } from '../../src/intake/reading-threads.ts'
import { followOnServer, rebuildOnServer } from '../../src/intake/server-follower.ts'
import type { FilePiece } from '../../src/store/index.ts'
import { articleOn } from '../support/build-article.ts'
import { openTestStore, shelve } from '../support/stores.ts'

const MB = 1024 * 1024
const aFile = (sizeBytes: number, kind: CorpusFile['kind'] = 'page'): CorpusFile => ({
  file: `${kind}.txt`,
  path: join(tmpdir(), 'there-is-no-such-file'),
  kind,
  sizeBytes,
  modifiedMs: 0,
})

test.each([
  ['nothing to read', [], true, 8, 0],
  ['nothing to cut while somebody waits', [aFile(MB, 'ready')], true, 8, 0],
  ['one page', [aFile(1)], false, 8, 0],
  ['one page while somebody waits', [aFile(1)], true, 2, 1],
  ['one page while somebody waits, on one core', [aFile(1)], true, 1, 0],
  ['pages of just less than 2 MB', [aFile(2 * MB - 1)], false, 8, 0],
  ['pages of 2 MB', [aFile(MB), aFile(MB)], false, 8, 1],
  ['pages of 6 MB on three cores', [aFile(4 * MB), aFile(2 * MB)], false, 3, 2],
  ['pages of 40 MB', Array.from({ length: 10 }, () => aFile(4 * MB)), false, 8, 3],
  ['pages too large for them', [aFile(4 * MB + 1), aFile(9 * MB)], false, 8, 0],
] as const)('for %s these threads are worth their loading', (_what, files, isAnswering, cores, threads) => {
  expect(threadsWorth(files, isAnswering, cores)).toBe(threads)
})

test.each([
  ['page', 4 * MB, true],
  ['page', 4 * MB + 1, false],
  ['pdf', 64 * MB, true],
  ['pdf', 64 * MB + 1, false],
  ['ready', 1, false],
] as const)('a file of the kind %s with %i bytes is read in a thread: %s', (kind, sizeBytes, isRead) => {
  expect(isForThreads(aFile(sizeBytes, kind))).toBe(isRead)
})

test('a file that went before it was read is not taken for read, and the problem is told', async () => {
  const told: (readonly string[])[] = []
  const pieces: FilePiece[] = []
  const options = {
    reader: 'r',
    now: () => 0,
    onProblems: (_file: string, all: readonly string[]) => void told.push(all),
  }
  for await (const piece of readPieces(aFile(9), options)) pieces.push(piece)
  expect(pieces).toEqual([])
  expect(told).toEqual([[expect.stringContaining('page.txt')]])
})

/** An archive of so many articles, and an index on a server that notes what it is given. */
async function anArchive(count: number) {
  const { archive, manifest } = await openTestStore()
  await shelve(
    { manifest },
    Array.from({ length: count }, (_, n) => articleOn('2024-06-08', n)),
  )
  const given: (readonly [changes: number, revision: number, isMore: boolean])[] = []
  const apply = async (changes: readonly unknown[], revision: number, isMore: boolean) =>
    void given.push([changes.length, revision, isMore])
  return { archive, given, apply }
}

test('an index on a server is told with each batch but the last that more may come', async () => {
  const { archive, given, apply } = await anArchive(501)
  const progress: unknown[] = []
  const onProgress = (it: unknown) => void progress.push(it)
  expect(await followOnServer(archive, { prepare: async () => 0, apply }, { onProgress })).toBe(501)
  const { revision } = await archive.state()
  expect(given).toEqual([
    [500, revision - 1, true],
    [1, revision, false],
  ])
  expect(progress).toEqual([
    { done: 500, total: revision },
    { done: 501, total: revision },
  ])
  expect(await followOnServer(archive, { prepare: async () => revision, apply })).toBe(0)
})

test.each([
  ['whole takes the place of the old one', false, ['written', 'finished']],
  ['stopped does not', true, []],
])('an index that was made anew, and %s', async (_what, isStopped, expected) => {
  const { archive } = await anArchive(3)
  const done: string[] = []
  const stopping = new AbortController()
  if (isStopped) stopping.abort()
  await rebuildOnServer(
    archive,
    {
      revision: 0,
      apply: async () => void done.push('written'),
      finish: async () => void done.push('finished'),
    },
    { signal: stopping.signal },
  )
  expect(done).toEqual(expected)
})
