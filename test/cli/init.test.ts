import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'dotenv'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withSettings } from '../../src/cli/init/settings-file.ts'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from '../support/output.ts'
import { STRICT_TOKEN, StrictApi } from '../support/strict-api/strict-api.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const home = process.cwd()
let folder: string
beforeEach(() => {
  folder = temporaryFolder()
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(home)
})

async function init(...answers: readonly string[]) {
  const output = recordOutput()
  const input = Readable.from([`${answers.join('\n')}\n`])
  const code = await run(['init'], { env: {}, input, output })
  return { code, ...output.said }
}
const settings = () => readFileSync(join(folder, '.env'), 'utf8')

test('asks three questions, checks the token, writes .env for its owner only, and says what is left to do', async () => {
  const api = await new StrictApi().listen()
  writeFileSync('.env', `TELEGRAM_API_ROOT=${api.apiRoot}\n# mine\nDIGEST_TIME=07:15\n`)
  try {
    const { code, out } = await init(STRICT_TOKEN, folder, 'Asia/Taipei')
    expect(code).toBe(0)
    expect(out).toContain('@strict_bot is set up')
    expect(out).not.toContain('/setinline') // the strict bot is inline already
    expect(out).not.toContain(STRICT_TOKEN)
    expect(settings()).toBe(
      `TELEGRAM_API_ROOT=${api.apiRoot}\n# mine\nDIGEST_TIME=07:15\nBOT_TOKEN=${STRICT_TOKEN}\nCORPUS_DIR=${folder}\nTIME_ZONE=Asia/Taipei\n`,
    )
    expect(statSync('.env').mode & 0o777).toBe(0o600)
  } finally {
    await api.goAway()
  }
})

test('asks again for what cannot be used, and takes what is known for an empty answer', async () => {
  const { code, out } = await init('no token', '', './nowhere', '', 'Mars/Base', '  Asia/Taipei ')
  expect(code).toBe(0)
  expect(out).toContain('is not a bot token')
  expect(out).toContain('./nowhere does not exist')
  expect(out).toContain('is not an IANA time zone')
  expect(settings()).toMatch(/^BOT_TOKEN=$/m)
  expect(settings()).toMatch(/^CORPUS_DIR=seeds$/m)
  expect(settings()).toMatch(/^TIME_ZONE=Asia\/Taipei$/m)
  expect(settings()).toMatch(/^# /m) // made from .env.example, with its explanations
})

test('a token that Telegram does not know is asked for again; one that cannot be checked is kept', async () => {
  const api = new StrictApi()
  api.plan = (method) => (method === 'getMe' ? { kind: 'status', status: 401 } : undefined)
  await api.listen()
  writeFileSync('.env', `TELEGRAM_API_ROOT=${api.apiRoot}\n`)
  const refused = await init(STRICT_TOKEN, '', '', '')
  expect(refused.out).toMatch(/BOT_TOKEN|token/)
  expect(settings()).toMatch(/^BOT_TOKEN=$/m)
  await api.goAway()
  const unreachable = await init(STRICT_TOKEN, '', '')
  expect(unreachable.out).toContain('not checked')
  expect(settings()).toContain(`BOT_TOKEN=${STRICT_TOKEN}`)
})

test('an input that ends too soon writes nothing', async () => {
  const { code, err } = await init('')
  expect(code).toBe(1)
  expect(err).toContain('nothing was written')
  expect(() => settings()).toThrow(/ENOENT/)
})

test('values that dotenv would change stand in quotes', () => {
  expect(withSettings('A=1\r\nexport B = x\n', { B: 'my pages #2', C: '报' })).toBe(
    "A=1\nB='my pages #2'\nC='报'\n",
  )
})

test.each(["it's #1", 'say "hi" #2', `both ' and " #3`])('%j is what dotenv reads of the line', (value) => {
  expect(parse(withSettings('', { A: value }))).toEqual({ A: value })
})

test('a setting that stands twice has its new value in both places: dotenv takes the last one', () => {
  const text = withSettings('BOT_TOKEN=1:old\n# mine\nDATA_DIR=data\nBOT_TOKEN=2:old\n', {
    BOT_TOKEN: '3:new',
  })
  expect(parse(text)).toEqual({ BOT_TOKEN: '3:new', DATA_DIR: 'data' })
  expect(text).toBe('BOT_TOKEN=3:new\n# mine\nDATA_DIR=data\nBOT_TOKEN=3:new\n')
})

test('in an empty folder empty answers are enough: the seed pages are read, in a zone of readers', async () => {
  expect((await init('', '', '')).code).toBe(0)
  // Most servers run on UTC, and hardly a reader does.
  expect(settings()).not.toMatch(/^TIME_ZONE=(?:Etc\/)?(?:UTC|GMT)$/m)
  const output = recordOutput()
  expect(await run(['index', '--json'], { env: {}, input: Readable.from([]), output })).toBe(0)
  expect(JSON.parse(output.said.out)).toMatchObject({ articles: expect.any(Number) })
})
