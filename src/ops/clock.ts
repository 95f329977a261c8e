/** Where the time comes from, so that a test can be a day, or three, ahead. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number
  /** Settles after `ms` milliseconds, or at once and rejecting with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
