/**
 * Articles of one day, or of none, that are compared with one another at most: a paper has 150 a day, and each takes some 0.1 ms.
 * A day of more is no newspaper's.
 */
export const LARGEST_DAY = 2000
