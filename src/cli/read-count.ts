import { UsageError } from './usage-error.ts'

/** A number of things from the command line, from 1; `undefined` where it was not given. @throws {UsageError} */
export function readCount(option: string, given: string | boolean | undefined): number | undefined {
  if (given === undefined) return undefined
  if (typeof given === 'string' && /^[1-9]\d{0,5}$/.test(given)) return Number(given)
  throw new UsageError(`invalid ${option}: use a whole number from 1 to 999999`)
}
