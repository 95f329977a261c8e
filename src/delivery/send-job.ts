import type { DeliveryResult } from './delivery-result.ts'

/** Replies are waited for by somebody; notices (digests, alerts) by nobody. */
export type Priority = 'reply' | 'notice'

/** A call to a chat on its way through the queue. */
export interface SendJob {
  readonly method: string
  readonly priority: Priority
  readonly isGroup: boolean
  /** The message that it edits; `undefined` where it posts a new one. */
  readonly edits: number | undefined
  /** Changes when the chat moves. */
  chatId: number
  /** Without the chat. */
  payload: object
  /** What to send in its place where Telegram does not take the markup. */
  plain: (() => object) | undefined
  /** Asked right before the first call whether it is wanted. */
  beforeCall: (() => Promise<boolean>) | undefined
  /** Called before a message is sent again that may have arrived; if it is missing, only a reply is, and once. */
  readonly beforeRepeat: (() => Promise<void>) | undefined
  /** Tells the other processes that the call under way is over. */
  over?: (() => Promise<void>) | undefined
  /** How often the budgets of all processes could not be asked. */
  unasked?: number
  /** Whether a call may have arrived whose answer did not. */
  mayHaveArrived: boolean
  /** Calls that failed so far, other than for having to wait. */
  failures: number
  /** Not to be called before. */
  notBeforeMs: number
  /** Of no use after. */
  readonly uselessAtMs: number
  settle(result: DeliveryResult): void
}
