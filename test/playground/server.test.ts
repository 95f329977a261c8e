import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLogger } from '../../src/ops/index.ts'
import { openPlayground, type Playground, PlaygroundPortError } from '../../src/playground/index.ts'
import { callApi } from '../support/bot-api.ts'
import { openUser } from '../support/user.ts'

const log = createLogger('error')
const READER = 10_001
let playground: Playground

beforeEach(async () => {
  playground = await openPlayground({ log })
})
afterEach(() => playground.close())

/** Status of a request with headers that `fetch` would not send. */
const statusOf = (path: string, headers: Record<string, string>, body = '{}'): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(`${playground.url}${path}`, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(body)
  })

describe('the server', () => {
  test('a port that is taken is told as such', async () => {
    const port = Number(new URL(playground.url).port)
    await expect(openPlayground({ log, port })).rejects.toThrow(PlaygroundPortError)
    await expect(openPlayground({ log, port })).rejects.toMatchObject({ code: 'PLAYGROUND_PORT', port })
  })

  test('a wrong token is 401, and an unknown path 404', async () => {
    expect(await callApi({ ...playground, token: '1:wrong' }, 'getMe')).toEqual({
      status: 401,
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    })
    expect((await fetch(`${playground.url}/nothing`)).status).toBe(404)
    expect((await fetch(`${playground.url}/..%2fopen-playground.ts`)).status).toBe(404)
    expect((await fetch(`${playground.url}/tsconfig.json`)).status).toBe(404)
  })

  test('calls may come as a form, in the address, with any case in the name', async () => {
    const reader = await openUser(playground)
    await reader.send('/start')
    const base = `${playground.apiRoot}/bot${playground.token}`
    const form = new URLSearchParams({ chat_id: `${READER}`, text: '<b>表单</b>', parse_mode: 'html' })
    const sent = await fetch(`${base}/SENDMESSAGE`, { method: 'POST', body: form })
    expect(await sent.json()).toMatchObject({
      ok: true,
      result: { text: '表单', entities: [{ type: 'bold' }] },
    })
    const got = await fetch(`${base}/sendMessage?chat_id=${READER}&text=${encodeURIComponent('地址')}`)
    expect(await got.json()).toMatchObject({ ok: true, result: { text: '地址' } })
    const bad = await fetch(`${base}/getMe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '[',
    })
    expect(await bad.json()).toMatchObject({ ok: false, error_code: 400 })
    reader.close()
  })

  test('a form of many parts may hold text and files of any bytes, and a damaged one is refused', async () => {
    const reader = await openUser(playground)
    await reader.send('/start')
    const post = async (body: FormData | string, type?: string) => {
      const address = `${playground.apiRoot}/bot${playground.token}/sendDocument`
      const headers = type === undefined ? undefined : { 'content-type': type }
      return (await fetch(address, { method: 'POST', body, ...(headers && { headers }) })).json()
    }
    const bytes = Buffer.from('\r\n--x\r\n\0\xff', 'latin1')
    const form = new FormData()
    form.set('chat_id', `${READER}`)
    form.set('caption', '第一行\r\n第二行')
    form.set('document', new Blob([bytes], { type: 'text/plain' }), '原版面 "03".txt')
    expect(await post(form)).toMatchObject({
      ok: true,
      result: {
        caption: '第一行\n第二行',
        document: { file_name: '原版面 "03".txt', file_size: bytes.length, mime_type: 'text/plain' },
      },
    })
    const refusal = {
      ok: false,
      error_code: 400,
      description: "Bad Request: can't parse the form in the request body",
    }
    expect(await post('--x\r\nno part', 'multipart/form-data; boundary=x')).toEqual(refusal)
    expect(await post('x', 'multipart/form-data')).toEqual(refusal)
    reader.close()
  })

  test('the page allows nothing from elsewhere and nothing inline', async () => {
    const { headers } = await fetch(playground.url)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['another host, as after DNS rebinding', { host: 'evil.example' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    [
      'a form of another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ],
  ])('a request from %s is turned away', async (_who, headers) => {
    const type = { 'content-type': 'application/json' }
    expect(await statusOf('/control/state', { ...type, ...headers })).toBe(403)
    expect(await statusOf(`/bot${playground.token}/getMe`, { ...type, ...headers })).toBe(403)
    expect(await statusOf('/control/state', type)).toBe(200)
  })

  test('the control API takes JSON alone, and tells what cannot be done', async () => {
    expect(await statusOf('/control/state', { 'content-type': 'text/plain' })).toBe(405)
    expect(await statusOf('/control/nothing', { 'content-type': 'application/json' })).toBe(404)
    const reader = await openUser(playground)
    await expect(reader.act('send', { text: '  ' })).rejects.toThrow('an empty text cannot be sent')
    await expect(reader.act('send', { text: 'x', chat: 1 })).rejects.toThrow('no such chat')
    await expect(reader.act('send', { text: 'x', user: 1 })).rejects.toThrow('no such user')
    reader.close()
  })

  test('every call is logged with what was sent and answered, refusals marked', async () => {
    await callApi(playground, 'getMe')
    await callApi(playground, 'sendMessage', { chat_id: 1, text: 'x' })
    const reader = await openUser(playground)
    expect(await reader.act('state')).toMatchObject({
      calls: [
        { number: 1, method: 'getMe', refused: false, answer: { ok: true } },
        {
          number: 2,
          method: 'sendMessage',
          refused: true,
          params: { text: 'x' },
          answer: { error_code: 400 },
        },
      ],
    })
    reader.close()
  })

  test('more people and groups can come', async () => {
    const reader = await openUser(playground)
    const added = { name: '新读者', language: 'en', started: true }
    expect(await reader.act('add-user', added)).toMatchObject({ id: 7_000_000_002, first_name: '新读者' })
    const group = { title: '新群', members: [READER, 10_002], topics: { 4: '话题' } }
    expect(await reader.act('add-group', group)).toMatchObject({
      title: '新群',
      type: 'supergroup',
      is_forum: true,
    })
    const sent = await callApi(playground, 'sendMessage', { chat_id: 7_000_000_002, text: '早' })
    expect(sent).toMatchObject({ status: 200 })
    reader.close()
  })
})

describe('planned faults', () => {
  const plan = async (params: object) => {
    const reader = await openUser(playground)
    await reader.send('/start')
    await reader.act('add-fault', { chat: undefined, ...params })
    return reader
  }
  const send = () => callApi(playground, 'sendMessage', { chat_id: READER, text: '文' })

  test('an error comes in the place of the deed, after so many calls and so many times', async () => {
    const fault = {
      kind: 'error',
      errorCode: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    }
    const reader = await plan({ fault, after: 1, times: 2, method: 'sendMessage' })
    const answers = [await send(), await send(), await send(), await send()]
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 429, 200])
    expect(answers[1]).toMatchObject({
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    })
    expect(reader.waiting().length).toBeLessThanOrEqual(2)
    reader.close()
  })

  test.each([
    ['reset-before', 0],
    ['reset-after', 1],
  ])('%s breaks the connection; messages that arrived: %d', async (kind, arrived) => {
    const reader = await plan({ fault: { kind } })
    await expect(send()).rejects.toThrow('fetch failed')
    expect(await send()).toMatchObject({ status: 200 })
    const { chats } = await reader.act<{ chats: { messages: { text: string }[] }[] }>('state')
    expect(chats[0]?.messages.filter(({ text }) => text === '文')).toHaveLength(arrived + 1)
    reader.close()
  })

  test('a call that hangs ends when the bot hangs up; other chats are served meanwhile', async () => {
    const reader = await plan({ fault: { kind: 'hang' }, chatId: READER })
    const hangUp = new AbortController()
    const hanging = callApi(playground, 'sendMessage', { chat_id: READER, text: '文' }, hangUp.signal)
    expect(await callApi(playground, 'getMe')).toMatchObject({ status: 200 })
    hangUp.abort()
    await expect(hanging).rejects.toThrow('aborted')
    reader.close()
  })

  test('a plan can be dropped', async () => {
    const reader = await plan({ fault: { kind: 'reset-before' }, times: 99 })
    await reader.act('clear-faults')
    expect(await send()).toMatchObject({ status: 200 })
    await expect(reader.act('add-fault', { fault: { kind: 'flood' } })).rejects.toThrow(
      'an error has an errorCode',
    )
    reader.close()
  })

  test('an update of any form can be given to the bot', async () => {
    const reader = await openUser(playground)
    await reader.act('give-update', { update: { message: null } })
    const { result } = await callApi(playground, 'getUpdates')
    expect(result).toContainEqual({ update_id: expect.any(Number), message: null })
    await expect(reader.act('give-update', { update: 7 })).rejects.toThrow('an update is an object')
    reader.close()
  })
})
