import { expect, test } from 'vitest'
import { aSubscription } from '../support/a-subscription.ts'
import { storyOn } from '../support/build-article.ts'
import { aNewspaper, anOutbound, at, portsOf } from '../support/outbound.ts'
import { posted } from '../support/scripted-api.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const PAPERS = [
  storyOn('2024-06-02', '01', '荷花节开幕', '公园荷花节上周开幕，三百亩荷塘免费开放至月底。'),
  storyOn('2024-06-05', '01', '长江大桥主体完工', '长江大桥主体工程昨日完工，大桥全长两公里。'),
  storyOn('2024-06-08', '01', '博物馆夜间开放', '市博物馆七月起每周五开放至晚上九点，需提前预约。'),
  storyOn('2024-06-08', '03', '长江大桥今日通车', '长江大桥今日通车，大桥主体工程完工后，人们等了三天。'),
]

test('on Sundays the round-up of the week is sent: each matter once, with its day and what came later', async () => {
  const start = at('2024-06-09T12:00+08:00')
  const clock = createVirtualClock(start)
  const weekly = aSubscription({ weekdays: [7], time: '20:00', sinceMs: start })
  const { store, search } = await aNewspaper(clock, [weekly], PAPERS)
  const { until, calls, end } = await anOutbound(clock, portsOf(store, search), posted)
  await until(at('2024-06-09T20:01+08:00'))
  await end()
  expect(calls.map(({ atMs }) => new Date(atMs).toISOString().slice(0, 16))).toEqual(['2024-06-09T12:00'])
  const [{ text = '' } = {}] = calls
  expect(text).toMatch(/^<b>一周要闻 · 2024年6月5日至6月8日<\/b>\n/)
  expect(text).toMatch(/<b>长江大桥主体完工<\/b>\n.+\n6月5日\n后续　6月8日：长江大桥今日通车\n/)
  expect(text).toContain('<b>博物馆夜间开放</b>')
  expect(text).not.toContain('荷花节')
  expect(text.match(/\d\. <b>/g)).toHaveLength(2)
})
