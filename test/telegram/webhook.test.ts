import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { DATABASE_HEADER } from '../../src/telegram/refuse-other-database.ts'
import { openWebhook, type Webhook } from '../../src/telegram/webhook.ts'
import { freePort } from '../support/bot-process.ts'

const SECRET = 'the-secret-of-this-test'
const DATABASE = 'a-database'
const update = { update_id: 7, message: { text: '报童走街串巷' } }

let port: number
let webhook: Webhook
let taken: unknown[]
let refuse: Error | undefined

beforeEach(async () => {
  port = await freePort()
  taken = []
  refuse = undefined
  const log = createLogger('error', { write: () => {} })
  const take = async (it: unknown) => {
    if (refuse) throw refuse
    taken.push(it)
  }
  webhook = await openWebhook({ port, secret: SECRET, database: DATABASE, take, log })
})
afterEach(() => webhook.close())

/** One with little patience. */
async function openQuick() {
  const log = createLogger('error', { write: () => {} })
  const own = await freePort()
  const take = async (it: unknown) => void taken.push(it)
  const quick = await openWebhook({
    port: own,
    secret: SECRET,
    database: DATABASE,
    take,
    log,
    patienceMs: 200,
  })
  return { own, quick }
}

const post = async (body: string | Uint8Array, secret = SECRET, at = port) => {
  const headers = { 'x-telegram-bot-api-secret-token': secret }
  const response = await fetch(`http://127.0.0.1:${at}/`, { method: 'POST', body, headers })
  return response.status
}

/** Sends a request byte for byte, in the segments given. @returns the first line of the answer */
const send = (segments: readonly (string | Buffer)[], at = port) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(at, '127.0.0.1')
    let answer = ''
    socket.setNoDelay(true)
    socket.on('data', (data) => {
      answer += data.toString()
    })
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
    const next = (index: number) => {
      const segment = segments[index]
      if (segment !== undefined) socket.write(segment, () => setImmediate(next, index + 1))
    }
    next(0)
  })

test('an update is taken, and confirmed when it is', async () => {
  expect(await post(JSON.stringify(update))).toBe(200)
  expect(taken).toEqual([update])
})

test('a Han character that straddles two segments stays whole', async () => {
  const body = Buffer.from(JSON.stringify(update))
  const cut = body.indexOf('报') + 1
  const head = `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\ncontent-length: ${body.length}\r\n\r\n`
  expect(await send([head, body.subarray(0, cut), body.subarray(cut)])).toContain('200')
  expect(taken).toEqual([update])
})

test('an update that cannot be taken now is not confirmed, and comes again', async () => {
  refuse = new Error('the disk is full')
  expect(await post(JSON.stringify(update))).toBe(500)
})

describe('refused, and the next update is taken', () => {
  test.each([
    ['a body that says null', 'null', 400],
    ['no JSON', '{"update_id": 7', 400],
    ['a list', '[1]', 400],
    ['an update without a number', '{"message": {}}', 400],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
    ['nothing', '', 400],
  ])('%s', async (_what, body, status) => {
    expect(await post(body)).toBe(status)
    expect(await post(JSON.stringify(update))).toBe(200)
  })

  test('a wrong secret, before the body is looked at', async () => {
    expect(await post('null', 'the-secret-of-that-test')).toBe(401)
    expect(await post(JSON.stringify(update), '')).toBe(401)
    const without = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(update) })
    expect(without.status).toBe(401)
    expect(taken).toEqual([])
  })

  test('200 MB, of which no more than the limit is read', async () => {
    const head = `POST / HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\ncontent-length: 209715200\r\n\r\n`
    expect(await send([head, Buffer.alloc(1024 * 1024 + 1, 0x20)])).toContain('413')
    expect(await post(JSON.stringify(update))).toBe(200)
  })

  test('another method', async () => {
    const headers = { 'x-telegram-bot-api-secret-token': SECRET }
    expect((await fetch(`http://127.0.0.1:${port}/`, { headers })).status).toBe(405)
  })
})

test('who sends a byte now and then is cut off, and holds nobody up', async () => {
  const { own, quick } = await openQuick()
  const slow = send(
    [
      `POST / HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\ncontent-length: 100\r\n\r\n{`,
    ],
    own,
  )
  expect(await post(JSON.stringify(update), SECRET, own)).toBe(200)
  expect(await slow).toMatch(/408|^$/)
  expect(taken).toEqual([update])
  await quick.close()
})

test('a bot that starts is told whether it works on the same database, if it knows the secret', async () => {
  const ask = async (database: string, secret = SECRET) => {
    const headers = { 'x-telegram-bot-api-secret-token': secret, [DATABASE_HEADER]: database }
    const body = JSON.stringify(update)
    return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers })).status
  }
  expect(await ask(DATABASE)).toBe(200)
  expect(await ask('another-database')).toBe(409)
  expect(await ask(DATABASE, 'the-secret-of-that-test')).toBe(401)
  expect(taken).toEqual([])
})

test('nothing but a POST is an update', async () => {
  const headers = { 'x-telegram-bot-api-secret-token': SECRET }
  expect((await fetch(`http://127.0.0.1:${port}/`, { headers })).status).toBe(405)
})

test('a port that is taken gets a name', async () => {
  const log = createLogger('error', { write: () => {} })
  const again = openWebhook({ port, secret: SECRET, database: DATABASE, take: async () => {}, log })
  await expect(again).rejects.toMatchObject({ code: 'WEBHOOK_PORT', port })
})

test('a connection that sends nothing is closed', async () => {
  const { own, quick } = await openQuick()
  const socket = connect(own, '127.0.0.1')
  socket.resume() // a busy server may answer 408 first, and a socket with unread data does not close
  await expect(once(socket, 'close')).resolves.toEqual([false])
  await quick.close()
})

test('only the address that is set is listened on, and one that is not of this machine gets a name', async () => {
  const log = createLogger('error', { write: () => {} })
  const own = await freePort()
  const local = await openWebhook({
    host: '127.0.0.2',
    port: own,
    secret: SECRET,
    database: DATABASE,
    take: async () => {},
    log,
  })
  await expect(once(connect(own, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  const socket = connect(own, '127.0.0.2')
  await once(socket, 'connect')
  socket.destroy()
  await local.close()
  const nowhere = openWebhook({
    host: '192.0.2.1',
    port: own,
    secret: SECRET,
    database: DATABASE,
    take: async () => {},
    log,
  })
  await expect(nowhere).rejects.toThrow(
    /cannot listen on 192\.0\.2\.1, port \d+ \(EADDRNOTAVAIL\): set WEBHOOK_HOST/,
  )
})

test('a webhook that is closed confirms what came before, and is not there any more', async () => {
  const log = createLogger('error', { write: () => {} })
  const own = await freePort()
  let begin = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  let finish = () => {}
  const finished = new Promise<void>((resolve) => (finish = resolve))
  const take = () => {
    begin()
    return finished
  }
  const ending = await openWebhook({ port: own, secret: SECRET, database: DATABASE, take, log })
  const posting = post(JSON.stringify(update), SECRET, own)
  await begun
  const closed = ending.close()
  finish()
  expect(await posting).toBe(200)
  await closed
  await expect(post(JSON.stringify(update), SECRET, own)).rejects.toThrow('fetch failed')
})
