import { createHash } from 'node:crypto'
import type { PictureMessage, RequestChat } from '../chat/index.ts'
import { within } from '../concurrency/index.ts'
import { type Delivery, type DeliveryResult, Upload } from '../delivery/index.ts'
import { type Clock, type Logger, LRUCache } from '../ops/index.ts'

/** Draws what a picture shows. */
export interface Painter {
  /** @returns a PNG or JPEG file @throws if it cannot be drawn */
  draw(shows: PictureMessage['shows']): Promise<Uint8Array<ArrayBuffer>>
}

/** A picture takes a tenth of a second; whoever waits longer is sent the text. */
const DRAW_WITHIN_MS = 8_000
/** Pictures of which it is remembered that Telegram has them; some 200 bytes each. */
const MOST_FILES = 5_000

interface PictureSenderOptions {
  readonly delivery: Delivery
  readonly painter: Painter
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Sends pictures. Each is drawn and uploaded once: after that it is sent by the `file_id` that Telegram gave it, until
 * the process ends. What cannot be drawn, or is not taken, is sent as text.
 */
export class PictureSender {
  readonly #options: PictureSenderOptions
  /** The `file_id` of each picture that was sent, by its content. */
  readonly #files = new LRUCache<string, string>({ max: MOST_FILES })

  constructor(options: PictureSenderOptions) {
    this.#options = options
  }

  /** @param replaces the message whose picture it replaces; undefined: a message of its own. Never rejects. */
  async show(
    chat: RequestChat,
    message: PictureMessage,
    replaces: number | undefined,
  ): Promise<DeliveryResult> {
    return (
      (await this.showAlone(chat, message, replaces)) ??
      this.#options.delivery.send(chat, message.instead, { priority: 'reply' })
    )
  }

  /** As {@link show}, but nothing is sent in the place of the picture. @returns undefined if it is not sent */
  async showAlone(
    chat: RequestChat,
    message: Omit<PictureMessage, 'instead'>,
    replaces?: number,
  ): Promise<DeliveryResult | undefined> {
    const { log } = this.#options
    const key = createHash('sha256').update(JSON.stringify(message.shows)).digest('base64url')
    const known = this.#files.get(key)
    if (known !== undefined) {
      const sent = await this.#post(chat, message, known, replaces)
      if (!isRefused(sent)) return this.#remember(key, sent)
      // Telegram may have forgotten the file.
      this.#files.delete(key)
    }
    const drawn = await this.#draw(message)
    const sent = drawn && (await this.#post(chat, message, uploadOf(drawn), replaces))
    if (sent && !isRefused(sent)) return this.#remember(key, sent)
    log.warn({ chat: chat.chatId, drawn: drawn !== undefined }, 'a picture cannot be sent; its text is sent')
    return undefined
  }

  #post(
    chat: RequestChat,
    { caption, buttons }: Omit<PictureMessage, 'instead'>,
    photo: Upload | string,
    replaces: number | undefined,
  ): Promise<DeliveryResult> {
    const { delivery } = this.#options
    const outgoing = { photo, caption, buttons }
    return replaces === undefined
      ? delivery.sendPhoto(chat, outgoing, { priority: 'reply' })
      : delivery.editPhoto(chat, replaces, outgoing)
  }

  async #draw({ shows }: Pick<PictureMessage, 'shows'>): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { painter, clock, log } = this.#options
    try {
      return await within(clock, DRAW_WITHIN_MS, painter.draw(shows))
    } catch (err) {
      log.error({ err, picture: shows.kind }, 'a picture could not be drawn')
      return undefined
    }
  }

  #remember(key: string, sent: DeliveryResult): DeliveryResult {
    if (sent.kind === 'sent' && sent.fileId !== undefined) this.#files.set(key, sent.fileId)
    return sent
  }
}

/** JPEG files begin with this byte. */
const JPEG = 0xff

const uploadOf = (file: Uint8Array<ArrayBuffer>): Upload =>
  file[0] === JPEG
    ? new Upload('picture.jpg', 'image/jpeg', file)
    : new Upload('picture.png', 'image/png', file)

const isRefused = (sent: DeliveryResult): boolean => sent.kind === 'failed' && sent.reason === 'refused'
