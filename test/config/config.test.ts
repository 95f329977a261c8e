import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig, readEnvironment, SETTINGS } from '../../src/config/index.ts'

const root = join(import.meta.dirname, '..', '..')

describe('readConfig', () => {
  test('an empty environment gives the playground over the seed pages', () => {
    const config = readConfig({})
    expect(config.BOT_TOKEN).toBeUndefined()
    expect(config).toMatchObject({ CORPUS_DIR: 'seeds', DATA_DIR: 'data', PLAYGROUND_PORT: 8787 })
  })

  test('names every wrong setting at once, and shows no value', () => {
    const wrong = {
      BOT_TOKEN: 'my-secret-token',
      PLAYGROUND_PORT: 'eighty',
      TIME_ZONE: 'Mars/Olympus',
      DIGEST_TIME: '24:00',
      ADMIN_IDS: '12345678 @somebody',
      LOG_LEVEL: 'loud',
      TELEGRAM_API_ROOT: 'ftp://example.org',
      PROXY_URL: 'gopher://secret@proxy',
      PUBLIC_URL: 'https://news.example.org/below',
      WEB_ACCESS: 'friends',
      SEARCH_URL: 'https://reader:secret@search',
      SEARCH_INDEX: 'News Of Today',
    }
    const read = () => readConfig(wrong)
    expect(read).toThrow(ConfigError)
    for (const name of Object.keys(wrong)) expect(read).toThrow(new RegExp(`^${name}: `, 'm'))
    expect(read).toThrow(/^PLAYGROUND_PORT: is not a port: use a whole number from 0 to 65535$/m)
    expect(read).toThrow(/^LOG_LEVEL: must be one of debug, info, warn, error$/m)
    expect(read).not.toThrow(/Invalid|expected|NaN/)
    expect(read).not.toThrow(/secret|eighty|Mars|24:00|@somebody|gopher|below|friends/)
  })

  test.each(['news.example.org', 'ftp://news.example.org', 'https://localhost:8080', 'https://a.example?b'])(
    'the site cannot be at %s',
    (PUBLIC_URL) => {
      expect(() => readConfig({ PUBLIC_URL })).toThrow(/^PUBLIC_URL: /m)
    },
  )

  test.each([
    ['an empty setting counts as not set', { BOT_TOKEN: '', PROXY_URL: ' ' }, { CORPUS_DIR: 'seeds' }],
    ['a number comes as text', { PLAYGROUND_PORT: '0' }, { PLAYGROUND_PORT: 0 }],
    ['operators are a list of ids, each once', { ADMIN_IDS: ' 7, 8,7 ' }, { ADMIN_IDS: [7, 8] }],
    ['there are no operators unless told', {}, { ADMIN_IDS: [], DIGEST_TIME: '08:00' }],
    [
      'nodes of a search server are parted by commas',
      { SEARCH_URL: 'http://a:9200, https://b:9200' },
      { SEARCH_URL: ['http://a:9200', 'https://b:9200'], SEARCH_INDEX: 'paperboy' },
    ],
    [
      'HTTPS_PROXY stands in',
      { HTTPS_PROXY: 'http://127.0.0.1:1080' },
      { PROXY_URL: 'http://127.0.0.1:1080' },
    ],
    [
      'the site’s address has no slash at its end',
      { PUBLIC_URL: 'https://news.example.org/' },
      { PUBLIC_URL: 'https://news.example.org', WEB_HOST: '127.0.0.1', WEB_PORT: 8080 },
    ],
    ['and so it does in small letters', { https_proxy: 'http://c:3' }, { PROXY_URL: 'http://c:3' }],
    [
      'of the two the one in capitals comes first',
      { HTTPS_PROXY: 'http://a:1', https_proxy: 'http://c:3' },
      { PROXY_URL: 'http://a:1' },
    ],
    [
      'PROXY_URL comes first',
      { HTTPS_PROXY: 'http://a:1', PROXY_URL: 'socks5://b:2' },
      { PROXY_URL: 'socks5://b:2' },
    ],
  ])('%s', (_fact, env, expected) => {
    expect(readConfig(env)).toMatchObject(expected)
  })
})

test.each([
  ['DATABASE_POOL_SIZE', 2, 1000],
  ['DATABASE_STATEMENT_TIMEOUT', 1, 3600],
  ['SEARCH_SHARDS', 1, 1000],
  ['FORGET_AFTER_DAYS', 0, 3650],
  ['WEBHOOK_PORT', 0, 65_535],
  ['OPS_PORT', 0, 65_535],
] as const)('%s may be %i to %i, and nothing beyond', (name, least, most) => {
  for (const value of [least, most])
    expect(readConfig({ [name]: `${value}` })).toMatchObject({ [name]: value })
  for (const value of [least - 1, most + 1, least + 0.5])
    expect(() => readConfig({ [name]: `${value}` })).toThrow(new RegExp(`^${name}: `, 'm'))
})

test('a webhook without its secret is told of, whatever else is wrong', () => {
  const WEBHOOK_URL = 'https://bot.example.org/'
  for (const others of [{}, { WEBHOOK_PORT: 'x' }])
    expect(() => readConfig({ WEBHOOK_URL, ...others })).toThrow(/^WEBHOOK_SECRET: is required/m)
  expect(readConfig({ WEBHOOK_URL, WEBHOOK_SECRET: 'x'.repeat(256) })).toMatchObject({ WEBHOOK_URL })
  expect(() => readConfig({ WEBHOOK_URL, WEBHOOK_SECRET: 'x'.repeat(257) })).toThrow(/^WEBHOOK_SECRET: /m)
})

test('.env.example lists every setting, with values that are accepted', () => {
  const example = readEnvironment({}, join(root, '.env.example'))
  expect(Object.keys(example)).toEqual(SETTINGS)
  expect(readConfig(example)).toEqual(readConfig({}))
})

test('a variable that is set wins over the file, and a missing file is no error', () => {
  expect(readEnvironment({ LOG_LEVEL: 'debug' }, join(root, '.env.example'))).toMatchObject({
    LOG_LEVEL: 'debug',
  })
  expect(readEnvironment({ A: 'b' }, join(root, 'no-such.env'))).toEqual({ A: 'b' })
})
