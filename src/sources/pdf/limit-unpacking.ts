import { constants, inflateSync } from 'node:zlib'
import { markOfOutlines } from './outlines-of-fonts.ts'
import { withoutTrueTypeOutlines } from './outlines-of-truetype.ts'
import { withoutType3Outline } from './outlines-of-type3.ts'
import { withCodeBeyond } from './sparse-unicode-map.ts'

/** The content of a page has some MB, a picture that is worth decoding some more. */
const MOST_BYTES = 64 * 2 ** 20
/** Of the room that is made for what comes out, in bytes: a glyph needs little, and what is made is made for each. */
const CHUNK = { least: 1024, most: 2 ** 16 }

/**
 * What pdf.js uses of a `DecompressionStream`: it writes a stream of a PDF as one piece, and reads what comes out. A file of
 * some MB may unpack to as many GB: it fails where more comes out than any page needs. A PDF may have thousands of streams of
 * some hundred bytes (each glyph of a Type 3 font is one), and each costs Node's own ten times as much: two streams that could be
 * sent to threads, an adapter for each, and a turn of the thread pool.
 */
export class LimitedDecompressionStream {
  readonly readable: AsyncIterable<Uint8Array>
  readonly writable: { readonly getWriter: () => Writer }
  /** @throws {TypeError} if the format is another: pdf.js unpacks it by its own means then, as it does if reading fails */
  constructor(format: string) {
    if (format !== 'deflate') throw new TypeError(`${format} is not unpacked`)
    const parts: Uint8Array[] = []
    let close = () => {}
    const closed = new Promise<void>((resolve) => {
      close = resolve
    })
    this.writable = {
      getWriter: () => ({
        ready: Promise.resolve(),
        write: async (part) => void parts.push(part),
        close: async () => close(),
      }),
    }
    this.readable = unpacked(parts, closed)
  }
}

/** What pdf.js uses of a `WritableStreamDefaultWriter`. */
interface Writer {
  readonly ready: Promise<void>
  write(part: Uint8Array): Promise<void>
  close(): Promise<void>
}

async function* unpacked(parts: readonly Uint8Array[], closed: Promise<void>) {
  await closed
  const [first = new Uint8Array()] = parts
  const whole = parts.length > 1 ? Buffer.concat(parts) : first
  const chunkSize = Math.max(CHUNK.least, Math.min(CHUNK.most, whole.length * 4))
  const isRead = onlyRead.has(first.buffer)
  const mark = isRead && whole.length > HEAD ? markOfOutlines(headOf(whole)) : undefined
  if (mark) {
    yield mark
    return
  }
  const content = inflateSync(whole, { maxOutputLength: MOST_BYTES, chunkSize })
  const changed = isRead
    ? (withoutTrueTypeOutlines(content) ?? withoutType3Outline(content) ?? withCodeBeyond(content))
    : undefined
  yield changed ?? content
}

/** What a packed stream begins with, as far as its first {@link HEAD} bytes tell. */
const headOf = (packed: Uint8Array): Uint8Array =>
  inflateSync(packed.subarray(0, HEAD), { maxOutputLength: MOST_BYTES, finishFlush: constants.Z_SYNC_FLUSH })
const HEAD = 1024

/** Files of which nothing is drawn: the parts to unpack lie in them. */
const onlyRead = new WeakSet<ArrayBufferLike>()

/** Tells that nothing is to be drawn of a file, so that the outlines of its fonts need not be unpacked. */
export const markOnlyRead = (file: Uint8Array): void => void onlyRead.add(file.buffer)

/**
 * Bounds what pdf.js unpacks at once, for which it offers no setting: it takes the global of this name. Where that fails it unpacks
 * bit by bit by its own means, as far as operations are read, and those are counted.
 */
export function limitUnpacking(): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pdf.js asks for nothing else
  globalThis.DecompressionStream = LimitedDecompressionStream as unknown as typeof DecompressionStream
}
