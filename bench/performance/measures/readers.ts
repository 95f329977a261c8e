/** How many read at once. */
export const READERS = [1, 20, 100] as const
