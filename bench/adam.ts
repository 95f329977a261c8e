/**
 * Goes down a slope with momentum (Adam: D. Kingma, J. Ba, 2015), from 0 in each direction. The same slopes always lead to the
 * same place.
 * @param size how many weights @param slopeAt the slope at some weights, which it may not change
 */
export function descend(
  size: number,
  { rate, rounds }: { readonly rate: number; readonly rounds: number },
  slopeAt: (weights: readonly number[]) => readonly number[],
): readonly number[] {
  const weights = Array.from({ length: size }, () => 0)
  const [mean, square] = [weights.map(() => 0), weights.map(() => 0)]
  for (let round = 1; round <= rounds; round++)
    for (const [key, step] of slopeAt(weights).entries()) {
      mean[key] = 0.9 * (mean[key] ?? 0) + 0.1 * step
      square[key] = 0.99 * (square[key] ?? 0) + 0.01 * step * step
      const spread = Math.sqrt((square[key] ?? 0) / (1 - 0.99 ** round)) + 1e-8
      weights[key] = (weights[key] ?? 0) - (rate * (mean[key] ?? 0)) / (1 - 0.9 ** round) / spread
    }
  return weights
}
