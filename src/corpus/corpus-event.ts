import type { UnreadablePageError } from '../domain/index.ts'
import type { Page } from './articles/page.ts'
import type { CorpusFile, FileKind } from './files/corpus-file.ts'

/** What the reading of a corpus tells, in order. */
export type CorpusEvent =
  /** A page, or some ready articles of a JSON Lines file. A huge file gives many. */
  | {
      readonly event: 'page'
      readonly file: CorpusFile
      readonly page: Page
      /** What its file was taken for, if its name says another form. */
      readonly form?: FileKind
    }
  /** A file, or one line of it, that gives nothing. The reading goes on behind it. */
  | { readonly event: 'unreadable'; readonly file: CorpusFile; readonly error: UnreadablePageError }
  /** Something that whoever keeps the files should know, in English. The text was read all the same. */
  | {
      readonly event: 'warning'
      readonly file: CorpusFile
      readonly message: string
      /** Why the corrections of a page do not fit it, if it is about them. */
      readonly misfit?: string
    }
  /**
   * A file is done. `contentHash` is the SHA-256 of its bytes in hex, up to those that cannot be read as text; absent
   * if the system did not give them all: the next try may go better.
   */
  | { readonly event: 'end'; readonly file: CorpusFile; readonly contentHash?: string }
