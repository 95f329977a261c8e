import { TextDecoder } from 'node:util'
import { UnreadablePageError } from '../../domain/index.ts'
import { cutOff, refuseBinary } from './decode.ts'
import { detectEncoding, ENCODING_SAMPLE_BYTES } from './encoding.ts'

interface DecodeOptions {
  /** Name of the file, for errors. */
  readonly file: string
  /**
   * Whether a byte that the encoding cannot have ends the reading; else U+FFFD stands for it, so that the lines behind
   * it are read too.
   */
  readonly strict: boolean
  /** Told of a character that is cut off at the end of the file: the text before it is given. */
  readonly onWarning: (message: string) => void
}

/**
 * Decodes a file of any size as its bytes come.
 * @throws {UnreadablePageError} as `decodePage` does; what stands before the bad byte has been given by then.
 */
export async function* decodeStream(
  bytes: AsyncIterable<Uint8Array>,
  { file, strict, onWarning }: DecodeOptions,
): AsyncGenerator<string> {
  let stream: TextDecoder | undefined
  let encoding = ''
  let offset = 0
  for await (const chunk of withWholeSample(bytes)) {
    if (!stream) {
      encoding = detectEncoding(chunk, file)
      stream = new TextDecoder(encoding, { fatal: strict })
    }
    let text: string
    try {
      text = stream.decode(chunk, { stream: true })
    } catch (cause) {
      throw new UnreadablePageError(file, `it is not valid ${encoding} after byte ${offset}`, undefined, {
        cause,
      })
    }
    if (strict) refuseBinary(text, encoding, file, offset)
    offset += chunk.length
    yield text
  }
  if (!stream) {
    if (strict) throw new UnreadablePageError(file, 'it is empty')
    return
  }
  const last = decodeLast(stream)
  if (last === undefined || last !== '') onWarning(cutOff(encoding))
}

/** What is left in the decoder; `undefined` if it is part of a character. */
function decodeLast(stream: TextDecoder): string | undefined {
  try {
    return stream.decode()
  } catch {
    return undefined
  }
}

/** Joins the first chunks until they are enough to tell the encoding by. */
async function* withWholeSample(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array[] | undefined = []
  let size = 0
  for await (const chunk of bytes) {
    if (!first) {
      yield chunk
      continue
    }
    first.push(chunk)
    size += chunk.length
    if (size < ENCODING_SAMPLE_BYTES) continue
    yield Buffer.concat(first)
    first = undefined
  }
  if (first && size > 0) yield Buffer.concat(first)
}
