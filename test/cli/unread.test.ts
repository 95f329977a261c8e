import { expect, test } from 'vitest'
import { tellUnread } from '../../src/cli/unread.ts'

test('what was not read is told by reason, with counts, the most frequent first', () => {
  const reasons = new Map([['it is not valid utf-8', 1]])
  const passedOver = new Map([
    ['docx', 3],
    ['psd', 4],
    ['another form of it was read', 2],
  ])
  expect(tellUnread({ reasons, passedOver })).toEqual([
    '4 files: *.psd: no form that is read',
    '3 files: *.docx: no form that is read; save as HTML',
    '2 files: another form of it was read',
    '1 file: it is not valid utf-8',
  ])
})

test('of many reasons the rarest are counted together', () => {
  const passedOver = new Map(Array.from({ length: 10 }, (_it, at) => [`x${at}`, 20 - at] as const))
  expect(tellUnread({ reasons: new Map(), passedOver }).at(-1)).toBe('23 files: 2 other reasons')
})
