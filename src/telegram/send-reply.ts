import type { Reply } from '../chat/index.ts'
import type { Delivery } from '../delivery/index.ts'
import { showMenu } from './menu.ts'
import type { PrivateOpening } from './open-privately.ts'
import type { PressAnswer } from './press-answer.ts'
import type { Incoming } from './request-of.ts'

/** Told of each answer that was posted in a group. */
export type OnAnswered = (chatId: number, messageId: number) => void

/**
 * Hands a reply to delivery, addressed to where the request came from, and does not wait for it. A callback query is
 * answered at once and whatever becomes of the edit, or its button would spin on.
 */
export function sendReply(
  {
    delivery,
    privately,
    onAnswered,
  }: { readonly delivery: Delivery; readonly privately: PrivateOpening; readonly onAnswered: OnAnswered },
  incoming: Incoming,
  pressAnswer: PressAnswer | undefined,
  reply: Reply | undefined,
): void {
  const { chat, press, replyTo } = incoming
  if (reply?.kind === 'private') {
    void privately.show(incoming, reply).then((url) => pressAnswer?.give(undefined, false, url))
    return
  }
  const toast = reply && reply.kind !== 'send' ? reply.toast : undefined
  pressAnswer?.give(toast, reply?.kind === 'toast' && reply.stays)
  if (reply?.kind === 'edit' && press) {
    void delivery.edit(chat, press.messageId, reply.message)
    if (reply.menu) void showMenu(delivery, reply.menu, chat)
  } else if (reply?.kind === 'send')
    void delivery.send(chat, reply.message, { priority: 'reply', replyTo }).then((sent) => {
      if (sent.kind === 'sent' && sent.messageId !== undefined && chat.kind === 'group')
        onAnswered(chat.chatId, sent.messageId)
    })
  else if (reply?.kind === 'files')
    for (const file of reply.files) void delivery.sendFile(chat, file, { priority: 'reply' })
}
