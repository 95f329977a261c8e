import type { Compilable, CompiledQuery, Kysely } from './kysely.ts'
import type { Schema } from './schema.ts'

/** What a kept query may be given, by name. */
type Values = Readonly<Record<string, string | number | null>>

/** Stands for a value while a query is compiled: Kysely hands on what is bound as it is. */
class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** Names a value of a kept query where it stands. */
export type ValueOf<V extends Values> = <N extends keyof V & string>(name: N) => V[N]

/** Runs a kept query with these values. */
export type KeptQuery<V extends Values, Row> = (on: Kysely<Schema>, values: V) => Promise<readonly Row[]>

/**
 * Keeps a query compiled. To build it and to write its SQL takes Kysely longer than the database to find nothing by it.
 * @param make builds the query, once, with what stands for each value; it must not look at them
 */
export function keepQuery<V extends Values, Row>(
  make: (value: ValueOf<V>) => Compilable<Row>,
): KeptQuery<V, Row> {
  let kept: CompiledQuery<Row> | undefined
  return async (on, values) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is compiled takes any value, and looks at none
    kept ??= make((name) => new Placeholder(name) as unknown as V[typeof name]).compile()
    const parameters = kept.parameters.map((it) => (it instanceof Placeholder ? values[it.name] : it))
    return (await on.executeQuery<Row>({ ...kept, parameters })).rows
  }
}
