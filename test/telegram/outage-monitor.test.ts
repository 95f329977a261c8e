import { expect, test } from 'vitest'
import { OutageMonitor } from '../../src/telegram/outage-monitor.ts'
import { createManualClock } from '../support/manual-clock.ts'

const START = Date.UTC(2026, 0, 1)
const MINUTE = 60_000

function watch() {
  const steady = createManualClock(START)
  let aheadMs = 0
  const clock = {
    ...steady,
    now: () => steady.now() + aheadMs,
    setForward: (ms: number) => {
      aheadMs += ms
    },
  }
  const told: (readonly [what: string, ...minutes: number[]])[] = []
  const monitor = new OutageMonitor(clock, {
    onLasting: (reason, sinceMs) => told.push([reason, (sinceMs - START) / MINUTE]),
    onOver: (sinceMs, untilMs) => told.push(['over', (sinceMs - START) / MINUTE, (untilMs - START) / MINUTE]),
  })
  return { clock, told, monitor }
}

test.each([
  [0, 5 * MINUTE, true],
  [0, 5 * MINUTE - 1, false],
  [5 * MINUTE, 0, true],
  [5 * MINUTE - 1, 0, false],
  [4 * MINUTE, MINUTE, true],
])('failing again after %i ms, before a wait of %i ms, is lasting: %s', (afterMs, waitMs, isLasting) => {
  const { clock, told, monitor } = watch()
  monitor.failed('first', 0)
  clock.advance(afterMs)
  monitor.failed('again', waitMs)
  expect(told).toEqual(isLasting ? [['again', 0]] : [])
})

test('an outage is told of once, with its beginning, and so is its end', () => {
  const { clock, told, monitor } = watch()
  clock.advance(MINUTE)
  monitor.failed('a', 0)
  clock.advance(6 * MINUTE)
  monitor.failed('b', 0)
  clock.advance(MINUTE)
  monitor.failed('c', 0)
  monitor.succeeded()
  monitor.succeeded()
  expect(told).toEqual([
    ['b', 1],
    ['over', 1, 8],
  ])
})

test('the next outage is told of like the first one, from its own beginning', () => {
  const { clock, told, monitor } = watch()
  for (const from of [0, 10]) {
    monitor.failed('a', 0)
    clock.advance(6 * MINUTE)
    monitor.failed(`after ${from}`, 0)
    monitor.succeeded()
    clock.advance(4 * MINUTE)
  }
  expect(told).toEqual([
    ['after 0', 0],
    ['over', 0, 6],
    ['after 10', 10],
    ['over', 10, 16],
  ])
})

test('short failures that come and go are nobody’s business, and neither is a success without any', () => {
  const { clock, told, monitor } = watch()
  monitor.succeeded()
  for (let i = 0; i < 4; i++) {
    monitor.failed('a', 0)
    clock.advance(2 * MINUTE)
    monitor.succeeded()
  }
  expect(told).toEqual([])
})

test('a clock of the wall that is set meanwhile makes no outage longer', () => {
  const { clock, told, monitor } = watch()
  monitor.failed('a', 0)
  clock.setForward(60 * MINUTE)
  monitor.failed('b', 0)
  expect(told).toEqual([])
})
