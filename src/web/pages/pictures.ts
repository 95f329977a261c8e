import { composeCard, composedFront, quotableSentences, type Texts } from '../../chat/index.ts'
import { LRUCache } from '../../ops/index.ts'
import { summarise } from '../../summary/index.ts'
import type { SiteParts } from './site-parts.ts'

/** Sentences on the card of a link. */
const SENTENCES = 2
/** Bytes of pictures that are kept. */
const CAPACITY = 24 * 2 ** 20

/**
 * Draws the pictures of articles, one at a time, and keeps those that were asked for last. What several ask for at once
 * is drawn once.
 */
export class Pictures {
  readonly #parts: SiteParts
  /** Settles when nothing is being drawn. */
  #idle: Promise<unknown> = Promise.resolve()
  readonly #kept = new LRUCache<string, Uint8Array>({
    maxSize: CAPACITY,
    sizeCalculation: (picture) => picture.length,
  })
  readonly #drawing = new Map<string, Promise<Uint8Array | undefined>>()

  constructor(parts: SiteParts) {
    this.#parts = parts
  }

  /** A card with the key sentences of an article; undefined if there is no such article. */
  card(id: string, texts: Texts, isDark: boolean): Promise<Uint8Array | undefined> {
    return this.#keep(`card ${id} ${texts.language} ${isDark}`, async () => {
      const article = await this.#parts.archive.get(id)
      if (article === undefined) return undefined
      const all = quotableSentences(article)
      const key = new Set(summarise(article, { sentences: SENTENCES }))
      const chosen = all.filter(({ text }) => key.has(text))
      const quoted = chosen.length > 0 ? chosen : all.slice(0, SENTENCES)
      return this.#parts.drawCard(composeCard(article, quoted, [], { bot: this.#parts.bot(), isDark }, texts))
    })
  }

  /** The front page of a day, composed of its stories; undefined if there is no paper of it. */
  front(day: string, texts: Texts, isDark: boolean): Promise<Uint8Array | undefined> {
    return this.#keep(`front ${day} ${texts.language} ${isDark}`, async () => {
      const front = await composedFront(this.#parts, day, { bot: this.#parts.bot(), isDark }, texts)
      return front && this.#parts.drawCard(front)
    })
  }

  /** The printed page of an article; undefined if its source shows none. */
  page(id: string): Promise<Uint8Array | undefined> {
    return this.#keep(`page ${id}`, async () => {
      const article = await this.#parts.archive.get(id)
      return article && this.#parts.drawPage(article)
    })
  }

  #keep(name: string, draw: () => Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined> {
    const kept = this.#kept.get(name)
    if (kept) return Promise.resolve(kept)
    const drawing = this.#drawing.get(name) ?? this.#draw(name, draw)
    this.#drawing.set(name, drawing)
    return drawing
  }

  async #draw(name: string, draw: () => Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined> {
    const drawn = this.#idle.then(draw)
    this.#idle = drawn.catch(() => {})
    try {
      const picture = await drawn
      if (picture) this.#kept.set(name, picture)
      return picture
    } finally {
      this.#drawing.delete(name)
    }
  }
}
