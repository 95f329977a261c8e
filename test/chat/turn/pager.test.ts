import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { pager } from '../../../src/chat/turn/keyboard.ts'

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
