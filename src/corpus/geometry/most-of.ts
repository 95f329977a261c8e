/** The value that is there most often; the first of several; `undefined` for none. */
export function mostOf<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let [best, most]: [T | undefined, number] = [undefined, 0]
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count]
  return best
}
