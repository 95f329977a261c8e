import type { Priority } from './send-job.ts'

/** How something is sent. */
export interface SendOptions {
  readonly priority: Priority
  /** The message that it answers, if that is still there. */
  readonly replyTo?: number | undefined
  /** Of no use after; a notice is of use for ever unless told, a reply for a quarter of an hour. */
  readonly withinMs?: number
  /**
   * Called and awaited right before the first call, when everything is ready for it: the last moment to note that the
   * message is on its way, or to answer false, and it is `withdrawn`; where it rejects, too.
   */
  readonly beforeCall?: () => Promise<boolean>
  /**
   * Called and awaited before a message is sent again that may have arrived, to mark it as a possible duplicate. If it
   * is missing a reply is sent once more, since somebody waits for it, and a notice is not: the result is `ambiguous`.
   */
  readonly beforeRepeat?: () => Promise<void>
}
