import { expect, test } from 'vitest'
import { latestDue } from '../../../src/digest/index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A year with a leap day, and two in which some zones change their rules. */
const [FROM, TO] = [Date.parse('2023-06-01T00:00Z'), Date.parse('2026-06-01T00:00Z')]
/** Most clocks are set at these; the rest are ordinary. */
const TIMES = ['02:30', '00:00', '01:30', '23:30', '08:00', '03:00', '23:59', '00:30']
/** How often somebody looks: twice a day, and some minutes, so that every hour of the day has its turn. */
const STEP = 11 * HOUR + 7 * 60_000
/** Of three years, but for the last two: they may still come due after the last look. */
const DAYS = Array.from({ length: (TO - FROM) / DAY - 2 }, (_, n) =>
  new Date(FROM + n * DAY).toISOString().slice(0, 10),
)
const zones = Intl.supportedValuesOf('timeZone')

/** Written otherwise than in the program, in another locale: `08/06/2024, 08:00`. */
function wallClock(timeZone: string): (timeMs: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (timeMs) => {
    const text = format.format(timeMs)
    return `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)} ${text.slice(12)}`
  }
}

test('every zone of the world has one digest for each local day of three years', () => {
  expect(zones.length).toBeGreaterThan(400)
  expect([DAYS[0], DAYS.at(-1)]).toEqual(['2023-06-01', '2026-05-29'])
  const missing: string[] = []
  const double: string[] = []
  const wrong: string[] = []
  for (const [i, timeZone] of zones.entries()) {
    const time = TIMES[i % TIMES.length] ?? '08:00'
    const subscription = {
      chatId: i,
      time,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      timeZone,
      topics: [],
      length: 'normal',
      skipWhenEmpty: false,
    } as const
    const dueOf = new Map<string, number>()
    for (let nowMs = FROM; nowMs < TO; nowMs += STEP) {
      const due = latestDue(subscription, nowMs)
      if (!due) continue
      if ((dueOf.get(due.day) ?? due.dueMs) !== due.dueMs) double.push(`${timeZone} ${due.day}`)
      dueOf.set(due.day, due.dueMs)
    }
    const clock = wallClock(timeZone)
    for (const [day, dueMs] of dueOf) {
      // The clock has just come to the wanted time, or jumped over it.
      const [wanted, shown, shownBefore] = [`${day} ${time}`, clock(dueMs), clock(dueMs - 60_000)]
      if (!shown.startsWith(day) || shown < wanted || shownBefore >= wanted)
        wrong.push(`${timeZone} ${wanted}: ${shownBefore}, ${shown}`)
    }
    for (const day of DAYS) if (!dueOf.has(day)) missing.push(`${timeZone} ${day}`)
  }
  expect({ missing, double, wrong }).toEqual({ missing: [], double: [], wrong: [] })
})
