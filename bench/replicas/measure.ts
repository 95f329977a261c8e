import { joinPieces } from '../../src/intake/index.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import type { PostgresServer } from '../../test/support/postgres.ts'

/** A row of the table. */
export interface Row {
  readonly figure: string
  readonly goal: string
  readonly measured: string
  readonly isMet: boolean
}

/** What a measure is given. */
interface Setting {
  /** A private server; each measure makes a database of its own. */
  readonly server: PostgresServer
  readonly seed: number
  /** How many kills, rounds, updates or rows: what it counts. */
  readonly size: number
  /** No kill, round or update is begun after it, by `performance.now()`; the row says how many there were. */
  readonly untilMs: number
  /** Says how far it is. */
  readonly tell: (line: string) => void
}

/** Measures some rows of the table "How good" of several bots. */
export type Measure = (setting: Setting) => Promise<readonly Row[]>

/** The store of a database, as a bot has it. */
export const openBenchStore = (url: string): Promise<Store> =>
  openStore({ postgres: { url, poolSize: 3 }, join: joinPieces, now: () => Date.now() })
