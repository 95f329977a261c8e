import { DIMENSIONS } from '../../language/index.ts'
import { type SignedBytes, withRoom } from './columns.ts'
import type { DocumentTest } from './document-values.ts'
import { topK } from './top-k.ts'

/** A document, and the cosine between what its headline means and what was asked for. */
export interface AlikeDocument {
  readonly document: number
  readonly cosine: number
}

/** What the headlines of the documents mean, by the numbers of the documents. */
export interface HeadlineVectors {
  /** @param vector of length 1; undefined if nothing is known of the headline: then it is like nothing */
  set(document: number, vector: Float32Array | undefined): void
  remove(document: number): void
  /** The cosine between a vector of length 1 and a headline; 0 if nothing is known of the headline. */
  cosine(document: number, vector: Float32Array): number
  /** The documents that pass and are at least so much alike, the likest first. */
  nearest(
    vector: Float32Array,
    wanted: { readonly limit: number; readonly least: number; readonly passes: DocumentTest },
  ): readonly AlikeDocument[]
  column(): SignedBytes
  load(column: SignedBytes): void
}

/** A number between -1 and 1 as a byte: the cosine of two headlines is off by some thousandths. */
const SCALE = 127

/** No headlines yet. All are compared, one after the other: 20,000 take 2 ms. */
export function createHeadlineVectors(): HeadlineVectors {
  let column: SignedBytes = new Int8Array(0)
  let size = 0
  const cosine = (document: number, vector: Float32Array) => {
    const values = column
    let at = document * DIMENSIONS
    let sum = 0
    for (let i = 0; i < DIMENSIONS; i++) sum += (values[at++] ?? 0) * (vector[i] ?? 0)
    return sum / SCALE
  }
  return {
    set: (document, vector) => {
      size = Math.max(size, document + 1)
      column = withRoom(column, size * DIMENSIONS)
      const at = document * DIMENSIONS
      column.fill(0, at, at + DIMENSIONS)
      for (const [i, value] of vector?.entries() ?? []) column[at + i] = Math.round(SCALE * value)
    },
    remove: (document) => {
      column.fill(0, document * DIMENSIONS, (document + 1) * DIMENSIONS)
    },
    cosine,
    nearest: (vector, { limit, least, passes }) => {
      if (limit === 0) return []
      const alike: AlikeDocument[] = []
      for (let document = 0; document < size; document++) {
        const it = cosine(document, vector)
        if (it >= least && passes(document)) alike.push({ document, cosine: it })
      }
      const at = (place: number) => alike[place]?.cosine ?? 0
      return topK(alike.length, limit, (a, b) => at(b) - at(a) || b - a).flatMap(
        (place) => alike[place] ?? [],
      )
    },
    column: () => column.subarray(0, size * DIMENSIONS),
    load: (loaded) => {
      column = loaded
      size = loaded.length / DIMENSIONS
    },
  }
}
