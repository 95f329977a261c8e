import type { Reply } from '../chat/index.ts'
import type { Delivery } from '../delivery/index.ts'
import { showMenu } from './menu.ts'
import type { PressAnswer } from './press-answer.ts'
import type { Incoming } from './request-of.ts'

/**
 * Hands a reply over to be brought to where the request came from; nobody waits for it here. A press is answered at
 * once and whatever becomes of the edit, or its button would spin on.
 */
export function carry(
  delivery: Delivery,
  { chat, press }: Incoming,
  pressAnswer: PressAnswer | undefined,
  reply: Reply | undefined,
): void {
  const told = reply && reply.kind !== 'send' ? reply.toast : undefined
  pressAnswer?.give(told, reply?.kind === 'toast' && reply.stays)
  if (reply?.kind === 'edit' && press) {
    void delivery.edit(chat, press.messageId, reply.message)
    if (reply.menu) void showMenu(delivery, reply.menu, chat)
  } else if (reply?.kind === 'send') void delivery.send(chat, reply.message, { priority: 'reply' })
}
