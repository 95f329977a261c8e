import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { BodyTooLargeError, closeServer, listenOn, readBody, whyNotOpened } from '../../src/ops/index.ts'

const HERE = { host: '127.0.0.1', port: 0 }

/** A body in the segments in which it comes. */
const bodyOf = (...segments: readonly (string | readonly number[])[]) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of a request only its body is read
  Readable.from(segments.map((it) => Buffer.from(it as string))) as IncomingMessage

async function asked(server: Server, request: string) {
  const socket = connect(await listenOn(server, HERE), '127.0.0.1')
  // One that is cut off may say so.
  socket.on('error', () => {})
  socket.write(request)
  await once(server, 'request')
  return socket
}

test.each([
  ['as large as may be', ['123456', '7890'], 10, '1234567890'],
  ['empty', [], 0, ''],
  ['with a character in two segments', [[0xe6, 0x8a], [0xa5]], 3, '报'],
])('a body %s is read', async (_what, segments, limit, text) => {
  expect(await readBody(bodyOf(...segments), limit)).toBe(text)
})

test.each([
  ['a byte too long', ['123456', '78901'], BodyTooLargeError],
  ['too long in characters of three bytes', ['报童报童'], BodyTooLargeError],
  ['that is no UTF-8', [[0x22, 0xff]], TypeError],
  ['that ends within a character', [[0xe6, 0x8a]], TypeError],
])('a body %s is refused', async (_what, segments, error) => {
  await expect(readBody(bodyOf(...segments), 10)).rejects.toThrow(error)
})

test('a server whose port is opened tells of later errors, and one whose port is taken why it is not opened', async () => {
  const [first, second] = [createServer(), createServer()]
  const port = await listenOn(first, HERE)
  expect(port).toBeGreaterThan(0)
  // Else the next error would be swallowed.
  expect(first.listenerCount('error')).toBe(0)
  const refused: unknown = await listenOn(second, { ...HERE, port }).catch((error: unknown) => error)
  expect(whyNotOpened(refused)).toBe('another program uses it')
  await closeServer(first, 0)
})

test.each([
  [Object.assign(new Error('listen EACCES 0.0.0.0:80'), { code: 'EACCES' }), 'EACCES'],
  [new Error('no such host'), 'no such host'],
  ['thrown without an error', 'thrown without an error'],
])('why a port is not opened: %s', (cause, words) => {
  expect(whyNotOpened(cause)).toBe(words)
})

test('the end cuts off whoever is not answered, and whoever asks nothing more does not hold it up', async () => {
  const hanging = createServer(() => {})
  const cut = once(await asked(hanging, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'), 'close')
  await closeServer(hanging, 0)
  await cut
  const answering = createServer((_request, response) => response.end('x'))
  const idle = await asked(answering, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  await once(idle, 'data')
  await closeServer(answering, 60_000)
  expect([hanging.listening, answering.listening]).toEqual([false, false])
})
