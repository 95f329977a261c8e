/** A hit as the server gives it, without its `_id`: columns are read quicker than what is stored by document. */
export interface ServerHit {
  readonly _score: number | null
  readonly fields?: {
    readonly id?: readonly [string]
    readonly printed?: readonly [string]
    readonly date?: readonly [number]
    readonly number?: readonly [number]
    readonly hash?: readonly [string]
  }
  readonly sort?: readonly unknown[]
  readonly matched_queries?: readonly string[]
}

/** Asks for columns of each hit, and for nothing else. */
export const withColumns = (...columns: readonly (keyof NonNullable<ServerHit['fields']>)[]) => ({
  _source: false,
  stored_fields: '_none_',
  docvalue_fields: columns,
})

/** The columns of a hit; 0 and nothing for what it does not have. */
export const columnsOf = ({ fields = {} }: ServerHit) => ({
  id: fields.id?.[0] ?? '',
  printed: fields.printed?.[0] ?? '',
  date: fields.date?.[0] ?? 0,
  number: fields.number?.[0] ?? 0,
  hash: fields.hash?.[0],
})
