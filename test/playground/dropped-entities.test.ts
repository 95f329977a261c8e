import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlayground, type Playground } from '../../src/playground/index.ts'
import { callApi } from '../support/bot-api.ts'
import { createRecordedLog } from '../support/recorded-log.ts'
import { createTestBot } from '../support/test-bot.ts'
import { openUser, type User } from '../support/user.ts'

const READER = 10_001
const log = createRecordedLog()
let playground: Playground
let reader: User

beforeAll(async () => {
  playground = await openPlayground({ log })
  reader = await openUser(playground)
  await reader.send('/start')
})
afterAll(async () => {
  reader.close()
  await playground.close()
})

interface Call {
  readonly method: string
  readonly warnings: readonly string[]
}
const lastCall = async () => (await reader.act<{ readonly calls: readonly Call[] }>('state')).calls.at(-1)
const bold = (count: number) => Array.from({ length: count }, (_, n) => `<b>词${n}</b>`).join('，')
const html = (text: string) => ({ chat_id: READER, text, parse_mode: 'HTML' })

test.each([
  ['107 bold words', bold(107), 7],
  ['nested ones, each of which counts', `<u>${bold(100)}</u>`, 1],
  [
    'links that nobody marked up',
    '#报 @paperboy news.cn $USD +86 138 0000 0000 /help a@b.cn '.repeat(20),
    40,
  ],
])(
  'of %s the first 100 entities are kept, and a warning tells of the others',
  async (_what, text, dropped) => {
    const { result } = await callApi(playground, 'sendMessage', html(text))
    expect(result).toMatchObject({ entities: { length: 100 } })
    const warning = `message: Telegram keeps 100 entities and drops ${dropped} more without a word`
    expect(await lastCall()).toMatchObject({ method: 'sendMessage', warnings: [warning] })
    expect(log.lines).toContain('warn: Telegram would not show this message as it was sent')
  },
)

test('edits, captions and results of inline mode are counted too', async () => {
  const { result } = await callApi(playground, 'sendMessage', html('文'))
  const { message_id } = result as { message_id: number } // oxlint-disable-line typescript/no-unsafe-type-assertion -- the border
  await callApi(playground, 'editMessageText', { ...html(bold(103)), message_id })
  expect((await lastCall())?.warnings).toEqual([expect.stringContaining('drops 3 more')])
  const bot = createTestBot(playground)
  const document = { source: Buffer.from('x') }
  await bot.telegram.sendDocument(READER, document, { caption: bold(102), parse_mode: 'HTML' })
  expect((await lastCall())?.warnings).toEqual([expect.stringContaining('drops 2 more')])
  const asking = reader.inline('长江')
  const updates = await bot.telegram.getUpdates(0, 100, 0, undefined)
  await callApi(playground, 'answerInlineQuery', {
    inline_query_id: updates.flatMap((it) => ('inline_query' in it ? it.inline_query.id : []))[0],
    results: [
      {
        type: 'article',
        id: 'a',
        title: '题',
        input_message_content: { message_text: bold(101), parse_mode: 'HTML' },
      },
    ],
  })
  await asking
  expect((await lastCall())?.warnings).toEqual([
    'result a: Telegram keeps 100 entities and drops 1 more without a word',
  ])
})

test('a message with 100 entities is as it was sent', async () => {
  await callApi(playground, 'sendMessage', html(bold(100)))
  expect(await lastCall()).toMatchObject({ method: 'sendMessage', warnings: [] })
})
