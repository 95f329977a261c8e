/**
 * The first `limit` of the numbers below `count` in the order of `compare`, without sorting the rest: a heap of the best
 * ones so far, with the worst of them on top, takes each further one in one comparison if it is no better.
 */
export function topK(
  count: number,
  limit: number,
  compare: (a: number, b: number) => number,
): readonly number[] {
  if (limit <= 0) return []
  const heap = Array.from({ length: Math.min(count, limit) }, (_, i) => i)
  if (count > limit) for (let at = (limit >> 1) - 1; at >= 0; at--) sink(heap, at, compare)
  for (let item = limit; item < count; item++) {
    if (compare(item, heap[0] ?? 0) >= 0) continue
    heap[0] = item
    sink(heap, 0, compare)
  }
  return heap.toSorted(compare)
}

/** Moves the item at `start` down until none below it is worse. */
function sink(heap: number[], start: number, compare: (a: number, b: number) => number): void {
  const item = heap[start] ?? 0
  let at = start
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && compare(heap[child + 1] ?? 0, heap[child] ?? 0) > 0) child++
    if (compare(heap[child] ?? 0, item) <= 0) break
    heap[at] = heap[child] ?? 0
    at = child
  }
  heap[at] = item
}
