import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

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

/**
 * Sends an answer. One that the browser has already, by its hash, is not sent again. What of the request was not read is
 * not wanted: the connection goes with it.
 */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return
  const { status, type, headers = {} } = answer
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
  const isKnown = status === 200 && request.headers['if-none-match'] === etag
  const hasBody = request.headers['content-length'] !== undefined || 'transfer-encoding' in request.headers
  response.writeHead(isKnown ? 304 : status, {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    ...headers,
    ...(status === 200 && { etag }),
    ...(hasBody && !request.complete && { connection: 'close' }),
    ...(!isKnown && { 'content-type': type, 'content-length': body.length }),
  })
  response.end(isKnown || request.method === 'HEAD' ? undefined : body)
}
