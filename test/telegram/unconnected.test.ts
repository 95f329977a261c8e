import { expect, test } from 'vitest'
import { createApi } from '../../src/telegram/api.ts'
import { breaks, createFakeTelegram } from '../support/fake-telegram.ts'

const failed = async (message: string, code?: string) => {
  const error = Object.assign(new Error(message), code !== undefined && { code })
  const api = createApi(createFakeTelegram(() => breaks(error)))
  return api.call('sendMessage', {}, new AbortController().signal)
}

test.each([
  ['a name that is not found, by its code', 'odd', 'ENOTFOUND', false],
  ['a refused connection, by its code', 'odd', 'ECONNREFUSED', false],
  ['a connection that was not made in time', 'connect ETIMEDOUT 192.0.2.1:443', 'ETIMEDOUT', false],
  ['a name that is not found, by its words', 'getaddrinfo EAI_FAIL telegram.example', undefined, false],
  [
    'a proxy that ends',
    'Client network socket disconnected before secure TLS connection was established',
    undefined,
    false,
  ],
  ['a connection that breaks off', 'read ECONNRESET', 'ECONNRESET', true],
  ['an answer that does not come in time', 'read ETIMEDOUT', 'ETIMEDOUT', true],
  ['anything else', 'cannot connect the dots', undefined, true],
])('after %s a message may have been written or not', async (_case, message, code, written) => {
  expect(await failed(message, code)).toEqual({ kind: 'network', written, reason: message })
})
