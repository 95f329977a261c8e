import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RankedCandidate, rerank } from '../../../src/search/ranking/rerank.ts'

/** What the index says of a candidate, and what its text says: never more than that. */
const anyCandidate = fc.record({
  score: fc.nat({ max: 20 }),
  lost: fc.nat({ max: 5 }),
  complete: fc.boolean(),
  isComplete: fc.boolean(),
  isHit: fc.boolean(),
})
const better = (a: RankedCandidate, b: RankedCandidate) =>
  Number(b.complete) - Number(a.complete) || b.score - a.score || a.place - b.place

test('the first hits are those that looking at all candidates gives, whatever was not rescored at', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCandidate, { maxLength: 120 }),
      fc.integer({ min: 1, max: 30 }),
      fc.nat({ max: 130 }),
      async (candidates, end, mustRead) => {
        const upperBounds = candidates
          .map(({ score, complete }, place) => ({ place, complete, score }))
          .toSorted(better)
        const look = async (places: readonly number[]) =>
          places.flatMap((place): RankedCandidate[] => {
            const it = candidates[place]
            return it?.isHit
              ? [{ place, complete: it.complete && it.isComplete, score: it.score - it.lost }]
              : []
          })
        const all = (await look([...candidates.keys()])).toSorted(better)
        const { hits, seen } = await rerank(upperBounds, { end, mustRead, better, look })
        expect(hits.slice(0, end)).toEqual(all.slice(0, end))
        expect(seen).toBeGreaterThanOrEqual(Math.min(mustRead, candidates.length))
      },
    ),
  )
})

test('what is behind by its bound is looked at as long as those before it turn out to be worth less', async () => {
  const worth = [...Array.from({ length: 16 }, () => 5), 10, 9]
  const upperBounds = worth.map((_, place) => ({ place, complete: true, score: place < 16 ? 20 : 10 }))
  const look = async (places: readonly number[]) =>
    places.map((place) => ({ place, complete: true, score: worth[place] ?? 0 }))
  const { hits } = await rerank(upperBounds, { end: 2, mustRead: 0, better, look })
  expect(hits.slice(0, 2).map(({ place }) => place)).toEqual([16, 17])
})

test('where nothing is lost by looking, little more than what is wanted is rescored at', async () => {
  const upperBounds = Array.from({ length: 100 }, (_, place) => ({
    place,
    complete: true,
    score: 100 - place,
  }))
  const look = async (places: readonly number[]) => places.flatMap((place) => upperBounds[place] ?? [])
  const seenFor = async (end: number, mustRead: number) =>
    (await rerank(upperBounds, { end, mustRead, better, look })).seen
  expect([await seenFor(10, 0), await seenFor(30, 0), await seenFor(10, 50)]).toEqual([16, 30, 50])
})
