/**
 * The first `limit` items in the order of `compare`, without sorting the rest: a heap of the best ones so far, with
 * the worst of them on top, takes each further item in one comparison where it is no better.
 */
export function topOf(
  items: Uint32Array,
  limit: number,
  compare: (a: number, b: number) => number,
): readonly number[] {
  if (limit <= 0) return []
  const heap = Array.from(items.subarray(0, limit))
  if (items.length > limit) for (let at = (limit >> 1) - 1; at >= 0; at--) sink(heap, at, compare)
  for (let i = limit; i < items.length; i++) {
    const item = items[i] ?? 0
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
