/** Bits beside a number of documents that tell a frequency: what it is above two, or all set for as much or more. */
export const FREQUENCY_BITS = 3

/** All bits set: the rest of the frequency follows as a number of its own. */
export const MAX_INLINE = (1 << FREQUENCY_BITS) - 1

/** Bytes of a bit for each document up to the last, in words of 32 bits. */
export const bytesOfBits = (last: number): number => 4 * ((last >>> 5) + 1)

/**
 * Whether the documents of a block are written as bits. They may take twice the bytes that distances would take at
 * least: they are read ten times as fast.
 */
export const isDense = (count: number, last: number): boolean => bytesOfBits(last) <= 2 * count
