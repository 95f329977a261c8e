/** A file of the corpus folder, as it is listed: size and time tell whether it changed. */
export interface CorpusFile {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string
  /** Absolute or as given: what the file is opened by. */
  readonly path: string
  readonly kind: 'page' | 'ready'
  readonly sizeBytes: number
  readonly modifiedMs: number
}

/** `.txt` files are pages, `.jsonl` files articles that come already cut; nothing else is read. */
export const kindOfFile = (name: string): CorpusFile['kind'] | undefined =>
  /\.txt$/i.test(name) ? 'page' : /\.jsonl$/i.test(name) ? 'ready' : undefined
