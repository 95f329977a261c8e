import type { Article } from '../domain/index.ts'

/** A file of the corpus folder as it was when it was taken in. */
export interface TakenFile {
  readonly sizeBytes: number
  readonly modifiedMs: number
  /** When it was read, in milliseconds since 1970. */
  readonly takenMs: number
  /** Of its bytes, or why there is none. */
  readonly hash: string
  /** Which version of the page reader cut it. */
  readonly reader: string
  readonly pages: number
  /** A sentence for each thing that could not be read, in English, for the operator. */
  readonly problems: readonly string[]
  /** Since when it is missed in the corpus folder, in milliseconds since 1970; absent while it is there. */
  readonly missingSinceMs?: number
}

/** Where a corpus folder is. Two of which one of the paths is the same are the same folder. */
export interface CorpusFolder {
  /** Absolute, as it was named. */
  readonly path: string
  /** Where symbolic links lead. */
  readonly realPath: string
}

/** A piece of a file to take in: some of its articles, and with the last of them the facts of the file. */
export interface FilePiece {
  /** Path below the corpus folder. */
  readonly file: string
  /** How many articles of this file came before, from 0. */
  readonly place: number
  readonly articles: readonly Article[]
  /** Present if the file is complete: then articles of an older version of it that are not among these are dropped. */
  readonly end?: TakenFile
}

/**
 * Joins the pieces of one day: an article for each piece, with the text of those that continue it, and `undefined` for
 * a piece that was joined to another one, or that another form of its page gives better.
 * @param elsewhere pieces without a day whose text stands on a day: they are joined to nothing
 */
export type JoinPieces = (
  pieces: readonly Article[],
  elsewhere: ReadonlySet<Article>,
) => readonly (Article | undefined)[]

/** How articles without a day are found on the days that hold their text. */
export interface FindOnDays {
  /** A few whole numbers of 32 bits, with sign: texts that are nearly the same share most of theirs. */
  readonly sample: (article: Article) => readonly number[]
  /** Of all that a day holds, which articles of a page stand there too. */
  readonly onDay: (day: readonly Article[]) => (page: readonly Article[]) => ReadonlySet<Article>
}

/**
 * Writes down what of the corpus folder is in the archive. Articles that are the same as before are not touched, so
 * that doing the same again, in this process or another, changes nothing. A file that is being taken out, or whose
 * last articles are, counts as unfinished until the call is done: should the process end before, it is done again.
 * Every method rejects with a `StoreError` when the storage is out of reach.
 */
export interface Manifest {
  /** All files by path; an unfinished one has a size of -1. */
  files(): Promise<ReadonlyMap<string, TakenFile>>
  /** Takes in pieces in one transaction, and joins the continuations of their issues again. */
  take(pieces: readonly FilePiece[]): Promise<void>
  /**
   * Compares a part of what came, changed or went with the articles that have no day: one whose text stands on a day too
   * is not shown. In an archive that has a day for everything nothing is compared.
   * @returns whether there may be more to compare
   */
  compareUndated(find: FindOnDays): Promise<boolean>
  /** Notes in one transaction that files are missed since a time, or (`undefined`) that they are there again. */
  markMissing(files: readonly string[], sinceMs: number | undefined): Promise<void>
  /** The folder that the files are in; undefined until it is set. */
  corpusFolder(): Promise<CorpusFolder | undefined>
  setCorpusFolder(folder: CorpusFolder): Promise<void>
  /** Takes out a file with all its articles, but for those that another file holds too. */
  drop(file: string): Promise<void>
}
