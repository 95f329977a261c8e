/**
 * The growing wait between tries: doubled each time.
 * @param failures tries that failed so far, from 1
 * @param capMs longest wait
 */
export const backoffMs = (firstMs: number, failures: number, capMs: number): number =>
  Math.min(capMs, firstMs * 2 ** (failures - 1))
