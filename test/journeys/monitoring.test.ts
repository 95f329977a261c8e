import { expect, test } from 'vitest'
import { startStrictBot } from '../support/strict-api/strict-bot.ts'
import { callbackUpdate, inlineUpdate, messageUpdate } from '../support/strict-api/updates.ts'

test('a running bot shows operators how it is, and what it does', async () => {
  const strict = await startStrictBot({ OPS_PORT: '0' })
  try {
    const root = /monitoring +(\S+)\/health\/ready/.exec(strict.bot.said())?.[1]
    const get = (path: string) => fetch(`${root}${path}`)
    expect((await get('/health/live')).status).toBe(200)
    await expect.poll(async () => (await get('/health/ready')).status).toBe(200)
    strict.api.updates.push(
      messageUpdate(1, 7, '成都'),
      callbackUpdate(2, 7, 'n'),
      inlineUpdate(3, 8, '成都'),
    )
    const lines = async () => (await (await get('/metrics')).text()).split('\n')
    await expect
      .poll(lines)
      .toEqual(
        expect.arrayContaining([
          'paperboy_articles 29',
          'paperboy_indexed_articles 29',
          expect.stringMatching(/^paperboy_index_revision [1-9]/),
          expect.stringMatching(/^paperboy_archive_revision [1-9]/),
          'paperboy_updates_total{kind="message"} 1',
          'paperboy_updates_total{kind="callback_query"} 1',
          'paperboy_updates_total{kind="inline_query"} 1',
          'paperboy_delivery_waiting{priority="reply"} 0',
          'paperboy_answer_seconds_count{request="text",result="ok"} 1',
          'paperboy_answer_seconds_count{request="callback",result="ok"} 1',
          'paperboy_answer_seconds_count{request="inline",result="ok"} 1',
          'paperboy_api_call_seconds_count{method="sendMessage",result="ok"} 1',
          'paperboy_api_call_seconds_count{method="answerInlineQuery",result="ok"} 1',
        ]),
      )
    const port = Number(new URL(`${root}`).port)
    const second = startStrictBot({ OPS_PORT: `${port}` })
    await expect(second).rejects.toThrow(/exit 1: .*OPS_PORT .* another program uses it/s)
  } finally {
    expect(await strict.close()).toBe(0)
  }
})
