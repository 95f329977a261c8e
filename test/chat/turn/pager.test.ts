import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { button, buttonIfFits, inRows, pager, rowsOf, searchRows } from '../../../src/chat/turn/keyboard.ts'

const arrows = (page: number, pages: number) =>
  pager(page, pages, (to) => ({ kind: 'issues', page: to }))
    .flat()
    .map((it) => ({
      text: it.text,
      action: 'callbackData' in it ? decodeCallback(it.callbackData) : undefined,
    }))
const labels = (page: number, pages: number) => arrows(page, pages).map(({ text }) => text)

test.each([
  [0, 1, []],
  [0, 0, []],
  [0, 2, ['·', '1/2', '›']],
  [1, 2, ['‹', '2/2', '·']],
  [0, 5, ['·', '1/5', '›', '»']],
  [1, 5, ['‹', '2/5', '›', '»']],
  [2, 5, ['«', '‹', '3/5', '›', '»']],
  [4, 5, ['«', '‹', '5/5', '·']],
  // A list that has grown shorter since.
  [9, 5, ['«', '‹', '5/5', '·']],
])('on page %i of %i there are %j', (page, pages, expected) => {
  expect(labels(page, pages)).toEqual(expected)
})

test('no arrow leads to where one is, beyond an end, or to where another one leads', () => {
  fc.assert(
    fc.property(fc.nat({ max: 40 }), fc.nat({ max: 30 }), (asked, pages) => {
      const page = Math.max(0, Math.min(asked, pages - 1))
      const targets = arrows(asked, pages).flatMap(({ action }) =>
        action?.kind === 'issues' ? [action.page] : [],
      )
      expect(new Set(targets).size).toBe(targets.length)
      for (const target of targets) {
        expect(target).not.toBe(page)
        expect(target).toBeGreaterThanOrEqual(0)
        expect(target).toBeLessThan(pages)
      }
      if (page === pages - 1) expect(labels(asked, pages)).not.toContain('»')
      if (page === 0) expect(labels(asked, pages)).not.toContain('«')
    }),
  )
})

const some = (count: number) => Array.from({ length: count }, (_, n) => button(`${n}`, { kind: 'nothing' }))
const lengths = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.length)

test.each([
  [0, []],
  [1, [1]],
  [5, [5]],
  [6, [4, 2]],
  [8, [4, 4]],
  [9, [4, 4, 1]],
])('%i buttons stand in rows of %j', (count, rows) => {
  expect(lengths(rowsOf(some(count)))).toEqual(rows)
  expect(rowsOf(some(count)).flat()).toEqual(some(count))
})

test('rows are as long as they are told to be, but for the last', () => {
  expect(lengths(inRows(some(7), 3))).toEqual([3, 3, 1])
  expect(lengths(inRows(some(6), 3))).toEqual([3, 3])
  expect(lengths(rowsOf(some(6), 6))).toEqual([6])
})

test('a query has a button if it fits into one and has a word to show', () => {
  // Telegram takes 64 bytes, of which two are the code.
  const [fits, tooLong] = ['江'.repeat(20), '江'.repeat(21)]
  const rows = searchRows(['班列', '？！', '', fits, tooLong, '5', 'é'])
  expect(rows).toEqual(['班列', fits, '5', 'é'].map((query) => [{ text: query, callbackData: `q.${query}` }]))
  expect(buttonIfFits('江', { kind: 'search', query: fits })).toHaveLength(1)
  expect(buttonIfFits('江', { kind: 'search', query: tooLong })).toEqual([])
  expect(button('江', { kind: 'search', query: tooLong })).toEqual({ text: '江', callbackData: 'n' })
})

test('the first and last page lead nowhere beyond, and the page number where it is told to', () => {
  const jump = pager(
    1,
    3,
    (page) => ({ kind: 'issues', page }),
    (page) => ({ kind: 'issues', page: page + 10 }),
  )
  const data = jump.flat().map((it) => ('callbackData' in it ? decodeCallback(it.callbackData) : undefined))
  expect(data).toMatchObject([{ page: 0 }, { page: 11 }, { page: 2 }])
  expect(arrows(0, 2).map(({ action }) => action?.kind)).toEqual(['nothing', 'nothing', 'issues'])
  expect(arrows(1, 2).map(({ action }) => action?.kind)).toEqual(['issues', 'nothing', 'nothing'])
})
