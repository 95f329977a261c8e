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

/** What the driver threw, as the failure that we foresee; anything else comes back as it is. */
export function storeErrorOf(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error
  // The low byte is the primary code: SQLITE_IOERR_WRITE is an SQLITE_IOERR.
  const [code = '', problem] = PROBLEMS[Number(error.errcode) & 0xff] ?? []
  const sentence = problem && SENTENCES[problem]?.(file, code)
  return problem && sentence ? new StoreError(problem, file, sentence, { cause: error }) : error
}
