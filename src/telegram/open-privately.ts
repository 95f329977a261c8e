import { type PrivateReply, withinEntityLimit } from '../chat/index.ts'
import type { Delivery } from '../delivery/index.ts'
import type { Incoming } from './request-of.ts'

/** A press waits no longer for the message that answers it. */
const WITHIN_MS = 4_000

/** Opens something for one member of a group alone. */
export interface PrivateOpening {
  /** @returns the link to follow in place of a message, or undefined if the message was shown */
  show(incoming: Incoming, reply: PrivateReply): Promise<string | undefined>
}

/**
 * Shows a message in the group to the one who pressed alone (an ephemeral message, Bot API 10.2), where the server has
 * such messages, which it is asked once; else gives a link into the private chat. A server that does not know them would
 * post the message for all, since it passes over what it does not know: so it is asked by a method that older ones lack.
 * @param username of the bot
 */
export function createPrivateOpening(delivery: Delivery, username: string): PrivateOpening {
  let offered: boolean | undefined
  return {
    show: async ({ chat, user, press }, { message, start, label }) => {
      const link = `https://t.me/${username}?start=${start}`
      const receiver = { chat_id: chat.chatId, receiver_user_id: user.id }
      offered ??= await delivery.offers('deleteEphemeralMessage', { ...receiver, ephemeral_message_id: 0 })
      if (offered !== true || !press) return link
      const form = {
        ...receiver,
        callback_query_id: press.id,
        // The name of the same since a later version.
        ephemeral_message_parameters: { receiver_user_id: user.id, callback_query_id: press.id },
        ...(chat.threadId !== undefined && { message_thread_id: chat.threadId }),
        text: withinEntityLimit(message.html).markup,
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: [[{ text: label, url: link }]] },
      }
      const sent = await delivery.call('sendMessage', form, WITHIN_MS)
      return sent.kind === 'done' ? undefined : link
    },
  }
}
