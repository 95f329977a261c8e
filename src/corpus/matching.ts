/**
 * Pairs rows with columns so that the sum of their scores is largest; each is used at most once, and a pair is
 * made only where its score is positive. Hungarian method with potentials (Jonker–Volgenant form), O(n³).
 * @param scores one list of numbers a row, all of one length.
 * @returns for each row its column, or `undefined`.
 */
export function bestMatching(scores: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const rows = scores.length
  const columns = scores[0]?.length ?? 0
  const size = Math.max(rows, columns)
  const cost = (row: number, column: number) => -Math.max(0, scores[row - 1]?.[column - 1] ?? 0)
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) augment(row, size, cost, rowPotential, columnPotential, rowOf)
  const result: (number | undefined)[] = Array.from({ length: rows }, () => undefined)
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column] ?? 0
    if (row >= 1 && row <= rows && cost(row, column) < 0) result[row - 1] = column - 1
  }
  return result
}

/** Finds a shortest augmenting path from `row` and flips it. */
function augment(
  row: number,
  size: number,
  cost: (row: number, column: number) => number,
  rowPotential: Float64Array,
  columnPotential: Float64Array,
  rowOf: Int32Array,
): void {
  const way = new Int32Array(size + 1)
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  const used = new Uint8Array(size + 1)
  rowOf[0] = row
  let column = 0
  do {
    used[column] = 1
    const current = rowOf[column] ?? 0
    let delta = Number.POSITIVE_INFINITY
    let nearest = 0
    for (let c = 1; c <= size; c++) {
      if (used[c] === 1) continue
      const reduced = cost(current, c) - (rowPotential[current] ?? 0) - (columnPotential[c] ?? 0)
      if (reduced < (least[c] ?? 0)) {
        least[c] = reduced
        way[c] = column
      }
      if ((least[c] ?? 0) < delta) {
        delta = least[c] ?? 0
        nearest = c
      }
    }
    for (let c = 0; c <= size; c++) {
      if (used[c] === 1) {
        const matched = rowOf[c] ?? 0
        rowPotential[matched] = (rowPotential[matched] ?? 0) + delta
        columnPotential[c] = (columnPotential[c] ?? 0) - delta
      } else least[c] = (least[c] ?? 0) - delta
    }
    column = nearest
  } while ((rowOf[column] ?? 0) !== 0)
  while (column !== 0) {
    const previous = way[column] ?? 0
    rowOf[column] = rowOf[previous] ?? 0
    column = previous
  }
}
