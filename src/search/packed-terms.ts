import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { ByteWriter } from './byte-writer.ts'
import {
  blocksOf,
  eachPosting,
  type FieldPostings,
  type PackedBlock,
  type Postings,
  packBlock,
} from './packed-postings.ts'

/** Rows packed between two breaths: a few milliseconds. */
const SLICE = 4096

/**
 * The terms of an index: postings that came lately in maps, as MiniSearch writes them, all others packed into one
 * array. It stands in for the radix tree of MiniSearch, which scans the children of a node one by one (in Chinese its
 * root has thousands), and for its maps, which take forty times the bytes.
 */
export class PackedTerms {
  readonly #rows = new Map<string, number>()
  #starts = new Uint32Array(1)
  #bytes = new Uint8Array(0)
  #fresh = new Map<string, FieldPostings>()

  /** What MiniSearch adds postings of a new document to. */
  fetch(term: string, create: () => FieldPostings): FieldPostings {
    let fields = this.#fresh.get(term)
    if (fields === undefined) {
      fields = create()
      this.#fresh.set(term, fields)
    }
    return fields
  }

  *keys(): Generator<string> {
    yield* this.#rows.keys()
    for (const term of this.#fresh.keys()) if (!this.#rows.has(term)) yield term
  }

  /** Documents that hold `term`, counted once for each field. */
  count(term: string): number {
    let count = 0
    for (const { count: packed } of this.#blocks(term)) count += packed
    for (const postings of this.#fresh.get(term)?.values() ?? []) count += postings.size
    return count
  }

  /** Gives each field that holds `term`, how many documents hold it there, and a way to visit them. */
  eachField(term: string, give: (field: number, count: number, each: (visit: Visit) => void) => void): void {
    const fresh = this.#fresh.get(term)
    const bytes = this.#bytes
    const seen = new Set<number>()
    for (const block of this.#blocks(term)) {
      const more = fresh?.get(block.field)
      seen.add(block.field)
      give(block.field, block.count + (more?.size ?? 0), (visit) => {
        eachPosting(bytes, block, visit)
        more?.forEach((frequency, document) => visit(document, frequency))
      })
    }
    for (const [field, postings] of fresh ?? [])
      if (!seen.has(field))
        give(field, postings.size, (visit) =>
          postings.forEach((frequency, document) => visit(document, frequency)),
        )
  }

  /**
   * Packs what came lately and sweeps out documents that are gone. Breathes between slices; queries meanwhile see
   * what they saw before. Nothing may be added before it has settled.
   * @param isGone undefined where no document was removed: rows without news are then copied as they are
   */
  async pack(isGone: ((document: number) => boolean) | undefined): Promise<void> {
    const fresh = this.#fresh
    const rows = Array.from(this.keys())
    const starts = new Uint32Array(rows.length + 1)
    const writer = new ByteWriter(this.#bytes.length + 4 * fresh.size)
    for (const [row, term] of rows.entries()) {
      if (row % SLICE === SLICE - 1) await yieldToOthers()
      starts[row] = writer.length
      const news = fresh.get(term)
      if (isGone !== undefined) this.#packLiving(term, isGone, writer)
      else if (news === undefined)
        writer.copy(this.#bytes.subarray(this.#starts[row] ?? 0, this.#starts[row + 1] ?? 0))
      else this.#packMore(term, news, writer)
    }
    starts[rows.length] = writer.length
    for (const term of fresh.keys()) if (!this.#rows.has(term)) this.#rows.set(term, this.#rows.size)
    this.#starts = starts
    this.#bytes = writer.bytes.slice(0, writer.length)
    this.#fresh = new Map()
  }

  #packMore(term: string, news: FieldPostings, writer: ByteWriter): void {
    const blocks = this.#blocks(term)
    for (const block of blocks)
      packBlock(block.field, { bytes: this.#bytes, block }, news.get(block.field), writer)
    for (const [field, postings] of news)
      if (!blocks.some((it) => it.field === field)) packBlock(field, undefined, postings, writer)
  }

  #packLiving(term: string, isGone: (document: number) => boolean, writer: ByteWriter): void {
    this.eachField(term, (field, _count, each) => {
      const living: Postings = new Map()
      each((document, frequency) => {
        if (!isGone(document)) living.set(document, frequency)
      })
      packBlock(field, undefined, living, writer)
    })
  }

  #blocks(term: string): readonly PackedBlock[] {
    const row = this.#rows.get(term)
    return row === undefined ? [] : blocksOf(this.#bytes, this.#starts[row] ?? 0, this.#starts[row + 1] ?? 0)
  }
}

export type Visit = (document: number, frequency: number) => void
