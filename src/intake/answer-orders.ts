import type { MessagePort } from 'node:worker_threads'
import type { CorpusFile } from '../corpus/index.ts'
import type { FilePiece } from '../store/index.ts'
import { readPieces } from './read-pieces.ts'

/** A file to read in another thread. */
export interface ReadingOrder {
  readonly file: CorpusFile
  /** The version of the page reader, by which the manifest tells what must be read again. */
  readonly reader: string
  /** When it was given, in milliseconds since 1970. */
  readonly takenMs: number
}

/** All that `readPieces` gives for one file. */
export interface Reading {
  readonly pieces: readonly FilePiece[]
  readonly problems: readonly string[]
}

/** Reads what is ordered through the port, one file after another, and answers each order with a {@link Reading}. */
export function answerOrders(port: MessagePort): void {
  let work = Promise.resolve()
  port.on('message', (order: ReadingOrder) => {
    // A failure is left to end the thread: whoever ordered reads the file itself then, and meets it too.
    work = work.then(async () => port.postMessage(await readWhole(order)))
  })
}

async function readWhole({ file, reader, takenMs }: ReadingOrder): Promise<Reading> {
  let problems: readonly string[] = []
  const pieces: FilePiece[] = []
  const options = {
    reader,
    now: () => takenMs,
    onProblems: (_file: string, found: readonly string[]) => {
      problems = found
    },
  }
  for await (const piece of readPieces(file, options)) pieces.push(piece)
  return { pieces, problems }
}
