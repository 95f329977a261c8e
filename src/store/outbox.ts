/** A message that must not be lost when the process ends. */
export interface Letter {
  readonly chatId: number
  /** What to send, as JSON can hold it. */
  readonly payload: unknown
  /** Higher ones go first. */
  readonly priority: number
  /** In milliseconds since 1970. */
  readonly notBeforeMs: number
  /** Of all letters with the same name one is taken. */
  readonly once?: string
}

export interface OutboxEntry extends Omit<Letter, 'once'> {
  /** In the order in which they were put in. */
  readonly id: number
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  readonly attempts: number
  /** A process ended while it was being sent: it may have arrived already. */
  readonly possibleDuplicate: boolean
  readonly messageId?: number
  readonly reason?: string
}

/** Goes through the same states as the digest ledger, with the same promise. Every method is one transaction. */
export interface Outbox {
  /** @returns undefined where a letter of that name was taken before */
  put(letter: Letter): Promise<number | undefined>
  /** Whose time has come, the most urgent first; none for chats that are paused. */
  due(nowMs: number, limit: number): Promise<readonly OutboxEntry[]>
  /** When the next one becomes due after a time; `undefined` where none does. */
  nextDueMs(afterMs: number): Promise<number | undefined>
  /** `waiting` → `sending`. @returns undefined where somebody else took it */
  begin(id: number): Promise<OutboxEntry | undefined>
  /** `sending` → `sent`. */
  finish(id: number, messageId?: number): Promise<void>
  /** `waiting` or `sending` → `waiting`. @param ambiguous it may have arrived */
  postpone(id: number, notBeforeMs: number, ambiguous?: boolean): Promise<void>
  /** `waiting` or `sending` → `failed`. */
  fail(id: number, reason: string): Promise<void>
  /** At start, before anything is sent. @returns how many were being sent when the last process ended */
  recover(): Promise<number>
  get(id: number): Promise<OutboxEntry | undefined>
}
