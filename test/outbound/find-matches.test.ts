import { expect, test } from 'vitest'
import { findMatches, MOST_LISTED } from '../../src/outbound/find-matches.ts'
import { matchThese } from '../../src/outbound/match-alerts.ts'
import { anArticle } from '../support/articles.ts'
import { openConversation } from '../support/conversation.ts'

test('of more articles than one message lists an alert keeps the newest, and those without a date last', async () => {
  const on = (n: number, issueDate?: string) =>
    anArticle({
      headline: `班列第${n}期`,
      ...(issueDate !== undefined && { issueDate }),
      source: { file: 'all.jsonl', lines: [n + 1] },
    })
  const day = (n: number) => `2024-${`${1 + (n % 12)}`.padStart(2, '0')}-01`
  const undated = Array.from({ length: 300 }, (_, n) => on(n))
  const dated = Array.from({ length: MOST_LISTED - 100 }, (_, n) => on(300 + n, day(n)))
  const { store, search, arrive } = await openConversation([])
  const alert = await store.alerts.add({ chatId: 7, ownerId: 1, query: '班列', arrival: 0 }, 9)
  const other = await store.alerts.add({ chatId: 7, ownerId: 1, query: '公园', arrival: 0 }, 9)
  const alerts = [other, alert].filter((it) => it !== undefined)
  await arrive([...undated, ...dated])
  const upTo = await store.archive.latestArrival()
  const [found, ...others] = await findMatches(alerts, upTo, { archive: store.archive, search })
  expect(others).toEqual([])
  expect(found?.alert).toEqual(alert)
  expect(found?.total).toBe(undated.length + dated.length)
  const listed = await store.archive.getMany(found?.ids ?? [])
  const newestFirst = dated
    .map(({ issueDate = '' }) => issueDate)
    .toSorted()
    .toReversed()
  expect(listed.map((it) => it?.issueDate)).toEqual([...newestFirst, ...Array(100).fill(undefined)])
  // Of those without a date the ones that came first.
  expect(found?.ids.slice(-100)).toEqual(undated.slice(0, 100).map(({ id }) => id))
  // Told together with an alert that lists one, each lists half of what a message holds, and what is left is that of its own.
  await arrive([anArticle({ headline: '公园开放', source: { file: 'one.jsonl', lines: [1] } })])
  const last = await store.archive.latestArrival()
  const { archive, alerts: saved, outbox } = store
  expect(await matchThese(alerts, last, { archive, alerts: saved, search, now: () => 0 })).toBe(1)
  expect(await outbox.due(0, 9)).toMatchObject([
    { payload: { unlisted: 450, matches: [{ query: '公园' }, { query: '班列', ids: { length: 250 } }] } },
  ])
})
