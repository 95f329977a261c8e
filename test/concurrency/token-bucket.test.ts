import { expect, test } from 'vitest'
import { type Bucket, FULL_BUCKET, takeToken, tokenAt } from '../../src/concurrency/index.ts'

const RULE = { burst: 3, intervalMs: 1_000 }

/** When calls go that all want to go at these times, one after the other. */
function timesOf(wanted: readonly number[]) {
  let bucket: Bucket = FULL_BUCKET
  let last = Number.NEGATIVE_INFINITY
  return wanted.map((ms) => {
    last = tokenAt(RULE, bucket, Math.max(ms, last))
    bucket = takeToken(RULE, bucket, last)
    return last
  })
}

test('a full bucket lets a burst go at once, and then one call in each interval', () => {
  expect(timesOf([0, 0, 0, 0, 0, 0])).toEqual([0, 0, 0, 1_000, 2_000, 3_000])
})

test('a bucket gains a token in each interval of rest, and no more than it holds', () => {
  expect(timesOf([0, 0, 0, 2_000, 2_000, 2_000])).toEqual([0, 0, 0, 2_000, 2_000, 3_000])
  expect(timesOf([0, 99_000, 99_000, 99_000, 99_000])).toEqual([0, 99_000, 99_000, 99_000, 100_000])
})

test('a token is there at the very end of its interval, and not before', () => {
  expect(timesOf([0, 0, 0, 999])).toEqual([0, 0, 0, 1_000])
  expect(timesOf([0, 0, 0, 1_000, 1_000])).toEqual([0, 0, 0, 1_000, 2_000])
})
