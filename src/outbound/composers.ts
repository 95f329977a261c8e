import type { Composer } from './composer.ts'
import { type AlertComposerParts, createAlertComposer } from './kinds/alert.ts'
import { createChannelNoticeComposer } from './kinds/channel-notice.ts'
import { createDigestComposer, type DigestComposerParts } from './kinds/digest.ts'
import { createOperatorNoticeComposer } from './kinds/operator-notice.ts'

/** What the composers of all kinds read. */
export type ComposerParts = DigestComposerParts & AlertComposerParts

/** The composer of each kind of message, by the `kind` of the outbox. */
export type Composers = Readonly<Record<string, Composer | undefined>>

/** Every kind of message that the bot sends unasked. */
export const createComposers = (parts: ComposerParts): Composers => ({
  digest: createDigestComposer(parts),
  alert: createAlertComposer(parts),
  operatorNotice: createOperatorNoticeComposer(parts),
  channelNotice: createChannelNoticeComposer(parts),
})
