import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, findMisspelled, readEnvironment, SETTINGS } from '../../src/config/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TEXT = '# 设置\nCORPUS_DIR=pages\nLOG_LEVEL=warn\n'
const utf16le = Buffer.from(TEXT, 'utf16le')
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

function fileOf(bytes: Uint8Array | string): string {
  const file = join(temporaryFolder(), '.env')
  writeFileSync(file, bytes)
  return file
}

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 as PowerShell writes it', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
  ['big-endian UTF-16', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(utf16le)])],
  ['UTF-16 without a byte order mark', utf16le],
  ['GB18030', Buffer.concat([Buffer.from([0x23, 0xc9, 0xe8, 0xd6, 0xc3]), Buffer.from(TEXT.slice(4))])],
  ['lines that end as on Windows', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
])('.env is read in %s', (_encoding, bytes) => {
  expect(readEnvironment({}, fileOf(bytes))).toEqual({ CORPUS_DIR: 'pages', LOG_LEVEL: 'warn' })
})

test('an empty .env sets nothing', () => {
  expect(readEnvironment({}, fileOf(''))).toEqual({})
})

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ['half of a UTF-16 character', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42])],
])('%s for .env gets a sentence', (_case, bytes) => {
  const file = fileOf(bytes)
  expect(() => readEnvironment({}, file)).toThrow(ConfigError)
  expect(() => readEnvironment({}, file)).toThrow(`${file}: is not a text file`)
})

test('a folder named .env gets a sentence', () => {
  const file = join(temporaryFolder(), '.env')
  mkdirSync(file)
  expect(() => readEnvironment({}, file)).toThrow(ConfigError)
  expect(() => readEnvironment({}, file)).toThrow('is a folder')
})

test.each([
  ['a letter is missing', 'BOT_TOKN', 'BOT_TOKEN'],
  ['two letters are swapped', 'BOT_TOEKN', 'BOT_TOKEN'],
  ['a letter too many', 'DATA_DIRS', 'DATA_DIR'],
  ['no underscore', 'TIMEZONE', 'TIME_ZONE'],
  ['two slips', 'BOOT_TOKN', 'BOT_TOKEN'],
  ['lower case', 'bot_token', 'BOT_TOKEN'],
  ['a hyphen', 'WEBHOOK-URL', 'WEBHOOK_URL'],
  ['another setting is two letters away', 'WEB_HOXT', 'WEB_HOST'],
])('a setting is recognised where %s', (_case, found, meant) => {
  expect(findMisspelled({ [found]: 'x' }, SETTINGS)).toEqual([{ found, meant }])
})

test('other variables, and empty ones, are left alone', () => {
  const env = {
    PATH: '/bin',
    HOME: '/',
    TZ: 'UTC',
    HTTPS_PROXY: 'x',
    NO_PROXY: 'x',
    DATABASE_URL: 'x',
    BOT_TOKN: '',
  }
  expect(findMisspelled({ ...env, BOT_TOKEN: 'x' }, SETTINGS)).toEqual([])
})
