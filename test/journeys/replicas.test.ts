import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { postgresPrograms, testDatabase, withoutPostgres } from '../support/postgres.ts'
import { writeReadyFile } from '../support/ready-files.ts'
import { aFolder, mostWithin, Replicas, readiness } from '../support/replicas.ts'
import { messageUpdate } from '../support/strict-api/updates.ts'

/** Each chat asks for commands that there are not, so that the answer names the question. */
const questions = (first: number, chats: number, each: number) =>
  Array.from({ length: chats }, (_, chat) =>
    Array.from({ length: each }, (__, n) => {
      const id = first + n * chats + chat
      return messageUpdate(id, 70_000 + chat, `/x${id}`)
    }),
  )

async function open(settings: Readonly<Record<string, string>> = {}) {
  const { url } = await testDatabase()
  const corpus = aFolder()
  onTestFinished(corpus.remove)
  // Nobody asks for an article: most of a first start over the seed pages is reading them.
  writeReadyFile(join(corpus.path, 'one.jsonl'), ['报童上街'], Date.now())
  const replicas = new Replicas(url, 17, { CORPUS_DIR: corpus.path, ...settings })
  await replicas.api.listen()
  onTestFinished(async () => void (await replicas.close()))
  const answers = () => replicas.api.callsTo('sendMessage').filter((it) => it.done)
  const idOf = (text: unknown) => Number(/x(\d+)/.exec(String(text))?.[1])
  const answered = () => answers().map(({ params }) => idOf(params['text']))
  return { replicas, answers, answered }
}

describe.skipIf(postgresPrograms === undefined)(`replicas behind a webhook${withoutPostgres}`, () => {
  test('each update has one effect, in the order of its chat, whoever is given it how often, at 30 a second', async () => {
    const { replicas, answers, answered } = await open()
    await Promise.all([replicas.start(), replicas.start()])
    const byChat = questions(1_000, 30, 4)
    await replicas.deliverAll(byChat, 3, 30)
    // For as long as the test may take, which grows with what else the machine does: 61 had come after 40 seconds at a load of 26.
    await expect.poll(() => answers().length, { timeout: 600_000 }).toBe(120)
    await sleep(1_000)
    expect(answered().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, n) => 1_000 + n))
    for (const updates of byChat) {
      const ids = updates.map(({ update_id }) => update_id)
      expect(answered().filter((it) => ids.includes(it))).toEqual(ids)
    }
    const times = answers().map(({ atMs }) => atMs)
    expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(30)

    // One is told that a chat is to be left alone: so all leave it alone.
    let toldMs: number | undefined
    replicas.api.plan = (method, params) => {
      if (toldMs !== undefined || method !== 'sendMessage' || params['chat_id'] !== 90_000) return undefined
      toldMs = performance.now()
      return { kind: 'status', status: 429, retryAfter: 4 }
    }
    const ids = Array.from({ length: 4 }, (_, n) => 9_000 + n)
    await replicas.deliverAll([ids.map((id) => messageUpdate(id, 90_000, `/x${id}`))], 1, 1)
    await expect.poll(() => answered().filter((it) => it >= 9_000)).toEqual(ids)
    const calls = replicas.api.callsTo('sendMessage').filter(({ params }) => params['chat_id'] === 90_000)
    expect((calls[1]?.atMs ?? 0) - (toldMs ?? 0)).toBeGreaterThan(3_950)
  })

  test('a killed one loses nothing: another one answers what it had begun, and marks what may have come', async () => {
    const { replicas, answers, answered } = await open()
    await Promise.all([replicas.start(), replicas.start()])
    const delivering = replicas.deliverAll(questions(1_000, 30, 5), 2, 30)
    const starting: Promise<unknown>[] = []
    for (let kills = 0; kills < 2; kills++) {
      await expect.poll(() => answers().length).toBeGreaterThan(10 + 60 * kills)
      await replicas.kill(replicas.any())
      starting.push(replicas.start())
      if (kills === 0) await Promise.race([starting[0], sleep(1_500)])
    }
    await Promise.all([delivering, ...starting])
    await expect.poll(() => new Set(answered()).size).toBe(150)
    await sleep(3_000)
    const firsts = new Set<number>()
    for (const [n, id] of answered().entries()) {
      // The second answer says that it may be one.
      if (firsts.has(id)) expect(answers()[n]?.params['text']).toContain('可能是重复的')
      firsts.add(id)
    }
    expect([...firsts].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, n) => 1_000 + n))
  })

  test('one without a corpus folder follows the one that has it, and is ready when its index is', async () => {
    const folder = aFolder()
    onTestFinished(folder.remove)
    const write = (name: string, headline: string) =>
      writeFileSync(
        join(folder.path, `${name}.jsonl`),
        `${JSON.stringify({ headline, body: `${headline}今天开幕，各地来宾参加。`, date: '2024-06-08', paper: '测试日报' })}\n`,
      )
    write('first', '龙舟大赛')
    const { replicas, answers } = await open()
    const leader = await replicas.start({ CORPUS_DIR: folder.path })
    onTestFinished(async () => void (await leader.bot.stop()))
    const follower = await replicas.start({ CORPUS_DIR: join(folder.path, 'not-here') })
    await expect.poll(async () => (await readiness(follower)).status).toBe(200)
    write('second', '风筝节')
    const began = performance.now()
    const last = () => String(answers().at(-1)?.params['text'])
    replicas.running.shift() // both answer; ask the follower alone
    for (let id = 5_000; !last().includes('风筝节今天开幕') && performance.now() - began < 120_000; id++) {
      await replicas.deliver(messageUpdate(id, 70_000 + id, '风筝节'))
      await sleep(700)
    }
    expect(last()).toContain('风筝节')
  })

  test('one that works on another database is refused, as is one on a file of its own', async () => {
    const { replicas } = await open()
    const first = await replicas.start()
    const other = await testDatabase()
    // What stands for the proxy hands all to the first one.
    const behind = { WEBHOOK_URL: `http://127.0.0.1:${first.port}/updates` }
    const sentence = /another bot that answers at WEBHOOK_URL works on another database/
    // Side by side: one after another, four starts take more than a minute on a machine that is busy with other things.
    await Promise.all([
      expect(replicas.start({ ...behind, DATABASE_URL: other.url })).rejects.toThrow(sentence),
      expect(replicas.start({ ...behind, DATABASE_URL: '' })).rejects.toThrow(sentence),
      replicas.start(behind),
    ])
  })
})
