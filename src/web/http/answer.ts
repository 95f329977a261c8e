import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** What is sent back. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
}

/** Media types of what the site sends. */
export const TYPES = {
  html: 'text/html; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  png: 'image/png',
} as const

/** Leads to another address, which is asked for with GET. @param to a path of this site */
export const redirect = (to: string, headers: Answer['headers'] = {}): Answer => ({
  status: 303,
  type: TYPES.text,
  body: '',
  headers: { ...headers, location: to },
})

/** Shorter texts come in one or two packets as they are, and packing them would cost as much as making them. */
const WORTH_PACKING = 16_384
const pack = promisify(gzip)

/**
 * Sends an answer. One that the browser has already, by its hash, is not sent again, and a long text is sent packed. What
 * of the request was not read is not wanted: the connection goes with it.
 */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body, headers = {} }: Answer,
): Promise<void> {
  if (response.headersSent || response.destroyed) return
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`
  const isKnown = status === 200 && request.headers['if-none-match'] === etag
  const hasBody = request.headers['content-length'] !== undefined || 'transfer-encoding' in request.headers
  const mayPack = type.startsWith('text/') && bytes.length > WORTH_PACKING
  const isPacked =
    mayPack && !isKnown && /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')
  const sent = isPacked ? await pack(bytes) : bytes
  response.writeHead(isKnown ? 304 : status, {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    ...headers,
    ...(status === 200 && { etag }),
    ...(hasBody && !request.complete && { connection: 'close' }),
    ...(mayPack && { vary: [headers['vary'] ?? [], 'Accept-Encoding'].flat().join(', ') }),
    ...(isPacked && { 'content-encoding': 'gzip' }),
    ...(!isKnown && { 'content-type': type, 'content-length': sent.length }),
  })
  response.end(isKnown || request.method === 'HEAD' ? undefined : sent)
}
