/** How much a term counts by the name of the field that holds it; 0, or left out, is not at all. */
export type FieldBoosts = Readonly<Partial<Record<string, number>>>

/** A term of the query, and what it is worth in each field. */
export interface WeightedTerm {
  readonly term: string
  readonly boosts: FieldBoosts
}
