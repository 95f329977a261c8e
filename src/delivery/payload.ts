import { type Message, type OutgoingFile, withinEntityLimit } from '../chat/index.ts'
import type { Place } from '../domain/index.ts'
import { toKeyboard } from './keyboard.ts'
import type { OutgoingPhoto } from './outgoing-photo.ts'
import { Upload } from './upload.ts'

/** A message as the Bot API takes it, without the chat. */
export const payloadOf = ({ html, buttons }: Message) => ({
  text: withinEntityLimit(html).markup,
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
  reply_markup: toKeyboard(buttons),
})

/** The same without markup, for where Telegram does not take it. */
export const plainPayloadOf = (message: Message) => {
  const { parse_mode: _html, text, ...rest } = payloadOf(message)
  return { ...rest, text: plainTextOf(text) }
}

/** A file as the Bot API takes it (sendDocument), without the chat. */
export const documentPayloadOf = ({ name, type, content, caption }: OutgoingFile) => ({
  document: new Upload(name, type, content),
  caption: withinEntityLimit(caption).markup,
  parse_mode: 'HTML',
})

/** The same without markup. */
export const plainDocumentPayloadOf = (file: OutgoingFile) => {
  const { parse_mode: _html, caption, ...rest } = documentPayloadOf(file)
  return { ...rest, caption: plainTextOf(caption) }
}

/** A photo as the Bot API takes it (sendPhoto), without the chat. */
export const photoPayloadOf = ({ photo, caption, buttons }: OutgoingPhoto) => ({
  photo,
  caption: withinEntityLimit(caption).markup,
  parse_mode: 'HTML',
  reply_markup: toKeyboard(buttons),
})

/** A photo that takes the place of another one (editMessageMedia), without the message. */
export const mediaPayloadOf = ({ photo, caption, buttons }: OutgoingPhoto) => ({
  media: {
    type: 'photo',
    media: typeof photo === 'string' ? photo : 'attach://picture',
    caption: withinEntityLimit(caption).markup,
    parse_mode: 'HTML',
  },
  ...(typeof photo !== 'string' && { picture: photo }),
  reply_markup: toKeyboard(buttons),
})

/** Photos as one message with several (sendMediaGroup), without the chat. They take no buttons (Bot API). */
export const albumPayloadOf = (photos: readonly Omit<OutgoingPhoto, 'buttons'>[]) => ({
  media: photos.map(({ photo, caption }, at) => ({
    type: 'photo',
    media: typeof photo === 'string' ? photo : `attach://picture${at}`,
    caption: withinEntityLimit(caption).markup,
    parse_mode: 'HTML',
  })),
  ...Object.fromEntries(
    photos.flatMap(({ photo }, at) => (typeof photo === 'string' ? [] : [[`picture${at}`, photo] as const])),
  ),
})

/** The same without markup. */
export const plainAlbumPayloadOf = (photos: readonly Omit<OutgoingPhoto, 'buttons'>[]) => {
  const { media, ...rest } = albumPayloadOf(photos)
  return {
    ...rest,
    media: media.map(({ type, media: file, caption }) => ({
      type,
      media: file,
      caption: plainTextOf(caption),
    })),
  }
}

/** The same without markup. */
export const plainPhotoPayloadOf = (photo: OutgoingPhoto) => {
  const { parse_mode: _html, caption, ...rest } = photoPayloadOf(photo)
  return { ...rest, caption: plainTextOf(caption) }
}

/** The same without markup. */
export const plainMediaPayloadOf = (photo: OutgoingPhoto) => {
  const { media, ...rest } = mediaPayloadOf(photo)
  const { parse_mode: _html, caption, ...bare } = media
  return { ...rest, media: { ...bare, caption: plainTextOf(caption) } }
}

/** The topic of a forum that a message belongs into. */
export const threadOf = ({ threadId }: Place) =>
  threadId === undefined ? {} : { message_thread_id: threadId }

/** The message that is answered; if it was deleted meanwhile, the answer stands alone. */
export const replyOf = ({ replyTo }: { readonly replyTo?: number | undefined }) =>
  replyTo === undefined
    ? {}
    : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }

const CHARACTERS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

const plainTextOf = (markup: string): string =>
  markup.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp);/g, (entity) => CHARACTERS[entity] ?? entity)
