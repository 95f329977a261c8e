import { StoreError, type StoreProblem } from '../store-error.ts'

/** SQLite's primary result codes that we foresee: https://sqlite.org/rescode.html. */
const PROBLEMS: Readonly<Record<number, readonly [name: string, problem: StoreProblem]>> = {
  3: ['SQLITE_PERM', 'readOnly'],
  5: ['SQLITE_BUSY', 'busy'],
  6: ['SQLITE_LOCKED', 'busy'],
  8: ['SQLITE_READONLY', 'readOnly'],
  10: ['SQLITE_IOERR', 'unreachable'],
  11: ['SQLITE_CORRUPT', 'damaged'],
  13: ['SQLITE_FULL', 'full'],
  14: ['SQLITE_CANTOPEN', 'unreachable'],
  26: ['SQLITE_NOTADB', 'damaged'],
}

const SENTENCES: Readonly<Record<string, (file: string, code: string) => string>> = {
  busy: (file) => `another program has locked the database ${file}: try again when it is done`,
  full: (file) => `the disk is full: the database ${file} cannot grow`,
  readOnly: (file) => `the database ${file} cannot be written to: check its permissions`,
  unreachable: (file, code) => `the database ${file} cannot be opened or read (${code})`,
  damaged: (file) =>
    `${file} is damaged or not a database: restore a backup, or move the file away to start anew`,
}

/** SQLite's own words for its primary codes (`sqlite3_errstr`). */
const CODE_OF_WORDS: Readonly<Record<string, number>> = {
  'access permission denied': 3,
  'database is locked': 5,
  'database table is locked': 6,
  'attempt to write a readonly database': 8,
  'disk I/O error': 10,
  'database disk image is malformed': 11,
  'database or disk is full': 13,
  'unable to open database file': 14,
  'file is not a database': 26,
}

/** What the driver threw, as the failure that we foresee; anything else comes back as it is. */
export function storeErrorOf(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error
  // The low byte is the primary code: SQLITE_IOERR_WRITE is an SQLITE_IOERR. A statement that fails while its rows are
  // read tells no code, only words (@photostructure/sqlite 1.2.1).
  const [code = '', problem] =
    PROBLEMS['errcode' in error ? Number(error.errcode) & 0xff : (CODE_OF_WORDS[error.message] ?? -1)] ?? []
  const sentence = problem && SENTENCES[problem]?.(file, code)
  return problem && sentence ? new StoreError(problem, file, sentence, { cause: error }) : error
}
