import type { Reply } from '../chat/index.ts'
import type { Delivery, DeliveryResult } from '../delivery/index.ts'
import { showMenu } from './menu.ts'
import type { PrivateOpening } from './open-privately.ts'
import type { PictureSender } from './picture-sender.ts'
import type { PressAnswer } from './press-answer.ts'
import type { Incoming } from './request-of.ts'

/** Told of each answer that was posted in a group. */
export type OnAnswered = (chatId: number, messageId: number) => void

/** The ways that a reply can take. */
interface Ways {
  readonly delivery: Delivery
  readonly privately: PrivateOpening
  readonly pictures: PictureSender
  readonly onAnswered: OnAnswered
}

/**
 * Hands a reply to delivery, addressed to where the request came from, and does not wait for it. A callback query is
 * answered at once and whatever becomes of the edit, or its button would spin on.
 */
export function sendReply(
  { delivery, privately, pictures, onAnswered }: Ways,
  incoming: Incoming,
  pressAnswer: PressAnswer | undefined,
  reply: Reply | undefined,
): void {
  const { chat, press, replyTo } = incoming
  if (reply?.kind === 'private') {
    void privately.show(incoming, reply).then((url) => pressAnswer?.give(undefined, false, url))
    return
  }
  const noted = (sent: DeliveryResult) => {
    if (sent.kind === 'sent' && sent.messageId !== undefined && chat.kind === 'group')
      onAnswered(chat.chatId, sent.messageId)
  }
  const toast = reply && reply.kind !== 'send' ? reply.toast : undefined
  pressAnswer?.give(toast, reply?.kind === 'toast' && reply.stays)
  if (reply?.kind === 'edit' && press) {
    void delivery.edit(chat, press.messageId, reply.message)
    if (reply.menu) void showMenu(delivery, reply.menu, chat)
  } else if (reply?.kind === 'send')
    void delivery.send(chat, reply.message, { priority: 'reply', replyTo }).then(noted)
  else if (reply?.kind === 'picture')
    void pictures.show(chat, reply.picture, reply.replaces && press?.messageId).then(noted)
  else if (reply?.kind === 'files')
    for (const file of reply.files) void delivery.sendFile(chat, file, { priority: 'reply' })
}
