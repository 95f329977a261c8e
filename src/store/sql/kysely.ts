import { createRequire } from 'node:module'

// Its CommonJS build: as modules its 250 files take half a second of every start, so a fifth of that.
const kysely: typeof import('kysely') = createRequire(import.meta.url)('kysely')

/** The parts of Kysely that the store uses, from its CommonJS build. */
export const { Kysely, PostgresDialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } = kysely

/** The query builder over the tables of `Schema`: the class above, as a type. */
export type Kysely<Schema> = import('kysely').Kysely<Schema>
export type * from 'kysely'
