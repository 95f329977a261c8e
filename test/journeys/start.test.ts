import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openPlayground } from '../../src/playground/index.ts'
import { freePort, putReadPages, runBotToItsEnd, startBot } from '../support/bot-process.ts'
import { recordOutput } from '../support/output.ts'
import { newReader } from '../support/reader.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { eventually } from '../support/watch-calls.ts'

const quiet = createLogger('error', { write: () => {} })

/** One plain sentence for people: no stack trace, no token. */
function expectOneSentence(said: string) {
  expect(said).not.toMatch(/^\s+at /m)
  expect(said).not.toMatch(/\d{5,}:[\w-]{20,}/)
  expect(said.split('\n').filter((line) => line.startsWith('paperboy: '))).toHaveLength(1)
}

test('a wrong token: exit code 2, since starting again does not help', async () => {
  const telegram = await openPlayground({ port: 0, clock: systemClock, log: quiet })
  const BOT_TOKEN = '123456789:AAF_this_is_no_token_of_this_server_'
  const { code, said } = await runBotToItsEnd({ BOT_TOKEN, TELEGRAM_API_ROOT: telegram.apiRoot })
  expect(code).toBe(2)
  expect(said).toContain('BOT_TOKEN')
  expectOneSentence(said)
  await telegram.close()
})

test('two bots with one token: both say so and go on, and the one that is left answers', async () => {
  const telegram = await openPlayground({ port: 0, clock: systemClock, log: quiet })
  const settings = { BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
  const [first, second] = await Promise.all([startBot(settings), startBot(settings)])
  for (const bot of [first, second])
    await eventually(() => bot.said().includes('another process polls with the same BOT_TOKEN'))
  expect(await first.stop()).toBe(0)
  const reader = await newReader(telegram.url, 'zh-hans', 40_000)
  expect((await reader.say('/help')).text).toContain('怎么用')
  reader.user.close()
  expect(await second.stop()).toBe(0)
  await telegram.close()
})

test('a second bot on the same data folder: exit code 1; reading commands work beside the first one', async () => {
  const DATA_DIR = temporaryFolder()
  putReadPages(DATA_DIR)
  const bot = await startBot({ DATA_DIR })
  const { code, said } = await runBotToItsEnd({ DATA_DIR })
  expect(code).toBe(1)
  expect(said).toContain(`a bot is already running on the data folder ${DATA_DIR} (process ${bot.pid} on `)
  expectOneSentence(said)
  const output = recordOutput()
  const env = { LOG_LEVEL: 'warn', DATA_DIR }
  expect(await run(['search', '实验室'], { env, input: Readable.from([]), output })).toBe(0)
  expect(output.said).toMatchObject({ out: expect.stringContaining('实验室: '), err: '' })
  expect(await bot.stop()).toBe(0)
})

test('no network: exit code 1', async () => {
  const free = await freePort()
  const BOT_TOKEN = '123456789:AAF_this_is_no_token_of_this_server_'
  const { code, said } = await runBotToItsEnd({ BOT_TOKEN, TELEGRAM_API_ROOT: `http://127.0.0.1:${free}` })
  expect(code).toBe(1)
  expect(said).toContain('cannot reach')
  expectOneSentence(said)
})

test('a port in use: exit code 1, and the sentence names the port and the setting', async () => {
  const bot = await startBot()
  const { port } = new URL(bot.url)
  const { code, said } = await runBotToItsEnd({ PLAYGROUND_PORT: port })
  expect(code).toBe(1)
  expect(said).toContain(port)
  expect(said).toContain('PLAYGROUND_PORT')
  expectOneSentence(said)
  expect(await bot.stop('SIGINT')).toBe(0)
})

test('wrong settings: exit code 2, all named at once', async () => {
  const { code, said } = await runBotToItsEnd({ PLAYGROUND_PORT: 'x', TIME_ZONE: 'y', BOT_TOKEN: 'z' })
  expect(code).toBe(2)
  for (const name of ['PLAYGROUND_PORT', 'TIME_ZONE', 'BOT_TOKEN']) expect(said).toContain(`${name}: `)
})

test('an empty corpus folder: the bot starts, and says what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-empty-'))
  const bot = await startBot({ CORPUS_DIR: folder })
  expect(bot.said()).toContain('set CORPUS_DIR')
  expect(await bot.stop()).toBe(0)
  rmSync(folder, { recursive: true })
})

test('a corpus folder that is not there: exit code 1', async () => {
  const { code, said } = await runBotToItsEnd({ CORPUS_DIR: join(tmpdir(), 'paperboy-none') })
  expect(code).toBe(1)
  expect(said).toContain('CORPUS_DIR')
  expectOneSentence(said)
})
