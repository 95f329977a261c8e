import { expect, test } from 'vitest'
import { button, rowsOf, searchRows } from '../../../src/chat/turn/keyboard.ts'
import { type Button, type Keyboard } from '../../../src/chat/turn/reply.ts'

const buttons = (count: number): readonly Button[] =>
  Array.from({ length: count }, (_, n) => button(`${n}`, { kind: 'nothing' }))
const widths = (keyboard: Keyboard) => keyboard.map((row) => row.length)

test.each([
  [0, []],
  [1, [1]],
  [5, [5]],
  [6, [4, 2]],
  [8, [4, 4]],
  [9, [4, 4, 1]],
])('%i buttons stand in rows of %j', (count, rows) => {
  expect(widths(rowsOf(buttons(count)))).toEqual(rows)
  expect(rowsOf(buttons(count)).flat()).toEqual(buttons(count))
})

test('a query has a button if it has a word to show and fits into one', () => {
  expect(searchRows(['长江', '—！？', '', '5', '长'.repeat(60)]).flat()).toMatchObject([
    { text: '长江' },
    { text: '5' },
  ])
})
