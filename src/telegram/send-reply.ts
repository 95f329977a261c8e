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
/** What becomes of an update: it is done with, or somebody has to answer it later. */
export type Outcome = 'answered' | 'later'

/**
 * Hands a reply to delivery, addressed to where the request came from. A callback query is answered at once and whatever
 * becomes of the edit, or its button would spin on.
 * @param beforeCall asked right before the reply goes to Telegram, whether it is still wanted
 * @returns settles when it is decided what becomes of the reply: `later` if it was not sent since the bot ends. Never rejects
 */
export async function sendReply(
  { delivery, privately, pictures, onAnswered }: Ways,
  incoming: Incoming,
  pressAnswer: PressAnswer | undefined,
  reply: Reply | undefined,
  beforeCall?: () => Promise<boolean>,
): Promise<Outcome> {
  const { chat, press, replyTo } = incoming
  if (reply?.kind === 'private') {
    pressAnswer?.give(undefined, false, await privately.show(incoming, reply))
    return 'answered'
  }
  const noted = (sent: DeliveryResult) => {
    if (sent.kind === 'sent' && sent.messageId !== undefined && chat.kind === 'group')
      onAnswered(chat.chatId, sent.messageId)
  }
  const toast = reply && reply.kind !== 'send' ? reply.toast : undefined
  pressAnswer?.give(toast, reply?.kind === 'toast' && reply.stays)
  if (reply?.kind === 'edit' && press) {
    const edited = delivery.edit(chat, press.messageId, reply.message)
    if (reply.menu) void showMenu(delivery, reply.menu, chat)
    return outcomeOf(await edited)
  }
  const options = { priority: 'reply', ...(beforeCall && { beforeCall }) } as const
  if (reply?.kind === 'send') {
    const { picture } = reply
    const isShown = picture && (await pictures.showKnown(chat, picture)) !== undefined
    const sending = delivery.send(chat, reply.message, { ...options, replyTo })
    // Nobody waits for it: whoever asked has the message, and the next request is answered.
    if (picture && !isShown) void pictures.showAlone(chat, picture)
    const sent = await sending
    noted(sent)
    return outcomeOf(sent)
  }
  if (reply?.kind === 'picture') {
    const shown = await pictures.show(chat, reply.picture, reply.replaces && press?.messageId)
    noted(shown)
    return outcomeOf(shown)
  }
  if (reply?.kind === 'album') {
    const shown = await pictures.showAlbum(chat, reply.pictures)
    const sent = await delivery.send(chat, shown ? reply.message : reply.instead, options)
    noted(sent)
    return outcomeOf(sent)
  }
  if (reply?.kind !== 'files') return 'answered'
  const outcomes = await Promise.all(
    reply.files.map(async (file) => outcomeOf(await delivery.sendFile(chat, file, options))),
  )
  return outcomes.includes('later') ? 'later' : 'answered'
}

const outcomeOf = (result: DeliveryResult): Outcome =>
  result.kind === 'failed' && result.reason === 'closed' ? 'later' : 'answered'
