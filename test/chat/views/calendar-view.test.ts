import { expect, test } from 'vitest'
import { decodeCallback, encodeCallback } from '../../../src/chat/callback/callback-data.ts'
import { textsFor } from '../../../src/chat/texts/index.ts'
import { renderMonth, renderMonths } from '../../../src/chat/views/calendar-view.ts'
import { callbacksOf } from '../../support/conversation.ts'

const texts = textsFor('zh-hans')
/** A day of each of two years and a month, newest first. */
const days = Array.from({ length: 25 }, (_, n) => ({
  day: new Date(Date.UTC(2024, 5 - n, 8)).toISOString().slice(0, 10),
  articles: 1,
}))

test('the months that a month leads back to are those among which it stands', () => {
  const dates = { days, undated: 0 }
  for (const { day } of days) {
    const month = day.slice(0, 7)
    const back = callbacksOf({ kind: 'edit', message: renderMonth(days, { month }, texts) }).get(
      texts.buttons.months,
    )
    const to = encodeCallback({ kind: 'month', month, origin: undefined }) ?? ''
    const offering = [0, 1, 2].filter((page) =>
      [...callbacksOf({ kind: 'edit', message: renderMonths(dates, { page }, texts) }).values()].includes(to),
    )
    expect(offering).toHaveLength(1)
    expect(decodeCallback(back ?? '')).toMatchObject({ kind: 'issues', page: offering[0] })
  }
})
