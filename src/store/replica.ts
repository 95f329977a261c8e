import type { SharedLimits } from './shared-limits.ts'
import type { UpdateQueue } from './update-queue.ts'

/** What a bot shares with the others that answer behind the same webhook. */
export interface Replica {
  readonly updates: UpdateQueue
  readonly limits: SharedLimits
  /** What it has in hand is for the others from now on. */
  leave(): Promise<void>
}
