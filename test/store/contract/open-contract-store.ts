import type { Store } from '../../../src/store/index.ts'

/** A store of the running test's own, of the kind that the contract is tested with. */
export interface ContractStore extends Store {
  /** Runs SQL beside a shared store, as somebody else would. */
  readonly runSql: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Another store over the same database, if it is shared. */
  readonly again: () => Promise<Store>
}

export type OpenContractStore = (options?: {
  readonly now?: () => number
  /** Others come to the database, too: then SQLite is on disk. */
  readonly isShared?: boolean
}) => Promise<ContractStore>
