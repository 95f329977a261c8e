import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type CorpusFile, isPrinted } from '../corpus/index.ts'
import type { Logger } from '../ops/index.ts'
import type { Reading, ReadingOrder } from './answer-orders.ts'

/** A worker thread that reads page files. */
export interface ReadingThread {
  /** Files that it has been given and not read yet; `undefined` if it has ended. */
  readonly load: number | undefined
  /** @returns what is in the file; `undefined` if the thread ended before it was read */
  read(order: ReadingOrder): Promise<Reading | undefined>
  close(): Promise<void>
}

/**
 * Page text for which one more thread pays. Its modules take up to half a second to load; so much text takes about
 * 1.3 s to read, and the articles in it more than half a second to write, which goes on beside the reading.
 */
const BYTES_A_THREAD = 2 * 1024 * 1024
/** To write what is on a page takes a third of the time of reading it, or more: further readers wait for the writer. */
const MOST_THREADS = 3
/** Larger files are streamed, and stay in this thread. */
const LARGEST_BYTES = 4 * 1024 * 1024

/** A longer PDF may have thousands of pages, whose articles would wait in memory. */
const LARGEST_PDF_BYTES = 64 * 1024 * 1024

/** Whether a file may be read in another thread: ready articles need no cutting, and parsing them there gains nothing. */
export const isForThreads = ({ kind, sizeBytes }: CorpusFile): boolean =>
  (kind === 'page' && sizeBytes <= LARGEST_BYTES) || (isPrinted(kind) && sizeBytes <= LARGEST_PDF_BYTES)

/**
 * How many threads are worth their loading for these files: none on one core.
 * @param answering whether somebody waits for answers of this thread meanwhile: then no page is read in it, as the
 * first takes 0.1 s, and the next dozen more than half of that, until their code is compiled
 */
export function threadsWorth(
  files: readonly CorpusFile[],
  answering: boolean,
  cores = availableParallelism(),
): number {
  const pages = files.filter(isForThreads)
  const bytes = pages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const least = answering && pages.length > 0 ? 1 : 0
  return Math.min(cores - 1, MOST_THREADS, Math.max(least, Math.floor(bytes / BYTES_A_THREAD)))
}

/** Starts a thread. If it ends by itself, the log says so and names the file that it was reading. */
export function openReadingThread(log: Pick<Logger, 'warn'>): ReadingThread {
  const worker = new Worker(new URL('./reading-thread.js', import.meta.url), { execArgv: [] })
  const orders: { readonly file: string; readonly settle: (reading?: Reading) => void }[] = []
  let state: 'open' | 'closing' | 'ended' = 'open'
  let cause: unknown
  worker.on('message', (reading: Reading) => orders.shift()?.settle(reading))
  worker.on('error', (err) => {
    cause = err
  })
  worker.on('exit', () => {
    if (state !== 'closing')
      log.warn(
        { err: cause, file: orders[0]?.file },
        'a reading thread ended unexpectedly; the main thread reads the rest of its files',
      )
    state = 'ended'
    for (const { settle } of orders.splice(0)) settle()
  })
  return {
    get load() {
      return state === 'open' ? orders.length : undefined
    },
    read: (order) =>
      new Promise((settle) => {
        orders.push({ file: order.file.file, settle })
        worker.postMessage(order) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread is no window
      }),
    close: async () => {
      if (state !== 'ended') state = 'closing'
      await worker.terminate()
    },
  }
}
