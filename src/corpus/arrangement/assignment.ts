/**
 * Pairs rows with columns so that the sum of their scores is largest; each is used at most once, and a pair is
 * made only where its score is positive. Hungarian method by shortest augmenting paths with potentials (Jonker and
 * Volgenant 1987), O(n²m) for the shorter side n.
 * @param scores one list of numbers a row, all of one length.
 * @param bonus added to each score.
 * @returns for each row its column, or `undefined`.
 */
export function bestAssignment(
  scores: readonly (readonly number[])[],
  bonus = 0,
): readonly (number | undefined)[] {
  const rows = scores.length
  const columns = scores[0]?.length ?? 0
  const result: (number | undefined)[] = Array.from({ length: rows }, () => undefined)
  if (rows === 0 || columns === 0) return result
  const turned = rows > columns
  const [short, long] = turned ? [columns, rows] : [rows, columns]
  const costs = new Float64Array((short + 1) * (long + 1))
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const score = (scores[row]?.[column] ?? 0) + bonus
      if (score > 0)
        costs[turned ? (column + 1) * (long + 1) + row + 1 : (row + 1) * (long + 1) + column + 1] = -score
    }
  const owner = assign(costs, short, long)
  for (let place = 1; place <= long; place++) {
    const other = owner[place] ?? 0
    if (other === 0 || (costs[other * (long + 1) + place] ?? 0) >= 0) continue
    if (turned) result[place - 1] = other - 1
    else result[other - 1] = place - 1
  }
  return result
}

/** For each of the `long` places, counted from 1, the one of the `short` that it is given to; 0 for none. */
function assign(costs: Float64Array, short: number, long: number): Int32Array {
  const shortPotential = new Float64Array(short + 1)
  const longPotential = new Float64Array(long + 1)
  const owner = new Int32Array(long + 1)
  const way = new Int32Array(long + 1)
  const least = new Float64Array(long + 1)
  const done = new Uint8Array(long + 1)
  for (let start = 1; start <= short; start++) {
    owner[0] = start
    least.fill(Number.POSITIVE_INFINITY)
    done.fill(0)
    let place = 0
    do {
      done[place] = 1
      const current = owner[place] ?? 0
      let delta = Number.POSITIVE_INFINITY
      let nearest = 0
      for (let next = 1; next <= long; next++) {
        if (done[next] === 1) continue
        const reduced =
          (costs[current * (long + 1) + next] ?? 0) -
          (shortPotential[current] ?? 0) -
          (longPotential[next] ?? 0)
        if (reduced < (least[next] ?? 0)) {
          least[next] = reduced
          way[next] = place
        }
        if ((least[next] ?? 0) < delta) {
          delta = least[next] ?? 0
          nearest = next
        }
      }
      for (let next = 0; next <= long; next++)
        if (done[next] === 1) {
          const matched = owner[next] ?? 0
          shortPotential[matched] = (shortPotential[matched] ?? 0) + delta
          longPotential[next] = (longPotential[next] ?? 0) - delta
        } else least[next] = (least[next] ?? 0) - delta
      place = nearest
    } while ((owner[place] ?? 0) !== 0)
    while (place !== 0) {
      const before = way[place] ?? 0
      owner[place] = owner[before] ?? 0
      place = before
    }
  }
  return owner
}
