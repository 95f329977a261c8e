/** The value that a share of the others does not exceed; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The middle value, or the mean of the two in the middle; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const [below = 0, above = 0] = [sorted[half - 1] ?? sorted[half], sorted[half]]
  return sorted.length % 2 === 0 ? (below + above) / 2 : above
}

/**
 * Slope of the line of least squares through the logarithms: 0 does not grow with x, 1 grows as x does, 2 as its
 * square. NaN where there are not two different x, or a value is not above 0.
 */
export function logLogSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length
  let [covariance, variance] = [0, 0]
  for (const [x, y] of logs) {
    covariance += (x - meanX) * (y - meanY)
    variance += (x - meanX) ** 2
  }
  return covariance / variance
}
