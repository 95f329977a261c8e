/** What {@link hashUnits} gives for no unit at all. */
export const HASH_BASIS = 0x811c9dc5
/** What {@link hashUnits} multiplies by, modulo 2³², for each unit. */
export const HASH_PRIME = 0x01000193

/**
 * The hash FNV-1a (Fowler, Noll and Vo) over UTF-16 units, 32 bits, signed: spreads texts that differ little. Its low bits by
 * themselves are not even.
 * @param from first unit, and @param to the one behind the last
 * @param hash of what stands before
 */
export function hashUnits(text: string, from = 0, to = text.length, hash: number = HASH_BASIS): number {
  let it = hash
  for (let at = from; at < to; at++) it = Math.imul(it ^ text.charCodeAt(at), HASH_PRIME)
  return it
}
