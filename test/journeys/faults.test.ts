import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLogger, systemClock } from '../../src/ops/index.ts'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { newReader, type Reader, resident } from '../support/reader.ts'
import { eventually, watchCalls } from '../support/watch-calls.ts'

const quiet = createLogger('error', { write: () => {} })
const refusal = (errorCode: number, description: string, parameters?: object) => ({
  kind: 'error',
  errorCode,
  description,
  ...(parameters && { parameters }),
})

let telegram: Playground
let bot: BotProcess
let watch: Awaited<ReturnType<typeof watchCalls>>

/** A playground that outlives the bot, as Telegram does. */
const startBoth = async () => {
  telegram = await openPlayground({ port: 0, clock: systemClock, log: quiet })
  bot = await startBot({ BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot })
  watch = await watchCalls(telegram.url)
}
const callsTo = (reader: Reader, method = 'sendMessage') =>
  watch.calls.filter((it) => it.method === method && it.params['chat_id'] === reader.user.chatId)
/** What goes wrong with a method in the reader's chat. */
const spoil = (reader: Reader, fault: object, method = 'sendMessage', times = 1) =>
  reader.user.act('add-fault', { fault, method, times, chatId: reader.user.chatId })

describe('what goes wrong on the wire', () => {
  beforeAll(startBoth)
  afterAll(async () => {
    watch.close()
    await bot.stop()
    await telegram.close()
  })

  test('told to wait two seconds, a reply comes after two seconds, and once', async () => {
    const reader = await newReader(telegram.url)
    await spoil(reader, refusal(429, 'Too Many Requests: retry after 2', { retry_after: 2 }))
    expect((await reader.say('/help')).text).toContain('怎么用')
    const [refused, sent, ...more] = callsTo(reader)
    expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2000)
    expect(more).toEqual([])
  })

  test('after two server errors a reply comes, and once', async () => {
    const reader = await newReader(telegram.url)
    await spoil(reader, refusal(502, 'Bad Gateway'), 'sendMessage', 2)
    expect((await reader.say('/help')).text).toContain('怎么用')
    expect(callsTo(reader).map(({ refused }) => refused)).toEqual([true, true, false])
  })

  test.each([
    ['reset-before', 1],
    ['reset-after', 2],
  ])('%s: a reply that may have arrived is sent once more, and the next one comes', async (kind, arrived) => {
    const reader = await newReader(telegram.url)
    await spoil(reader, { kind })
    await reader.user.send('/help')
    await eventually(() => callsTo(reader).length === 2)
    await reader.user.send('/headlines')
    await eventually(() => callsTo(reader).length === 3)
    await eventually(() => reader.user.waiting().length === arrived + 1)
    expect(bot.said()).toContain('as a possible duplicate')
  })

  test('HTML that is refused comes as plain text', async () => {
    const reader = await newReader(telegram.url)
    await spoil(reader, refusal(400, "Bad Request: can't parse entities: Unexpected end tag"))
    const { text, message } = await reader.say('/start')
    expect(text).toContain('篇报道')
    expect(message.entities ?? []).not.toContainEqual(expect.objectContaining({ type: 'bold' }))
  })

  test.each([
    ['is gone', refusal(400, 'Bad Request: message to edit not found')],
    ['stays as it is', refusal(400, 'Bad Request: message is not modified')],
    ['cannot be reached', refusal(500, 'Internal Server Error')],
    ['hangs', { kind: 'hang' }],
  ])('a press on a message that %s is answered', async (_what, fault) => {
    const reader = await newReader(telegram.url)
    await reader.say('成都')
    await spoil(reader, fault, 'editMessageText', 9)
    expect(await reader.tapForToast('1')).toBe('')
  })

  test('an edit that meets a server error is made again', async () => {
    const reader = await newReader(telegram.url)
    const list = await reader.say('成都')
    await spoil(reader, refusal(502, 'Bad Gateway'), 'editMessageText', 2)
    expect((await reader.tap('1')).message.message_id).toBe(list.message.message_id)
  })

  test('updates that are given again after a broken connection are answered once', async () => {
    const reader = await newReader(telegram.url)
    const fault = { kind: 'reset-after' }
    await reader.user.act('add-fault', { fault, method: 'getUpdates', times: 1, chat: undefined })
    await reader.user.send('/help')
    await eventually(() => callsTo(reader).length === 1)
    await reader.user.send('/headlines')
    await eventually(() => callsTo(reader).length === 2)
    expect(bot.said()).toContain('updates cannot be fetched')
  })

  test('who blocked the bot is answered again when they speak', async () => {
    const reader = await newReader(telegram.url)
    await reader.say('/help')
    await reader.user.act('set-blocked', { blocked: true })
    expect((await reader.say('/headlines')).text).toContain('标题')
  })

  test('a group that becomes a supergroup is answered there', async () => {
    const founder = await resident(telegram.url, 10_001, -20_001)
    await founder.say('/help')
    const { chatId } = await founder.user.act<{ chatId: number }>('migrate')
    expect((await (await founder.in(chatId)).say('/help')).text).toContain('怎么用')
  })
})

test('told to end while calls hang, it ends in order within ten seconds', async () => {
  await startBoth()
  const reader = await newReader(telegram.url)
  await spoil(reader, { kind: 'hang' }, 'sendMessage', 99)
  await reader.user.send('/help')
  await reader.user.send('/headlines')
  await eventually(() => callsTo(reader).length === 1)
  // Every other call only now: a poll that hung before would keep the commands from the bot.
  await reader.user.act('add-fault', { fault: { kind: 'hang' }, times: 99 })
  const began = performance.now()
  expect(await bot.stop()).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  watch.close()
  await telegram.close()
})
