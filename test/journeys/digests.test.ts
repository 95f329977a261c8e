import { expect, onTestFinished, test } from 'vitest'
import { joinPieces } from '../../src/intake/index.ts'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openPlayground } from '../../src/playground/index.ts'
import { openStore, type Subscription } from '../../src/store/index.ts'
import { putReadPages, startBot } from '../support/bot-process.ts'
import { resident, seen } from '../support/reader.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const GROUP = -20_001
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
/** Due since yesterday noon. */
const dueFor = (chatId: number): Subscription => ({
  chatId,
  time: '12:00',
  weekdays: [new Date(yesterday).getUTCDay() || 7],
  timeZone: 'UTC',
  topics: [],
  length: 'normal',
  skipWhenEmpty: false,
})

/** The bot over a database with a digest that is due for the group, and the people of the group. */
async function open() {
  const log = createLogger('error', { write: () => {} })
  const telegram = await openPlayground({ port: 0, clock: systemClock, log })
  const data = temporaryFolder()
  putReadPages(data)
  const store = await openStore({ folder: data, join: joinPieces, now: () => Date.now() })
  await store.subscriptions.save(dueFor(GROUP))
  await store.close()
  const founder = await resident(telegram.url, 10_001, GROUP)
  const member = await resident(telegram.url, 10_002, GROUP)
  const bot = await startBot({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATA_DIR: data,
  })
  onTestFinished(async () => {
    await bot.stop()
    await telegram.close()
  })
  return { telegram, founder, member }
}

test('a digest comes by itself; anybody in the group opens sections and stories, comes back, asks why, shares it', async () => {
  const { telegram, founder, member } = await open()
  const digest = seen((await member.user.shown()).message)
  expect(digest.text).toMatch(/^最新一期 · .+\n本该在.+12:00 送到，来晚了，抱歉。\n/)

  const story = await member.tap('1', digest)
  expect(story.labels).toContain('‹ 返回')
  await founder.user.shown() // the digest
  expect(seen((await founder.user.shown()).message).text).toBe(story.text)
  const back = await founder.tap('‹ 返回')
  expect(back.text).toBe(digest.text)
  expect(back.labels).toEqual(digest.labels)

  expect(await member.tapForToast('为什么收到', digest)).toMatch(/^这里订阅了每日精选：周.+ 12:00（UTC）/)

  const shared = await member.user.tap('分享', digest.message)
  const { results } = await member.inline(shared.query ?? '')
  expect(results.map(({ title }) => title)).toEqual([digest.text.split('\n')[0]])
  const link = JSON.stringify(results[0]?.keyboard)
  const url = /https:\/\/t\.me\/[^"]+/.exec(link)?.[0] ?? ''
  const own = await resident(telegram.url, 10_002)
  const opened = await own.open(url)
  expect(opened.text).not.toContain('来晚了')
  expect(opened.bold).toEqual(digest.bold)
})
