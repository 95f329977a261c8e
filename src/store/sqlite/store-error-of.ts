import { StoreError, type StoreProblem } from '../store-error.ts'

/** SQLite's primary result codes that we foresee, with its own words for each: https://sqlite.org/rescode.html. */
const PROBLEMS: readonly (readonly [code: number, name: string, words: string, problem: StoreProblem])[] = [
  [3, 'SQLITE_PERM', 'access permission denied', 'readOnly'],
  [5, 'SQLITE_BUSY', 'database is locked', 'busy'],
  [6, 'SQLITE_LOCKED', 'database table is locked', 'busy'],
  [8, 'SQLITE_READONLY', 'attempt to write a readonly database', 'readOnly'],
  [10, 'SQLITE_IOERR', 'disk I/O error', 'unreachable'],
  [11, 'SQLITE_CORRUPT', 'database disk image is malformed', 'damaged'],
  [13, 'SQLITE_FULL', 'database or disk is full', 'full'],
  [14, 'SQLITE_CANTOPEN', 'unable to open database file', 'unreachable'],
  [26, 'SQLITE_NOTADB', 'file is not a database', 'damaged'],
]

const SENTENCES: Readonly<Record<string, (file: string, code: string) => string>> = {
  busy: (file) => `another program has locked the database ${file}: try again when it is done`,
  full: (file) => `the disk is full: the database ${file} cannot grow`,
  readOnly: (file) => `the database ${file} cannot be written to: check its permissions`,
  unreachable: (file, code) =>
    `the database ${file} cannot be opened or read (${code}); is the data folder writable?`,
  damaged: (file) =>
    `${file} is damaged or not a database: restore a backup, or move the file away to start anew`,
}

/** What the driver threw, as the failure that we foresee; anything else comes back as it is. */
export function storeErrorOf(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error
  // The low byte is the primary code: SQLITE_IOERR_WRITE is an SQLITE_IOERR. A statement that fails while its rows are
  // read tells no code, only words (@photostructure/sqlite 1.2.1).
  const primary = 'errcode' in error ? Number(error.errcode) & 0xff : undefined
  const found = PROBLEMS.find(([code, , words]) =>
    primary === undefined ? words === error.message : code === primary,
  )
  const [, name = '', , problem] = found ?? []
  const sentence = problem && SENTENCES[problem]?.(file, name)
  return problem && sentence ? new StoreError(problem, file, sentence, { cause: error }) : error
}
