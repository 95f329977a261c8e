/** Why something was not sent. */
export type FailureReason =
  /** The chat can be sent nothing; its keeper was told. */
  | 'gone'
  | 'silenced'
  /** The message, the topic or the query is no more. */
  | 'targetGone'
  /** Telegram does not take it, now or later. */
  | 'refused'
  /** Telegram wants us to wait for longer than it is of use. */
  | 'tooLate'
  /** It was tried as often as is sensible, and never done. */
  | 'unreachable'
  /** A later edit of the same message took its place before it was called. */
  | 'outdated'
  /** The bot was stopped before it could be sent. */
  | 'closed'
  /** Whoever sends it said so when its turn came, or could not be asked. */
  | 'withdrawn'

/** What became of something that was to be sent. */
export type DeliveryResult =
  /** `messageId` is `undefined` where nothing new was posted; `fileId` names a photo that was sent, in its largest size, `fileIds` those of an album. */
  | {
      readonly kind: 'sent'
      readonly messageId: number | undefined
      readonly fileId?: string
      readonly fileIds?: readonly string[]
    }
  /** It was certainly not sent. `forGood`: the same would fail again. */
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly forGood: boolean }
  /** It was sent or not: nobody can tell. */
  | { readonly kind: 'ambiguous' }

/** Reasons that no waiting mends. */
const FOR_GOOD: ReadonlySet<FailureReason> = new Set([
  'gone',
  'silenced',
  'targetGone',
  'refused',
  'outdated',
])

/**
 * The result of a call that did not send anything. `forGood` follows from the reason: it tells whether
 * another try is useless.
 */
export const failed = (reason: FailureReason): DeliveryResult => ({
  kind: 'failed',
  reason,
  forGood: FOR_GOOD.has(reason),
})
