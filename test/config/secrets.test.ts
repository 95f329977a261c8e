import { expect, test } from 'vitest'
import { SETTINGS, secretsOf } from '../../src/config/index.ts'

/** By their names: what opens something. */
const SECRET = /TOKEN|SECRET|PASSWORD|KEY/

test('every setting that is a secret by its name is one', () => {
  const secrets = SETTINGS.filter((it) => SECRET.test(it))
  expect(secrets.length).toBeGreaterThan(3)
  const env = Object.fromEntries(SETTINGS.map((name) => [name, ` value-of-${name} `]))
  expect(secretsOf(env).toSorted()).toEqual(secrets.map((name) => `value-of-${name}`).toSorted())
})

test.each([
  'PROXY_URL',
  'HTTPS_PROXY',
  'https_proxy',
  'TELEGRAM_API_ROOT',
  'WEBHOOK_URL',
  'DATABASE_URL',
  'SEARCH_URL',
])('the password in the address %s is a secret, as typed, decoded and beside its name', (name) => {
  const secrets = secretsOf({ [name]: 'https://reader:p%40ss@host.example:8080/a?password=w%C3%A9' })
  expect(new Set(secrets)).toEqual(
    new Set(['p%40ss', 'p@ss', 'w%C3%A9', 'wé', 'reader:p%40ss', 'reader:p@ss']),
  )
})

test('a password among the parameters of an address is a secret, wherever it stands, and not its name', () => {
  const secrets = secretsOf({
    DATABASE_URL: 'postgres://host/paperboy?user=reader&password=s%20e&application_name=paperboy#password',
    PROXY_URL: 'http://host/?password=one&password=two',
  })
  expect(new Set(secrets)).toEqual(new Set(['s%20e', 's e', 'one', 'two']))
})

test('nothing that is not set is a secret', () => {
  expect(secretsOf({ BOT_TOKEN: ' ', PROXY_URL: 'http://proxy:8080', SEARCH_URL: '' })).toEqual([])
})
