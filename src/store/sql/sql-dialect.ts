import type { Kysely, RawBuilder } from 'kysely'
import type { Schema } from './schema.ts'

/** What a column of {@link SqlDialect.rowsOf} holds. `integer`: whole numbers up to 2^53. */
export type ColumnType = 'text' | 'integer' | 'number'

/**
 * What the databases say differently, or do: all other statements are standard SQL and shared. The methods that lock
 * are for databases that let several transactions write at a time; they are called in one, and hold until it ends.
 */
export interface SqlDialect {
  /** True where the column holds one of the values: one parameter, so that lists of all lengths are one statement. */
  isOneOf(column: string, values: readonly (string | number)[]): RawBuilder<boolean>
  /**
   * Rows as a table to select from, named `it`, with as many parameters however many there are.
   * @param columns in the order of the values of a row
   */
  rowsOf(
    columns: readonly (readonly [name: string, type: ColumnType])[],
    rows: readonly (readonly (string | number | null)[])[],
  ): RawBuilder<unknown>
  /** Rows that one statement should write at most, so that nothing else waits for long. */
  readonly rowsAtOnce: number
  /** Told after many rows were added at once, so that the planner of statements knows of them. */
  addedMany(db: Kysely<Schema>, table: keyof Schema): Promise<void>
  /** A key that is greater than those before: what the database gives by itself, or else this query finds. */
  nextKey(query: RawBuilder<number>): RawBuilder<number>
  /** Lets one transaction at a time count and change what a chat has. */
  lockChat(trx: Kysely<Schema>, chatId: number): Promise<void>
  /** Lets one transaction at a time change the archive, and so join the pieces of an issue. */
  lockArchive(trx: Kysely<Schema>): Promise<void>
  /** True unless another process has become the leader, for as long as the statement takes. */
  mayClaim(): RawBuilder<boolean>
  /** Told after rows were written with keys of their own: later keys and revisions are greater. */
  afterCopy(trx: Kysely<Schema>): Promise<void>
  /** Told after rows about people were deleted: nothing of them is to stay in the files, as far as it is in our hands. */
  afterForgetting(db: Kysely<Schema>): Promise<void>
  /** Takes the next revisions, so that they are seen in the order of their numbers. @returns the first of them */
  takeRevisions(trx: Kysely<Schema>, count: number): Promise<number>
}
