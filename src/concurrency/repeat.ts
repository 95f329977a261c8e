import type { Timing } from './timing.ts'

/** How work is repeated. */
export interface RepeatOptions {
  readonly timing: Pick<Timing, 'sleep'>
  /** Between the end of the work and its next beginning. */
  readonly everyMs: number
  /** Aborted when it is not to be repeated any more. */
  readonly signal: AbortSignal
  readonly onFailure: (error: unknown) => void
}

/** Does something at once and again and again, whether it fails or not, until the signal is aborted. Never rejects. */
export async function repeat(
  work: () => Promise<void>,
  { timing, everyMs, signal, onFailure }: RepeatOptions,
): Promise<void> {
  while (!signal.aborted) {
    await work().catch(onFailure)
    await timing.sleep(everyMs, signal).catch(() => {})
  }
}
