import type { Timing } from '../concurrency/index.ts'

/**
 * Where the time comes from, so that a test can be a day, or three, ahead.
 *
 * There are two times. The wall time says which day it is, and jumps when somebody sets the clock. The monotonic time
 * says how long something takes, and never jumps. Two values of different kinds are never compared.
 */
export interface Clock extends Timing {
  /** Wall time, in milliseconds since 1970-01-01T00:00Z. For dates, and for what is kept beyond the process. */
  now(): number
}
