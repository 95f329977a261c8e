import { readHanNumber } from './han-number.ts'

/** The number of a page in one form: `001`, `1` and `一` are `01`; `A06` and the joined pages `0607` stay as printed. */
export function pageNumber(printed: string): string {
  const isJoined = /^\d{4}$/.test(printed)
  const number = /^\d+$/.test(printed) ? Number(printed) : readHanNumber(printed)
  return isJoined || number === undefined ? printed : String(number).padStart(2, '0')
}
