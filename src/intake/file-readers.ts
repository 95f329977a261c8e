import type { CorpusFile } from '../corpus/index.ts'
import type { FilePiece } from '../store/index.ts'
import type { Reading } from './answer-orders.ts'
import type { PassOptions } from './pass-options.ts'
import { readPieces } from './read-pieces.ts'
import { isForThreads, openReadingThread, type ReadingThread, threadsWorth } from './reading-threads.ts'

/** Reads the files of one pass. */
export interface FileReaders {
  /** As `readPieces`. To be called for each of the files, in their order. */
  read(file: CorpusFile): AsyncGenerator<FilePiece>
  /** Ends all threads. */
  close(): Promise<void>
}

/** What each thread may be ahead of the pass, in files and in their bytes: what is read waits in memory. */
const AHEAD_FILES = 8
const AHEAD_BYTES = 4 * 1024 * 1024

/**
 * Opens readers for the files of a pass. If they are many, threads read ahead, and this one reads only
 * what is not for them, or what one of them left unread when it ended. The pieces are the same with any number of
 * threads.
 */
export function openFileReaders(files: readonly CorpusFile[], options: PassOptions): FileReaders {
  const { signal, reader, now, onProblems } = options
  const count = options.threads ?? threadsWorth(files, options.answering)
  const threads = Array.from({ length: count }, () => openReadingThread(options.log))
  const ahead = new Map<CorpusFile, Promise<Reading | undefined>>()
  let bytesAhead = 0
  let turn = 0
  let next = 0

  const isRoomFor = ({ sizeBytes }: CorpusFile) =>
    ahead.size < AHEAD_FILES * count && bytesAhead + sizeBytes <= AHEAD_BYTES * count
  const giveOut = () => {
    for (let file = files[next]; file; file = files[++next]) {
      if (!isForThreads(file)) continue
      const thread = threads.filter(({ load }) => load !== undefined).toSorted(byLoad)[0]
      if (!thread || !isRoomFor(file)) return
      ahead.set(file, thread.read({ file, reader, takenMs: now() }))
      bytesAhead += file.sizeBytes
    }
  }
  const close = async () => {
    signal?.removeEventListener('abort', end)
    await Promise.all(threads.map((thread) => thread.close()))
  }
  const end = () => void close()
  signal?.addEventListener('abort', end)

  return {
    close,
    async *read(file) {
      giveOut()
      next = Math.max(next, ++turn)
      const reading = await ahead.get(file)
      if (ahead.delete(file)) bytesAhead -= file.sizeBytes
      if (reading) {
        onProblems(file.file, reading.problems)
        yield* reading.pieces
      } else if (!signal?.aborted) yield* readPieces(file, options)
    },
  }
}

const byLoad = (a: ReadingThread, b: ReadingThread): number => (a.load ?? 0) - (b.load ?? 0)
