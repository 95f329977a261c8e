import type { IncomingMessage } from 'node:http'

/** A body was larger than it may be. */
export class BodyTooLargeError extends Error {}

/**
 * The whole body as text. The bytes are put together before they are decoded: a Han character may straddle two TCP
 * segments, and decoding piece by piece would break it.
 * @param limit bytes; reading stops as soon as there are more
 * @throws {BodyTooLargeError}
 * @throws {TypeError} where the bytes are no UTF-8
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new BodyTooLargeError(`more than ${limit} bytes`)
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}
