import { decodeCallback } from './callback/callback-data.ts'
import { mapText } from './markup/html.ts'
import { loadTraditional } from './markup/traditional.ts'
import { messageIn } from './turn/message-in-traditional.ts'
import type { InlineReply, Reply } from './turn/reply.ts'
import type { Request } from './turn/request.ts'

/*
 * Readers whose interface is in Traditional characters read the papers in them, too. What is shown as it was printed stays
 * as it was, and so do names and queries behind buttons: only what a button says is converted, where that is an example.
 */

/** Whether a request asks for something as it was printed. */
export function asksForOriginal({ action }: Request): boolean {
  if (action.kind !== 'callback') return false
  const kind = decodeCallback(action.data)?.kind
  return kind === 'original' || kind === 'source'
}

/** A reply with what it says in Traditional characters, by words (头发 → 頭髮). */
export async function inTraditional(reply: Reply): Promise<Reply> {
  const convert = await loadTraditional()
  switch (reply.kind) {
    case 'send':
      return {
        ...reply,
        message: messageIn(reply.message, convert),
        ...(reply.picture && {
          picture: { ...reply.picture, caption: mapText(reply.picture.caption, convert) },
        }),
      }
    case 'album':
      return {
        ...reply,
        pictures: reply.pictures.map(({ shows, caption }) => ({ shows, caption: mapText(caption, convert) })),
        message: messageIn(reply.message, convert),
        instead: messageIn(reply.instead, convert),
      }
    case 'edit':
    case 'private':
      return { ...reply, message: messageIn(reply.message, convert) }
    case 'picture':
      return {
        ...reply,
        picture: {
          ...reply.picture,
          caption: mapText(reply.picture.caption, convert),
          instead: messageIn(reply.picture.instead, convert),
        },
      }
    case 'files':
    case 'toast':
      return reply
  }
}

/** The cards of an inline query, and what they post, in Traditional characters. */
export async function cardsInTraditional(reply: InlineReply): Promise<InlineReply> {
  const convert = await loadTraditional()
  const cards = reply.cards.map((card) =>
    Object.assign({}, card, {
      title: convert(card.title),
      description: convert(card.description),
      message: messageIn(card.message, convert),
    }),
  )
  return { ...reply, cards }
}
