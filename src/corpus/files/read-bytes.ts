import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { UnreadablePageError } from '../../domain/index.ts'

const CHUNK_BYTES = 65_536

/** A regular file, open. */
export interface OpenFile {
  /** As it was when it was opened. */
  readonly sizeBytes: number
  /** The file from its start, up to the size that it had when it was opened: one that grows for ever has an end too. */
  chunks(): AsyncGenerator<Buffer>
  /** Its last bytes, at most so many. */
  end(bytes: number): Promise<Buffer>
  close(): Promise<void>
}

/**
 * Opens a file to read it. A pipe or device that bears the name of a page is refused instead of waited for.
 * @throws {UnreadablePageError} if it is not a regular file; an error of the file system if it cannot be opened
 */
export async function openFile(path: string, file: string): Promise<OpenFile> {
  // Without O_NONBLOCK the opening of a pipe waits for somebody who writes to it.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) throw new UnreadablePageError(file, 'it is not a regular file')
    const sizeBytes = facts.size
    return {
      sizeBytes,
      chunks: () => readChunksOf(handle, sizeBytes),
      end: (bytes) => readEndOf(handle, sizeBytes, bytes),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function* readChunksOf(handle: FileHandle, sizeBytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < sizeBytes; ) {
    const wanted = Math.min(CHUNK_BYTES, sizeBytes - at)
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, at)
    if (bytesRead === 0) return // it was shortened meanwhile
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

async function readEndOf(handle: FileHandle, sizeBytes: number, bytes: number): Promise<Buffer> {
  const from = Math.max(0, sizeBytes - bytes)
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(sizeBytes - from), 0, sizeBytes - from, from)
  return buffer.subarray(0, bytesRead)
}

/** The first bytes of a file, at most so many; `undefined` if the system does not give them, which is told where it is read. */
export async function readStart(path: string, bytes: number): Promise<Buffer | undefined> {
  try {
    const source = await openFile(path, path)
    try {
      for await (const chunk of source.chunks()) return chunk.subarray(0, bytes)
      return Buffer.alloc(0)
    } finally {
      await source.close()
    }
  } catch {
    return undefined
  }
}
