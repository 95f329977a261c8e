import { expect, test } from 'vitest'
import { searchRows } from '../../../src/chat/turn/keyboard.ts'

test('a query has a button if it has a word to show and fits into one', () => {
  expect(searchRows(['长江', '—！？', '', '5', '长'.repeat(60)]).flat()).toMatchObject([
    { text: '长江' },
    { text: '5' },
  ])
})
