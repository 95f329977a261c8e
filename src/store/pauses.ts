/** Until when Telegram wants to hear nothing: for one chat, or for all. */
export interface Pause {
  /** Absent: all chats. */
  readonly chatId?: number
  /** Milliseconds since 1970, like its end: shows whether the clock was set back meanwhile. */
  readonly setMs: number
  readonly untilMs: number
}

/** Keeps rate-limit waits over a restart, so that a new process does not write into them. */
export interface PauseStore {
  /** A longer one that is known already stays. */
  set(pause: Pause): Promise<void>
  /** Those that are not over, the longest first. */
  active(nowMs: number): Promise<readonly Pause[]>
}
