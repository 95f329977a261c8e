import { withRoom } from './columns.ts'
import type { DocumentSet } from './document-set.ts'

/** Documents that hold a term in one field, ascending, and how often each does. Used over and over, for one at a time. */
export class PostingList {
  documents = new Uint32Array(16)
  frequencies = new Uint32Array(16)
  count = 0

  /** Makes room for so many more. */
  reserve(more: number): void {
    this.documents = withRoom(this.documents, this.count + more)
    this.frequencies = withRoom(this.frequencies, this.count + more)
  }

  append({ documents, frequencies, count }: PostingList): void {
    this.reserve(count)
    this.documents.set(documents.subarray(0, count), this.count)
    this.frequencies.set(frequencies.subarray(0, count), this.count)
    this.count += count
  }

  /** Leaves out all other documents. */
  keep(wanted: DocumentSet): void {
    const { documents, frequencies } = this
    let kept = 0
    for (let i = 0; i < this.count; i++) {
      const document = documents[i] ?? 0
      if (!wanted.has(document)) continue
      documents[kept] = document
      frequencies[kept] = frequencies[i] ?? 0
      kept++
    }
    this.count = kept
  }
}
