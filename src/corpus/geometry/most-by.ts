/**
 * The value that most of some things have; the first of several; `undefined` for none. What stands on a page is mostly alike, so runs of
 * one value are counted together.
 * @param weightOf how often a thing counts
 */
export function mostBy<T, V>(
  things: readonly T[],
  valueOf: (thing: T) => V,
  weightOf: (thing: T) => number = () => 1,
): V | undefined {
  let counts: Map<V, number> | undefined
  let run: Run<V> | undefined
  for (let at = 0; at < things.length; at++) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- within the list
    const thing = things[at] as T
    const weight = weightOf(thing)
    if (weight === 0) continue
    const value = valueOf(thing)
    if (run?.value === value) run.count += weight
    else {
      if (run) counts = withRun(counts, run)
      run = { value, count: weight }
    }
  }
  if (counts === undefined || run === undefined) return run?.value
  counts = withRun(counts, run)
  let [best, most]: [V | undefined, number] = [undefined, 0]
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count]
  return best
}

function withRun<V>(counts: Map<V, number> | undefined, { value, count }: Run<V>): Map<V, number> {
  if (counts === undefined) return new Map([[value, count]])
  return counts.set(value, (counts.get(value) ?? 0) + count)
}

interface Run<V> {
  readonly value: V
  count: number
}
