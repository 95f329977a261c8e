import { yieldToEventLoop } from '../concurrency/index.ts'
import {
  type CorpusFile,
  findOnDay,
  listCorpus,
  type PassedOver,
  sampleText,
  type UnreadableEntry,
} from '../corpus/index.ts'
import type { FilePiece, FindOnDays, TakenFile } from '../store/index.ts'
import { openFileReaders } from './file-readers.ts'
import { isNotThere } from './find-missing.ts'
import { decideMissing, type Listing } from './missing-files.ts'
import type { IntakeProgress, PassOptions, PassReport } from './pass-options.ts'

/** Articles that are written in one transaction, 10 to 20 ms of work. */
const BATCH_ARTICLES = 24
/** A file of this size may take some seconds: who waits is told its name. */
const LARGE_BYTES = 2 * 1024 * 1024
/** Files of which as much is read before it is written. */
const BATCH_FILES = 25
/** The coarsest clock of a file system in use (FAT): a change within it may leave a file's time as it was. */
const CLOCK_MS = 2000

/**
 * Makes the archive hold what the folder holds: reads new and changed files, drops those that are gone, and passes
 * over the others by size and time. If most files are gone at once their articles are kept, see `decideMissing`. It
 * may be ended and begun again at any point.
 * @throws {CorpusFolderError} if the folder cannot be read, unless it is only not there while its files are known
 */
export async function takeIn(options: PassOptions): Promise<PassReport> {
  const { folder, manifest, prune, signal } = options
  const known = await manifest.files()
  const present = new Set<string>()
  const unreadable: string[] = []
  const folders = new Set<string>([''])
  const changed: CorpusFile[] = []
  let postponed = 0
  const onUnreadable = ({ file, error }: UnreadableEntry) => {
    unreadable.push(file)
    options.onProblems(file, [error.message])
  }
  const passedOver = new Map<string, number>()
  const onPassedOver = (_file: string, reason: PassedOver) =>
    void passedOver.set(reason, (passedOver.get(reason) ?? 0) + 1)
  try {
    for await (const file of listCorpus(folder, onUnreadable, onPassedOver)) {
      if (signal?.aborted) break
      present.add(file.file)
      folders.add(file.file.slice(0, Math.max(0, file.file.lastIndexOf('/'))))
      const taken = known.get(file.file)
      if (taken && isCurrent(taken, file, options.reader)) options.onProblems(file.file, taken.problems)
      else if (isResting(file, options)) changed.push(file)
      else postponed++
    }
  } catch (error) {
    if (known.size === 0 || prune || !isNotThere(error)) throw error
  }
  const taken = await takeChanged(changed, options)
  const report = { taken, dropped: 0, postponed, folders: [...folders], passedOver }
  if (signal?.aborted) return report
  const dropped = await dropMissing({ present, unreadable }, options)
  await compareUndated(options)
  return { ...report, ...dropped }
}

const ON_DAYS: FindOnDays = { sample: sampleText, onDay: findOnDay }

/** What is not compared any more is by the next pass: the archive knows what is left. */
async function compareUndated({ manifest, signal }: PassOptions): Promise<void> {
  while (await manifest.compareUndated(ON_DAYS)) {
    if (signal?.aborted) return
    await yieldToEventLoop()
  }
}

async function dropMissing(
  listing: Listing,
  { manifest, now, prune, onProblems, signal }: PassOptions,
): Promise<Pick<PassReport, 'dropped' | 'missing'>> {
  const nowMs = now()
  const { drop, hold, back, missing } = decideMissing(await manifest.files(), listing, { nowMs, prune })
  // Before anything is dropped: whoever goes on from here after a crash must not take the rest for a few.
  await manifest.markMissing(hold, nowMs)
  await manifest.markMissing(back, undefined)
  let dropped = 0
  for (const file of drop) {
    if (signal?.aborted) break
    await manifest.drop(file)
    onProblems(file, [])
    dropped++
  }
  return { dropped, ...(missing && { missing }) }
}

async function takeChanged(changed: readonly CorpusFile[], options: PassOptions): Promise<number> {
  const { manifest, onProgress, signal } = options
  let batch: FilePiece[] = []
  let done = 0
  let reading: IntakeProgress['reading']
  const tell = () => onProgress({ done, total: changed.length, ...(reading && { reading }) })
  const write = async () => {
    if (batch.length > 0) await manifest.take(batch)
    batch = []
    tell()
    await yieldToEventLoop()
  }
  const readers = openFileReaders(changed, options)
  try {
    for (const file of changed) {
      if (signal?.aborted) break
      const { file: name, sizeBytes } = file
      reading = sizeBytes >= LARGE_BYTES ? { file: name, sizeBytes } : undefined
      if (reading) tell()
      for await (const piece of readers.read(file)) {
        if (signal?.aborted) break
        batch.push(piece)
        if (batch.reduce((sum, { articles }) => sum + articles.length, 0) >= BATCH_ARTICLES) await write()
        // Cutting a page takes some milliseconds, and small files come without any waiting.
        await yieldToEventLoop()
      }
      if (signal?.aborted) break
      done++
      reading = undefined
      if (batch.length >= BATCH_FILES) await write()
    }
    await write()
    return done
  } finally {
    await readers.close()
  }
}

function isCurrent(taken: TakenFile, { sizeBytes, modifiedMs }: CorpusFile, reader: string): boolean {
  return (
    taken.sizeBytes === sizeBytes &&
    taken.modifiedMs === modifiedMs &&
    taken.reader === reader &&
    modifiedMs < taken.takenMs - CLOCK_MS
  )
}

/** A time that lies ahead tells nothing of the last change but that clocks differ. */
function isResting({ modifiedMs }: CorpusFile, { now, restMs }: PassOptions): boolean {
  const ageMs = now() - modifiedMs
  return ageMs >= restMs || ageMs < 0
}
