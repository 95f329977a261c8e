/** How long things take: the part of a clock that nobody can set. */
export interface Timing {
  /** Milliseconds since some moment before the process began; never goes back. For all durations. */
  monotonicNow(): number
  /**
   * Settles after `ms` milliseconds, or at once and rejecting with the signal's reason when it is aborted. The process
   * stays alive meanwhile: for waits that the program's work depends on.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /**
   * The same, but the process may end meanwhile. Only for what nobody misses when the process ends: tidying up, and
   * limits on work that is itself kept alive by something else.
   */
  sleepInBackground(ms: number, signal?: AbortSignal): Promise<void>
  /**
   * Calls `run` once after `ms` milliseconds, unless the function that it returns is called before. The process stays
   * alive meanwhile. For limits that are rarely reached: to cancel it costs next to nothing, other than to abort a sleep.
   */
  schedule(ms: number, run: () => void): () => void
  /** The same, but the process may end meanwhile. */
  scheduleInBackground(ms: number, run: () => void): () => void
}
