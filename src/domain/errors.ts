/** A failure that we foresee. `code` is for programs, `message` for whoever runs the bot. */
export abstract class PaperboyError extends Error {
  abstract readonly code: string
}

/** A file of the corpus folder that gives no articles. It is reported and skipped, and the run goes on. */
export class UnreadablePageError extends PaperboyError {
  readonly code = 'UNREADABLE_PAGE'
  readonly file: string
  /** Offset of the first bad byte, from 0, where there is one. */
  readonly offset: number | undefined
  /** @param options `advice`: what to do about it */
  constructor(
    file: string,
    reason: string,
    offset?: number,
    { advice, ...options }: ErrorOptions & { readonly advice?: string } = {},
  ) {
    const at = offset === undefined ? '' : ` at byte ${offset}`
    super(`cannot read ${file}: ${reason}${at}${advice === undefined ? '' : `; ${advice}`}`, options)
    this.file = file
    this.offset = offset
  }
}

/** The folder with the pages cannot be read at all. */
export class CorpusFolderError extends PaperboyError {
  readonly code = 'CORPUS_FOLDER'
  readonly folder: string
  constructor(folder: string, reason: string, options?: ErrorOptions) {
    super(
      `cannot read the folder ${folder}: ${reason}; set CORPUS_DIR to the folder with your pages`,
      options,
    )
    this.folder = folder
  }
}
