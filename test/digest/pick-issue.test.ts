import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IssueOffer, pickIssue } from '../../src/digest/index.ts'
import { runs } from '../support/runs.ts'

const today = '2026-06-08'
const archive: readonly IssueOffer[] = [
  { date: '2023-06-08', ids: ['c1', 'c2'] },
  { date: '2024-06-09', ids: ['n1', 'n2'] },
  { date: '2024-06-08', ids: ['b1'] },
  { date: '2024-05-01', ids: ['m1'] },
  { ids: ['u1'] },
]
const pick = (shown: readonly string[], newOnly = false) =>
  pickIssue({ issues: archive, shown: new Set(shown), today, seed: '7', newOnly })

test.each([
  ['the newest issue, where nothing of it was shown', [], 'newIssue', ['n1', 'n2']],
  ['this day of the latest year, where the newest was', ['n1'], 'onThisDay', ['b1']],
  ['what is left of this day', ['n1', 'b1', 'c1'], 'onThisDay', ['c2']],
  ['what is left of the newest issue too', ['n1', 'b1', 'c1', 'c2', 'm1', 'u1'], 'fromTheArchive', ['n2']],
  ['articles without a date', ['n1', 'n2', 'b1', 'c1', 'c2', 'm1'], 'fromTheArchive', ['u1']],
])('it picks %s', (_case, shown, kind, ids) => {
  expect(pick(shown)).toMatchObject({ kind, ids, startsOver: false })
})

test('after all has been shown it begins again with the newest issue, and does not call it new', () => {
  const all = archive.flatMap(({ ids }) => ids)
  expect(pick(all)).toEqual({
    kind: 'fromTheArchive',
    date: '2024-06-09',
    ids: ['n1', 'n2'],
    startsOver: true,
  })
})

test('where only new issues are wanted it picks nothing else', () => {
  expect(pick(['n1'], true)).toBeUndefined()
  expect(pick([], true)).toMatchObject({ kind: 'newIssue' })
})

test('an empty archive gives nothing', () => {
  expect(pickIssue({ issues: [{ ids: [] }], shown: new Set(), today, seed: '7' })).toBeUndefined()
})

test('chats read the archive in different orders', () => {
  const issues = Array.from({ length: 28 }, (_, i) => ({ date: `2024-02-${10 + i}`, ids: [`${i}`] }))
  const firsts = Array.from(
    { length: 20 },
    (_, chat) => pickIssue({ issues, shown: new Set(['27']), today, seed: `${chat}` })?.date,
  )
  expect(new Set(firsts).size).toBeGreaterThan(5)
})

test('day by day nothing comes twice in a round, and everything comes', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((it) => new Date(Date.UTC(2022, 0, 1 + it)))
  const anyIssues = fc.uniqueArray(fc.tuple(day, fc.integer({ min: 1, max: 30 })), {
    minLength: 1,
    maxLength: 12,
    selector: ([date]) => date.getTime(),
  })
  fc.assert(
    fc.property(anyIssues, fc.string(), fc.integer({ min: 1, max: 12 }), (given, seed, perDay) => {
      const issues = given.map(([date, count], i) => ({
        date: date.toISOString().slice(0, 10),
        ids: Array.from({ length: count }, (_, n) => `${i}-${n}`),
      }))
      const all = issues.flatMap(({ ids }) => ids)
      for (let round = 0, shown = new Set<string>(), offset = 0; round < 2; offset++) {
        const today = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)
        const pick = pickIssue({ issues, shown, today, seed })
        expect(pick).toBeDefined()
        if (pick?.startsOver) {
          expect([...shown].toSorted()).toEqual(all.toSorted())
          shown = new Set()
          round++
        }
        expect(pick?.kind === 'newIssue').toBe(offset === 0)
        for (const id of pick?.ids.slice(0, perDay) ?? []) {
          expect(shown.has(id)).toBe(false)
          shown.add(id)
        }
      }
    }),
    runs(50),
  )
})
