/**
 * How often a property is tried: so often, times `PROPERTY_TIMES` if that is set (`npm run torture:properties`). On failure
 * fast-check prints the seed and the path to the smallest counterexample; `PROPERTY_SEED` takes that seed.
 */
export const runs = (count: number): { readonly numRuns: number } => ({
  numRuns: count * Number(process.env['PROPERTY_TIMES'] ?? 1),
})
