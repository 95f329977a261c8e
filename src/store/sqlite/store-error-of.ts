import { StoreError, type StoreProblem } from '../store-error.ts'

/** SQLite's result codes that we foresee, by what they begin with: `SQLITE_IOERR_WRITE` is an `SQLITE_IOERR`. */
const PROBLEMS: readonly (readonly [code: string, problem: StoreProblem])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_PERM', 'readOnly'],
  ['SQLITE_CANTOPEN', 'unreachable'],
  ['SQLITE_IOERR', 'unreachable'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
]

const SENTENCES: Readonly<Record<string, (file: string, code: string) => string>> = {
  busy: (file) => `another program holds the database ${file}: try again when it is done`,
  full: (file) => `the disk is full: the database ${file} cannot grow`,
  readOnly: (file) => `the database ${file} cannot be written to: check its permissions`,
  unreachable: (file, code) => `the database ${file} cannot be opened or read (${code})`,
  damaged: (file) =>
    `${file} is damaged or no database: put a backup in its place, or move it away to begin anew`,
}

/** What a driver threw, as the failure that we foresee; anything else comes back as it is. */
export function storeErrorOf(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  const problem = PROBLEMS.find(([prefix]) => code.startsWith(prefix))?.[1]
  const sentence = problem && SENTENCES[problem]?.(file, code)
  return problem && sentence ? new StoreError(problem, file, sentence, { cause: error }) : error
}
