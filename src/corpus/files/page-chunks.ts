import { TextDecoder } from 'node:util'
import { UnreadablePageError } from '../../domain/index.ts'
import { refuseBinary } from './decode.ts'
import { detectEncoding, type Encoding } from './encoding.ts'

/** Longest text that is read as one page, in UTF-16 units: several times what the largest sheet holds. */
export const LONGEST_PAGE = 65_536

/** A piece of a file that is read as one page. */
export interface PageChunk {
  readonly text: string
  /** Lines of the file that stand before it. */
  readonly linesBefore: number
}

/**
 * Decodes a file as its bytes come and cuts it into pages: at form feeds, and, where a page would get longer than
 * {@link LONGEST_PAGE}, at a blank line or else a line end. So a file of any size is read in bounded memory.
 * @throws {UnreadablePageError} as `decodePage` does; pages before the bad byte have been given by then.
 */
export async function* readChunks(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<PageChunk> {
  let linesBefore = 0
  let rest = ''
  let any = false
  for await (const text of decodeStream(bytes, file)) {
    any ||= text.trim() !== ''
    rest += text
    for (let end = pageEnd(rest); end > 0; end = pageEnd(rest)) {
      yield { text: rest.slice(0, end), linesBefore }
      linesBefore += countLines(rest.slice(0, end))
      rest = rest.slice(end)
    }
  }
  if (!any)
    throw new UnreadablePageError(file, linesBefore === 0 && rest === '' ? 'it is empty' : 'it holds no text')
  if (rest.trim() !== '') yield { text: rest, linesBefore }
}

async function* decodeStream(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  let decoder: { readonly encoding: Encoding; readonly stream: TextDecoder } | undefined
  let offset = 0
  for await (const chunk of bytes) {
    if (!decoder) {
      const encoding = detectEncoding(chunk, file)
      decoder = { encoding, stream: new TextDecoder(encoding, { fatal: true }) }
    }
    const text = decodeNext(decoder.stream, chunk, file, decoder.encoding, offset)
    refuseBinary(text, decoder.encoding, file)
    offset += chunk.length
    yield text
  }
  if (decoder) yield decodeNext(decoder.stream, undefined, file, decoder.encoding, offset)
}

function decodeNext(
  stream: TextDecoder,
  chunk: Uint8Array | undefined,
  file: string,
  encoding: Encoding,
  offset: number,
): string {
  try {
    return chunk ? stream.decode(chunk, { stream: true }) : stream.decode()
  } catch (cause) {
    const reason = chunk ? `it is damaged ${encoding}` : `its last character is cut off (${encoding})`
    throw new UnreadablePageError(file, reason, offset, { cause })
  }
}

/** Where the first page of the text ends, after its line end; 0 where it may still go on. */
function pageEnd(text: string): number {
  const feed = text.indexOf('\f')
  if (feed >= 0 && feed < LONGEST_PAGE) return feed + 1
  if (text.length < LONGEST_PAGE) return 0
  const blank = text.lastIndexOf('\n\n', LONGEST_PAGE - 2)
  if (blank > LONGEST_PAGE / 2) return blank + 2
  const line = text.lastIndexOf('\n', LONGEST_PAGE - 1)
  return line > 0 ? line + 1 : LONGEST_PAGE
}

const countLines = (text: string): number => text.split(/\r\n|[\n\r\f\u2028\u2029]/).length - 1
