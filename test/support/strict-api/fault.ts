import type { ServerResponse } from 'node:http'

/** What may go wrong with a call. `after`: the call is done all the same, and only its answer is lost. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** A page of a server in front. */
  | { readonly kind: 'html'; readonly status: number; readonly after?: boolean }
  /** The connection is reset. */
  | { readonly kind: 'reset'; readonly after?: boolean }
  /** 200 and nothing in it. */
  | { readonly kind: 'empty' }
  /** 200 and JSON that is no answer of the Bot API. */
  | { readonly kind: 'null' }
  /** The connection breaks in the middle of the answer. */
  | { readonly kind: 'half'; readonly after?: boolean }
  /** An answer that never ends. */
  | { readonly kind: 'huge' }
  /** No answer. */
  | { readonly kind: 'hang' }

export const isDoneAllTheSame = (fault: Fault): boolean => 'after' in fault && fault.after

/** Answers a call with a fault. */
export function spoil(response: ServerResponse, fault: Fault): void {
  const json = { 'content-type': 'application/json' }
  switch (fault.kind) {
    case 'status': {
      const { status, retryAfter } = fault
      const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }
      const body = { ok: false, error_code: status, description: `injected ${status}`, ...parameters }
      return void response.writeHead(status, json).end(JSON.stringify(body))
    }
    case 'html':
      return void response
        .writeHead(fault.status, { 'content-type': 'text/html' })
        .end('<html>Bad Gateway</html>')
    case 'reset':
      return void response.socket?.resetAndDestroy()
    case 'empty':
      return void response.writeHead(200, json).end()
    case 'null':
      return void response.writeHead(200, json).end('null')
    case 'half':
      response.writeHead(200, { ...json, 'content-length': 10_000 })
      return void response.write('{"ok":true,"result":[', () => response.socket?.destroy())
    case 'huge':
      return flood(response)
    case 'hang':
      return undefined
  }
}

function flood(response: ServerResponse): void {
  const piece = Buffer.alloc(1024 * 1024, '"报",')
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"ok":true,"result":[')
  const more = () => {
    if (response.destroyed) return
    if (response.write(piece)) setImmediate(more)
    else response.once('drain', more)
  }
  more()
}
