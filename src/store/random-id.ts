import { randomBytes } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** Eight characters of `[a-z2-7]`, 40 bits by chance: short enough for a button, too many to guess. */
export const randomId = (): string =>
  Array.from(randomBytes(8), (byte) => ALPHABET.charAt(byte & 31)).join('')
