import { createServer, type RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, test } from 'vitest'
import { type ApiResponse, Upload } from '../../src/delivery/index.ts'
import { createApi, createApiClient } from '../../src/telegram/index.ts'
import { freePort } from '../support/bot-process.ts'

const token = '123456789:AAF_this_is_no_token_of_any_server__'
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server that answers every call alike. @returns its port */
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return port
}

async function call(port: number, signal = new AbortController().signal): Promise<ApiResponse> {
  const api = createApi(await createApiClient({ token, apiRoot: `http://127.0.0.1:${port}` }))
  return api.call('sendMessage', { chat_id: 7, text: '报童' }, signal)
}

const json =
  (status: number, body: object): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

test.each<[string, RequestListener, Partial<ApiResponse>]>([
  [
    'an answer',
    json(200, { ok: true, result: { message_id: 5 } }),
    { kind: 'ok', result: { message_id: 5 } },
  ],
  [
    'a wait',
    json(429, { ok: false, error_code: 429, description: 'Too Many', parameters: { retry_after: 7 } }),
    { kind: 'error', code: 429, description: 'Too Many', retryAfterSeconds: 7 },
  ],
  [
    'a new id',
    json(400, {
      ok: false,
      error_code: 400,
      description: 'moved',
      parameters: { migrate_to_chat_id: -1005 },
    }),
    { kind: 'error', code: 400, migrateToChatId: -1005 },
  ],
  [
    'a page of a server in front',
    (_request, response) => response.writeHead(502).end('<html>'),
    { kind: 'error', code: 502, description: 'Bad Gateway' },
  ],
  [
    'a page of a server that fails',
    (_request, response) => response.writeHead(500).end('<html>'),
    { kind: 'error', code: 500, description: 'Internal Server Error' },
  ],
  ['what is not plainly ok', json(200, { ok: 'false', result: { message_id: 5 } }), { kind: 'error' }],
  [
    'a page of somebody else',
    (_request, response) => response.writeHead(407).end('<html>'),
    { kind: 'network', written: true },
  ],
  [
    'a connection that breaks after the request',
    (request) => request.socket.destroy(),
    { kind: 'network', written: true },
  ],
])('%s is plain data', async (_what, listener, answer) => {
  expect(await call(await serve(listener))).toMatchObject(answer)
})

test.each(['', '/', '/below', '/below/', '/below//'])(
  'a server of its own may stand at an address that ends with %j',
  async (path) => {
    let asked = ''
    const port = await serve((request, response) => {
      asked = request.url ?? ''
      json(200, { ok: true, result: true })(request, response)
    })
    const api = createApi(await createApiClient({ token, apiRoot: `http://127.0.0.1:${port}${path}` }))
    await api.call('getMe', {}, new AbortController().signal)
    expect(asked).toBe(`${path.replace(/\/*$/, '')}/bot${token}/getMe`)
  },
)

test('a file travels as a form, with its name, its type and every byte; other fields as they are', async () => {
  let form: FormData | undefined
  const port = await serve((request, response) => {
    const headers = { 'content-type': request.headers['content-type'] ?? '' }
    void buffer(request).then(async (bytes) => {
      form = await new Response(new Uint8Array(bytes), { headers }).formData()
      json(200, { ok: true, result: { message_id: 5 } })(request, response)
    })
  })
  const api = createApi(await createApiClient({ token, apiRoot: `http://127.0.0.1:${port}` }))
  const content = '{"报":"𠮷\\r\\n"}\r\n--'
  const payload = {
    chat_id: 7,
    message_thread_id: undefined,
    caption: '收藏 "1" & 提醒',
    reply_markup: { inline_keyboard: [] },
    document: new Upload('报童 "1".json', 'application/json', content),
  }
  const answer = await api.call('sendDocument', payload, new AbortController().signal)
  expect(answer).toEqual({ kind: 'ok', result: { message_id: 5 } })
  const { document, ...fields } = Object.fromEntries(form ?? [])
  expect(fields).toEqual({ chat_id: '7', caption: payload.caption, reply_markup: '{"inline_keyboard":[]}' })
  const file = document as File
  expect([file.name, file.type, await file.text()]).toEqual(['报童 "1".json', 'application/json', content])
})

test('where there is no connection nothing can have been written', async () => {
  expect(await call(await freePort())).toMatchObject({ kind: 'network', written: false })
})

test('an answer that breaks off is noticed at once', async () => {
  // node-fetch 2 does not notice it by itself: it would wait for ever.
  const broken = await serve((request, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('{"ok":', () => request.socket.destroy())
  })
  expect(await call(broken)).toMatchObject({ kind: 'network', written: true })
})

test('an answer that never ends is given up after 20 MiB', async () => {
  let sent = 0
  const endless = await serve((request, response) => {
    if (sent > 0) return json(200, { ok: true, result: 'next' })(request, response)
    const piece = Buffer.alloc(1024 * 1024, 0x20)
    const more = () => {
      if (response.destroyed) return
      sent += piece.length
      if (response.write(piece)) setImmediate(more)
      else response.once('drain', more)
    }
    more()
  })
  const api = createApi(await createApiClient({ token, apiRoot: `http://127.0.0.1:${endless}` }))
  const { signal } = new AbortController()
  expect(await api.call('sendMessage', {}, signal)).toMatchObject({ kind: 'network', written: true })
  expect(await api.call('sendMessage', {}, signal)).toEqual({ kind: 'ok', result: 'next' })
  expect(sent).toBeLessThan(40 * 1024 * 1024)
})

test('a call that hangs ends when it is given up, also within the answer', async () => {
  const silent = await serve(() => {})
  const halfway = await serve((_request, response) => void response.writeHead(200).write('{"ok":'))
  for (const port of [silent, halfway])
    expect(await call(port, AbortSignal.timeout(50))).toEqual({ kind: 'timeout' })
  expect(await call(silent, AbortSignal.abort())).toEqual({ kind: 'timeout' })
})

test('nothing is kept of answers that never end', async () => {
  const piece = Buffer.alloc(1024 * 1024, 0x20)
  const endless = await serve((_request, response) => {
    const more = () => {
      if (response.destroyed) return
      if (response.write(piece)) setImmediate(more)
      else response.once('drain', more)
    }
    more()
  })
  const before = collectedBuffers()
  for (let i = 0; i < 6; i++) expect(await call(endless)).toMatchObject({ kind: 'network', written: true })
  // A connection that was cut gives its buffers back when it has closed, which a busy machine may do later.
  await expect.poll(() => collectedBuffers() - before).toBeLessThan(20 * 1024 * 1024)
})

/** Bytes of buffers that are still held when all others have been collected. */
function collectedBuffers(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().arrayBuffers
}
