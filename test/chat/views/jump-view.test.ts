import { expect, test } from 'vitest'
import { textsFor } from '../../../src/chat/texts/index.ts'
import { renderJump } from '../../../src/chat/views/jump-view.ts'
import { callbacksOf } from '../../support/conversation.ts'

test.each([1, 2, 39, 40, 41, 79, 1000])(
  'of %i pages as many as fit are offered, from the first to the last',
  (pages) => {
    const message = renderJump(pages, { list: 'abcdefgh', page: 0 }, textsFor('zh-hans'))
    const numbers = [...callbacksOf({ kind: 'edit', message }).keys()].flatMap((it) =>
      /^\d+$/.test(it) ? [Number(it)] : [],
    )
    expect([numbers[0], numbers.at(-1)]).toEqual([1, pages])
    expect(numbers).toHaveLength(Math.min(40, pages))
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  },
)
