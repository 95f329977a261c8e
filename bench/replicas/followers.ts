import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askServer, urlOf } from '../../test/support/postgres.ts'
import { aFolder, type Replica, Replicas } from '../../test/support/replicas.ts'
import { eventually } from '../../test/support/watch-calls.ts'
import { type Measure, openBenchStore } from './measure.ts'

const FOLLOWERS = 2
const WITHIN_S = 10
const BATCHES = 5

/**
 * Pages of so many articles in all come into the folder of the leader, in several batches; followers have no folder. Taken is
 * the time from when the leader has written a batch into the database until the index of each follower holds it.
 */
export const followers: Measure = async ({ server, seed, size, tell }) => {
  await askServer(server, 'postgres', 'CREATE DATABASE followers')
  const url = urlOf(server, 'followers')
  const corpus = aFolder()
  const each = Math.ceil(size / BATCHES)
  const write = (batch: number) =>
    writeFileSync(
      join(corpus.path, `${batch}.jsonl`),
      Array.from({ length: each }, (_, n) => JSON.stringify(articleOf(batch * each + n))).join('\n'),
    )
  write(0)
  const replicas = new Replicas(url, seed)
  await replicas.api.listen()
  await replicas.start({ CORPUS_DIR: corpus.path })
  const store = await openBenchStore(url)
  const inArchive = async () => (await store.archive.size()).articles
  for (let waited = 0; (await inArchive()) < each; waited++) await sleep(100)
  const following: Replica[] = []
  for (let n = 0; n < FOLLOWERS; n++)
    following.push(await replicas.start({ CORPUS_DIR: join(corpus.path, 'not-here') }))
  const waits: number[] = []
  for (let batch = 1; batch < BATCHES; batch++) {
    write(batch)
    const wanted = (batch + 1) * each
    while ((await inArchive()) < wanted) await sleep(20)
    const began = performance.now()
    for (const one of following) {
      let indexed = 0
      const look = async () => {
        for (; indexed < wanted; await sleep(50)) indexed = await indexedBy(one)
      }
      void look().catch(() => {})
      await eventually(() => indexed >= wanted, 120_000)
    }
    waits.push((performance.now() - began) / 1000)
    tell(`${wanted} articles: ${waits.at(-1)?.toFixed(1)} s`)
  }
  await store.close()
  await replicas.close()
  corpus.remove()
  const most = Math.max(...waits)
  return [
    {
      figure: `${each.toLocaleString('en')} articles come at once, ${BATCHES - 1} times: until the index of ${FOLLOWERS} followers has what the archive has, longest`,
      goal: `≤ ${WITHIN_S} s`,
      measured: `${most.toFixed(1)} s`,
      isMet: most <= WITHIN_S,
    },
  ]
}

async function indexedBy({ opsPort }: Replica): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text()
  return Number(/^paperboy_indexed_articles(?:\{[^}]*\})? (\S+)/m.exec(text)?.[1] ?? 0)
}

const PLACES = ['成都', '青羊', '龙泉', '郫都', '新都', '双流', '温江', '锦江']
const EVENTS = [
  '地铁通车',
  '书市开幕',
  '龙舟比赛',
  '新桥合龙',
  '学校开学',
  '公园开放',
  '医院搬迁',
  '球队夺冠',
]

function articleOf(n: number) {
  const [place, event] = [PLACES[n % 8] ?? '', EVENTS[Math.floor(n / 8) % 8] ?? '']
  const headline = `${place}${event}第${n}号消息`
  const body = Array.from(
    { length: 6 },
    (_, i) => `${place}今天传来消息，${event}，第${n * 7 + i}位市民到场，大家都说好。`,
  ).join('\n')
  return { headline, body, date: `2024-0${1 + (n % 9)}-1${n % 10}`, paper: '测试日报' }
}
