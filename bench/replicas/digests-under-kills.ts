import { setTimeout as sleep } from 'node:timers/promises'
import { dueOn } from '../../test/support/a-subscription.ts'
import { askServer, urlOf } from '../../test/support/postgres.ts'
import { mostWithin, Replicas } from '../../test/support/replicas.ts'
import { randomFrom } from '../../test/support/torture/random.ts'
import type { Measure } from './measure.ts'
import { openBenchStore } from './measure.ts'

const FIRST_CHAT = 100_000
const REPLICAS = 3
/** Chats that subscribe for each kill; their digests are due at once. */
const CHATS_A_KILL = 3
/** The longest time between a kill and the next one. */
const LONGEST_PAUSE_MS = 800
/** How long Telegram takes to answer: most of the life of a message in flight. */
const ANSWER_MS = 150
const MARK = '可能是重复的'
const DAY_MS = 86_400_000

/**
 * Three replicas, of which any one is killed (SIGKILL) as soon as three run again. Chats get digests meanwhile.
 * @returns how many digests did not come, and how many came again and did not say so
 */
export const digestsUnderKills: Measure = async ({ server, seed, tell, size, untilMs }) => {
  const random = randomFrom(seed)
  await askServer(server, 'postgres', 'CREATE DATABASE kills')
  const url = urlOf(server, 'kills')
  const replicas = new Replicas(url, seed, { DIGEST_TIME: '00:00' })
  replicas.api.answerAfterMs = ANSWER_MS
  await replicas.api.listen()
  for (let n = 0; n < REPLICAS; n++) await replicas.start()
  const store = await openBenchStore(url)
  const day = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10)
  const sent = () => replicas.api.callsTo('sendMessage').filter(({ done }) => done)
  const began = performance.now()
  let [kills, chats, leaders] = [0, 0, 0]
  for (; kills < size && performance.now() < untilMs; kills++) {
    for (let n = 0; n < CHATS_A_KILL; n++) await store.subscriptions.save(dueOn(day, FIRST_CHAT + chats++))
    await sleep(random() * LONGEST_PAUSE_MS)
    await replicas.kill(replicas.any())
    await replicas.start()
    if ((kills + 1) % 50 === 0) {
      const [row] = await askServer(server, 'kills', 'SELECT epoch FROM leadership')
      leaders = Number(row?.['epoch'])
      const minutes = ((performance.now() - began) / 60_000).toFixed(1)
      tell(`${kills + 1} kills in ${minutes} min: ${leaders} leaders, ${sent().length} of ${chats} digests`)
    }
  }
  const reached = () => new Set(sent().map(({ params }) => params['chat_id'])).size
  for (let waited = 0; reached() < chats && waited < 180; waited++) await sleep(1_000)
  await sleep(5_000) // whatever came too much would have come by now
  const texts = new Map<unknown, string[]>()
  for (const { params } of sent())
    texts.set(params['chat_id'], [...(texts.get(params['chat_id']) ?? []), String(params['text'])])
  let [lost, extra, unmarked] = [0, 0, 0]
  for (let chatId = FIRST_CHAT; chatId < FIRST_CHAT + chats; chatId++) {
    const [first, ...more] = texts.get(chatId) ?? []
    const [message] = await store.outbox.ofChat(chatId)
    if (first === undefined || message?.status !== 'sent') lost++
    extra += more.length
    // The one that says so may be the first to come: the other was on its way when its process died.
    const marks = [first, ...more].filter((text) => text?.includes(MARK)).length
    unmarked += Math.max(0, more.length - marks)
  }
  const most = mostWithin(
    sent().map(({ atMs }) => atMs),
    1_000,
  )
  const [row] = await askServer(server, 'kills', 'SELECT epoch FROM leadership')
  await store.close()
  await replicas.close()
  return [
    {
      figure: `3 replicas, ${kills} × kill -9 of any (${Number(row?.['epoch'])} leaders), ${chats} digests: lost / duplicates not marked`,
      goal: '0 / 0',
      measured: `${lost} / ${unmarked} (${extra} came twice and said so)`,
      isMet: lost === 0 && unmarked === 0,
    },
    {
      figure: 'the same: calls in the fullest second',
      goal: '≤ 30',
      measured: `${most}`,
      isMet: most <= 30,
    },
  ]
}
