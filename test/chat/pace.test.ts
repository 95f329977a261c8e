import { expect, test } from 'vitest'
import { BURST, createPace, type PaceDecision, PER_SECOND } from '../../src/chat/pace.ts'
import { openConversation, textOf } from '../support/conversation.ts'

const judged = (askEveryMs: number, times: number, pace = createPace(), fromMs = 0) =>
  Array.from({ length: times }, (_, n): PaceDecision => pace.judge(1, fromMs + n * askEveryMs))
const tellings = (verdicts: readonly PaceDecision[]) => verdicts.filter((it) => typeof it === 'object')

test('who asks at a reader’s pace is always answered', () => {
  expect(new Set(judged(500, 200))).toEqual(new Set(['answer']))
})

test('who floods is told once, however long it goes on, and answered now and then', () => {
  const verdicts = judged(50, 1000)
  expect(tellings(verdicts)).toHaveLength(1)
  // A burst of 20, and two a second for 50 seconds.
  expect(verdicts.filter((it) => it === 'answer').length).toBeCloseTo(120, -1)
})

test('who floods for minutes has no second burst, and who was idle for long enough has', () => {
  const seconds = 5 * 60
  const answered = (verdicts: readonly PaceDecision[]) => verdicts.filter((it) => it === 'answer').length
  expect(answered(judged(50, seconds * 20))).toBeLessThanOrEqual(BURST + PER_SECOND * seconds)
  const pace = createPace()
  judged(50, 100, pace)
  const idleMs = (BURST / PER_SECOND) * 1000
  expect(answered(judged(1, BURST, pace, 5000 + idleMs))).toBe(BURST)
})

test('who paused, and floods again, is told again', () => {
  const pace = createPace()
  judged(50, 100, pace)
  expect(tellings(judged(50, 100, pace, 60_000))).toHaveLength(1)
})

test('nobody is held back for what another one does', () => {
  const pace = createPace()
  judged(1, 1000, pace)
  expect(pace.judge(2, 1000)).toBe('answer')
})

test('a clock that is set back an hour, or forward, silences nobody', async () => {
  const { act, setClockBack, pass } = await openConversation([])
  for (const ms of [0, 3_600_000, -7_200_000]) {
    setClockBack(ms)
    for (let times = 0; times < 6; times++)
      expect(textOf(await act({ kind: 'command', name: 'help', text: '' }))).toContain('/search')
    pass(2000)
  }
})
