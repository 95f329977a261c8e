import type { SharedLimits } from './shared-limits.ts'
import type { UpdateQueue } from './update-queue.ts'

/** What a bot shares with the others that answer behind the same webhook. */
export interface Replica {
  /** Names the database, also after a standby has taken its place; a copy of it bears another name. */
  readonly database: string
  readonly updates: UpdateQueue
  readonly limits: SharedLimits
  /** What it has in hand is for the others from now on. */
  leave(): Promise<void>
}
