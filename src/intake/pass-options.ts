import type { Logger } from '../ops/index.ts'
import type { Manifest } from '../store/index.ts'
import type { MissingFiles } from './missing-files.ts'

/** How far the intake is; both numbers grow while the folder is being looked through. */
export interface IntakeProgress {
  /** Files that were new or changed and have been taken in. */
  readonly done: number
  readonly total: number
  /** The file that is being read, if it is so large that it may take long. */
  readonly reading?: { readonly file: string; readonly sizeBytes: number }
}

/** What one pass over the corpus folder needs. */
export interface PassOptions {
  /** The corpus folder. */
  readonly folder: string
  readonly manifest: Manifest
  /** The version of the page reader, by which the manifest tells what must be read again. */
  readonly reader: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A file that was changed less than this ago is left for the next pass: somebody may still be writing it. */
  readonly restMs: number
  /** Whether articles of missing files are removed at once, however many they are. */
  readonly prune: boolean
  /** Told of every file that has, or no longer has, something that cannot be read: a sentence for each. */
  readonly onProblems: (file: string, problems: readonly string[]) => void
  readonly onProgress: (progress: IntakeProgress) => void
  readonly signal?: AbortSignal
  /** Whether somebody waits for answers of this process meanwhile. */
  readonly answering: boolean
  /** How many threads read pages; by default as many as are worth it. */
  readonly threads?: number | undefined
  readonly log: Pick<Logger, 'warn'>
}

/** What one pass did. */
export interface PassReport {
  /** Files that were taken in, and those whose articles were removed. */
  readonly taken: number
  readonly dropped: number
  /** Files that were left for the next pass. */
  readonly postponed: number
  /** Folders with pages in them, to be watched; below the corpus folder, `''` for itself. */
  readonly folders: readonly string[]
  /** How many files were not read, by the reason: their ending, or that a better form of the page is there. */
  readonly passedOver: ReadonlyMap<string, number>
  /** There if files are missing whose articles are kept for the time being. */
  readonly missing?: MissingFiles
}
