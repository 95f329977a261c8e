import type { Config } from '../config/index.ts'
import { joinPieces } from '../intake/index.ts'
import type { StoreOptions } from '../store/index.ts'

/** Where the settings want the state to be: in PostgreSQL if there is a `DATABASE_URL`, else in the data folder. */
export const storeOptionsOf = (
  { DATA_DIR, DATABASE_URL, DATABASE_POOL_SIZE, DATABASE_STATEMENT_TIMEOUT }: Config,
  now: () => number,
): StoreOptions => ({
  folder: DATA_DIR,
  join: joinPieces,
  now,
  postgres:
    DATABASE_URL === undefined
      ? undefined
      : {
          url: DATABASE_URL,
          poolSize: DATABASE_POOL_SIZE,
          statementTimeoutMs: DATABASE_STATEMENT_TIMEOUT * 1000,
        },
})
