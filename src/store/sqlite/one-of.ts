import { sql } from './kysely.ts'

/** A list as one parameter, so that lists of all lengths share one prepared statement. */
export const oneOf = <T extends string | number>(values: readonly T[]) =>
  sql<T>`(SELECT value FROM json_each(${JSON.stringify(values)}))`
