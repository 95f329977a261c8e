import { expect, test } from 'vitest'
import { operatorNotice } from '../../src/outbound/kinds/operator-notice.ts'
import { aNewspaper, anOutbound, at, portsOf } from '../support/outbound.ts'
import { posted } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

/** What has to be said of each, so that an operator knows what to do, and that it is over. */
const SAID = {
  disk: ['DATA_DIR', '磁盘空间又够了'],
  database: ['连不上数据库', '数据库恢复了'],
  blocked: ['请看看日志和精选', '不再增多'],
  digests: ['/status', '又准时了'],
  index: ['原因和办法', '又能更新了'],
  reader: ['不用做什么', '已全部重读'],
} as const

test('operators are sent a sentence for each alarm, with its figure, and one when it is over', async () => {
  const start = at('2024-06-08T12:00+08:00')
  const clock = createVirtualClock(start)
  const { store, search } = await aNewspaper(clock)
  const since = '2024-06-08 11:00'
  const alarms = Object.keys(SAID) as (keyof typeof SAID)[]
  const news = alarms.flatMap((alarm) => [
    { kind: 'alarm', alarm, since, figure: `=${alarm}=` } as const,
    { kind: 'alarmOver', alarm, since, until: '2024-06-08 11:30' } as const,
  ])
  await store.outbox.add([
    ...news.map((it, n) => operatorNotice(1, `${n}`, it, start)),
    operatorNotice(
      1,
      'files',
      { kind: 'missingFiles', count: 60, known: 100, until: '2024-06-09 12:00' },
      start,
    ),
    operatorNotice(1, 'back', { kind: 'alarmOver', alarm: 'corpus', since, until: since }, start),
  ])
  const { until, calls, end } = await anOutbound(clock, portsOf(store, search), posted)
  await until(start + 600_000)
  await end()
  const texts = calls.map(({ text = '' }) => text)
  for (const [alarm, [bad, over]] of Object.entries(SAID)) {
    expect(texts.find((it) => it.includes(`=${alarm}=`))).toContain(bad)
    expect(texts.filter((it) => it.includes(over))).toHaveLength(1)
  }
  expect(texts.filter((it) => /60|版面文件又齐了/.test(it))).toHaveLength(2)
  expect(texts).toHaveLength(14)
})
