import { setImmediate as breathe } from 'node:timers/promises'
import { type CorpusFile, listCorpus } from '../corpus/index.ts'
import type { Logger } from '../ops/index.ts'
import type { FilePiece, Manifest, TakenFile } from '../store/index.ts'
import { openFileReaders } from './file-readers.ts'

/** Where the intake has got to; both grow while the folder is being looked through. */
export interface IntakeProgress {
  /** Files that were new or changed and have been taken in. */
  readonly done: number
  readonly total: number
}

export interface PassOptions {
  readonly folder: string
  readonly manifest: Manifest
  /** The version of the page reader, by which the manifest tells what must be read again. */
  readonly reader: string
  readonly now: () => number
  /** A file that was changed less than this ago is left for the next pass: somebody may still be writing it. */
  readonly restMs: number
  /** Told of every file that has, or no longer has, something that cannot be read. */
  readonly onProblems: (file: string, problems: readonly string[]) => void
  readonly onProgress: (progress: IntakeProgress) => void
  readonly signal?: AbortSignal
  /** Whether somebody waits for answers of this process meanwhile. */
  readonly answering: boolean
  /** How many threads read pages; as many as are worth it unless told. */
  readonly threads?: number | undefined
  readonly log: Pick<Logger, 'warn'>
}

export interface PassReport {
  /** Files that were taken in, and those that are gone. */
  readonly taken: number
  readonly dropped: number
  /** Files that were left for the next pass. */
  readonly postponed: number
  /** Folders with pages in them, to be watched; below the corpus folder, `''` for itself. */
  readonly folders: readonly string[]
}

/** Articles that are written in one transaction, 10 to 20 ms of work. */
const BATCH = 24
/** Files of which as much is read before it is written. */
const BATCH_FILES = 25
/** The coarsest clock of a file system in use (FAT): a change within it may leave a file's time as it was. */
const CLOCK_MS = 2000

/**
 * Makes the archive hold what the folder holds: reads new and changed files, drops those that are gone, and passes
 * over the others by size and time. It may be ended and begun again at any point.
 * @throws {CorpusFolderError} where the folder cannot be read; nothing is dropped then
 */
export async function takeIn(options: PassOptions): Promise<PassReport> {
  const { folder, manifest, onProblems, signal } = options
  const known = await manifest.files()
  const present = new Set<string>()
  const folders = new Set<string>([''])
  const changed: CorpusFile[] = []
  let postponed = 0
  for await (const file of listCorpus(folder)) {
    if (signal?.aborted) break
    present.add(file.file)
    folders.add(file.file.slice(0, Math.max(0, file.file.lastIndexOf('/'))))
    const taken = known.get(file.file)
    if (taken && isCurrent(taken, file, options.reader)) onProblems(file.file, taken.problems)
    else if (isResting(file, options)) changed.push(file)
    else postponed++
  }
  const taken = await takeChanged(changed, options)
  let dropped = 0
  for (const file of known.keys()) {
    if (signal?.aborted) break
    if (present.has(file)) continue
    await manifest.drop(file)
    onProblems(file, [])
    dropped++
  }
  return { taken, dropped, postponed, folders: [...folders] }
}

async function takeChanged(changed: readonly CorpusFile[], options: PassOptions): Promise<number> {
  const { manifest, onProgress, signal } = options
  let batch: FilePiece[] = []
  let done = 0
  const write = async () => {
    if (batch.length > 0) await manifest.take(batch)
    batch = []
    onProgress({ done, total: changed.length })
    await breathe()
  }
  const readers = openFileReaders(changed, options)
  try {
    for (const file of changed) {
      if (signal?.aborted) break
      for await (const piece of readers.read(file)) {
        if (signal?.aborted) break
        batch.push(piece)
        if (batch.reduce((sum, { articles }) => sum + articles.length, 0) >= BATCH) await write()
        // Cutting a page takes some milliseconds, and small files come without any waiting.
        await breathe()
      }
      if (signal?.aborted) break
      done++
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
