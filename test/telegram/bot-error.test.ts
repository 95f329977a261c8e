import { expect, test } from 'vitest'
import { nameFailure, WebhookPortError } from '../../src/telegram/bot-error.ts'

const systemError = (code: string) => Object.assign(new Error('listen'), { code })

test.each([
  ['EADDRINUSE', 'set WEBHOOK_PORT to a free port'],
  ['EACCES', 'set WEBHOOK_PORT to a free port'],
  ['EADDRNOTAVAIL', 'set WEBHOOK_HOST to an address of this machine'],
  ['ENOTFOUND', 'set WEBHOOK_HOST to an address of this machine'],
  ['EINVAL', 'set WEBHOOK_HOST to an address of this machine'],
])('a port that cannot be listened on for %s: %s', (code, mend) => {
  const cause = systemError(code)
  expect(new WebhookPortError({ host: '192.0.2.1', port: 8443 }, cause)).toMatchObject({
    code: 'WEBHOOK_PORT',
    message: `cannot listen on 192.0.2.1, port 8443 (${code}): ${mend}`,
    port: 8443,
    cause,
  })
  expect(new WebhookPortError({ port: 8443 }, cause).message).toBe(
    `cannot listen on port 8443 (${code}): ${mend}`,
  )
})

test('a failure that has a name keeps it, and one without a code is told without', () => {
  const named = new WebhookPortError({ port: 1 }, systemError('EACCES'))
  expect(nameFailure(named, 'https://telegram.example')).toBe(named)
  expect(nameFailure(new Error('odd'), 'https://telegram.example').message).toMatch(
    /^cannot reach https:\/\/telegram\.example: check the network/,
  )
})
