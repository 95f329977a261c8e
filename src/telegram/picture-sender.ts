import type { PictureAlone, PictureMessage, RequestChat } from '../chat/index.ts'
import { within } from '../concurrency/index.ts'
import { type Delivery, type DeliveryResult, type Priority, Upload } from '../delivery/index.ts'
import type { Place } from '../domain/index.ts'
import { type Clock, type Logger, LRUCache } from '../ops/index.ts'

/** Draws what a picture shows. */
export interface Painter {
  /** @returns a PNG or JPEG file @throws if it cannot be drawn */
  draw(shows: PictureMessage['shows']): Promise<Uint8Array<ArrayBuffer>>
  /** What tells a picture from all others, drawn as it is drawn now: the same for the same file. */
  keyOf(shows: PictureMessage['shows']): Promise<string>
}

/** Remembers which pictures Telegram has, longer than the process lives. */
export interface PictureFiles {
  get(key: string): Promise<string | undefined>
  set(key: string, fileId: string): Promise<void>
  remove(key: string): Promise<void>
}

type AlbumPicture = Pick<PictureMessage, 'shows' | 'caption'>

/** A picture takes a tenth of a second, the first printed page a second or two; whoever waits longer is sent the text. */
const DRAW_WITHIN_MS = 15_000
/** Pictures of which it is known without asking the store that Telegram has them; some 200 bytes each. */
const MOST_FILES = 2_000

interface PictureSenderOptions {
  readonly delivery: Delivery
  readonly painter: Painter
  readonly files: PictureFiles
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Sends pictures. Each is drawn and uploaded once: after that it is sent by the `file_id` that Telegram gave it. What
 * cannot be drawn, or is not taken, is sent as text.
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
      (await this.showAlone(chat, message, { replaces })) ??
      this.#options.delivery.send(chat, message.instead, { priority: 'reply' })
    )
  }

  /** As {@link show}, but nothing is sent in the place of the picture. @returns undefined if it is not sent */
  async showAlone(
    chat: Place,
    message: PictureAlone,
    {
      replaces,
      priority = 'reply',
    }: { readonly replaces?: number | undefined; readonly priority?: Priority } = {},
  ): Promise<DeliveryResult | undefined> {
    const { log } = this.#options
    const key = await this.#ask(() => this.#options.painter.keyOf(message.shows))
    const again = await this.#postKnown(key, chat, message, { replaces, priority })
    if (again) return again
    const drawn = await this.#draw(message)
    const sent = drawn && (await this.#post(chat, message, uploadOf(drawn), { replaces, priority }))
    if (sent && !isRefused(sent)) {
      await this.#remember(key, fileOf(sent))
      return sent
    }
    log.warn({ chat: chat.chatId, drawn: drawn !== undefined }, 'a picture cannot be sent; its text is sent')
    return undefined
  }

  /** As {@link showAlone}, if Telegram has the picture: nothing is drawn. @returns undefined if it is not sent */
  async showKnown(chat: Place, message: PictureAlone): Promise<DeliveryResult | undefined> {
    const key = await this.#ask(() => this.#options.painter.keyOf(message.shows))
    return this.#postKnown(key, chat, message, { replaces: undefined, priority: 'reply' })
  }

  async #postKnown(
    key: string | undefined,
    chat: Place,
    message: PictureAlone,
    how: { readonly replaces: number | undefined; readonly priority: Priority },
  ): Promise<DeliveryResult | undefined> {
    const known = await this.#knownFile(key)
    if (key === undefined || known === undefined) return undefined
    const sent = await this.#post(chat, message, known, how)
    if (!isRefused(sent)) {
      await this.#remember(key, fileOf(sent))
      return sent
    }
    // Telegram may have forgotten the file.
    this.#files.delete(key)
    await this.#ask(() => this.#options.files.remove(key))
    return undefined
  }

  /**
   * Sends two to ten pictures as one album; their buttons are not shown. Nothing is sent in its place.
   * @returns undefined if it is not sent
   */
  async showAlbum(chat: Place, pictures: readonly AlbumPicture[]): Promise<DeliveryResult | undefined> {
    const keys = await Promise.all(
      pictures.map(({ shows }) => this.#ask(() => this.#options.painter.keyOf(shows))),
    )
    const known = await Promise.all(keys.map((key) => this.#knownFile(key)))
    // Telegram may have forgotten files: then all are uploaded.
    for (const files of known.some(Boolean) ? [known, []] : [known]) {
      const photos = await Promise.all(pictures.map((it, at) => this.#photoOf(it, files[at])))
      const whole = photos.filter((it) => it !== undefined)
      if (whole.length < photos.length) break
      const sent = await this.#options.delivery.sendAlbum(chat, whole, { priority: 'reply' })
      if (isRefused(sent)) continue
      const fileIds = sent.kind === 'sent' ? (sent.fileIds ?? []) : []
      await Promise.all(fileIds.map((fileId, at) => this.#remember(keys[at], fileId)))
      return sent
    }
    this.#options.log.warn({ chat: chat.chatId }, 'an album cannot be sent; its text is sent')
    return undefined
  }

  async #photoOf(picture: AlbumPicture, file: string | undefined) {
    if (file !== undefined) return { photo: file, caption: picture.caption }
    const drawn = await this.#draw(picture)
    return drawn && { photo: uploadOf(drawn), caption: picture.caption }
  }

  #post(
    chat: Place,
    { caption, buttons }: PictureAlone,
    photo: Upload | string,
    { replaces, priority }: { readonly replaces: number | undefined; readonly priority: Priority },
  ): Promise<DeliveryResult> {
    const { delivery } = this.#options
    const outgoing = { photo, caption, buttons }
    return replaces === undefined
      ? delivery.sendPhoto(chat, outgoing, { priority })
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

  async #knownFile(key: string | undefined): Promise<string | undefined> {
    if (key === undefined) return undefined
    return this.#files.get(key) ?? this.#ask(() => this.#options.files.get(key))
  }

  async #remember(key: string | undefined, fileId: string | undefined): Promise<void> {
    if (key === undefined || fileId === undefined || this.#files.get(key) === fileId) return
    this.#files.set(key, fileId)
    await this.#ask(() => this.#options.files.set(key, fileId))
  }

  /** What is only remembered is no reason not to send a picture. */
  async #ask<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask()
    } catch (err) {
      this.#options.log.warn({ err }, 'it is not remembered which pictures Telegram has')
      return undefined
    }
  }
}

const fileOf = (sent: DeliveryResult) => (sent.kind === 'sent' ? sent.fileId : undefined)

/** JPEG files begin with this byte. */
const JPEG = 0xff

const uploadOf = (file: Uint8Array<ArrayBuffer>): Upload =>
  file[0] === JPEG
    ? new Upload('picture.jpg', 'image/jpeg', file)
    : new Upload('picture.png', 'image/png', file)

const isRefused = (sent: DeliveryResult): boolean => sent.kind === 'failed' && sent.reason === 'refused'
