import type { Article } from '../../domain/index.ts'
import type { StoredText } from './article-row.ts'
import { articleOf } from './article-row.ts'

/** Characters of JSON that are kept as articles: some 30 MB of memory. */
const CAPACITY = 6_000_000
/** One that is longer would push out too many others. */
const LONGEST = 200_000

interface Kept {
  readonly hash: string
  readonly size: number
  readonly article: Article
}

/** An article's row: what it says, and the hash of that. */
export interface HashedText extends StoredText {
  readonly id: string
  readonly hash: string
}

/**
 * Keeps the articles that were read last, since to parse one costs more than all else about it, and a burst of readers
 * asks for the same ones. The hash of the row tells whether an article is still right, whichever process wrote it.
 */
export class ArticleCache {
  /** Least recently used first. */
  readonly #kept = new Map<string, Kept>()
  #size = 0

  has(id: string): boolean {
    return this.#kept.has(id)
  }

  /** The article, if it is kept as it is now. */
  get(id: string, hash: string): Article | undefined {
    const kept = this.#kept.get(id)
    if (kept?.hash !== hash) return undefined
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    return kept.article
  }

  /** Reads a row, and keeps its article; undefined if the row is damaged. */
  read(row: HashedText): Article | undefined {
    const article = articleOf(row)
    const size = (row.as_joined ?? row.as_cut).length
    this.#drop(row.id)
    if (article === undefined || size > LONGEST) return article
    this.#kept.set(row.id, { hash: row.hash, size, article })
    this.#size += size
    for (const id of this.#kept.keys()) {
      if (this.#size <= CAPACITY) break
      this.#drop(id)
    }
    return article
  }

  #drop(id: string): void {
    this.#size -= this.#kept.get(id)?.size ?? 0
    this.#kept.delete(id)
  }
}
