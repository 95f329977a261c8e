/** Article → the sentences that carry it. */
export { pairsOf } from './pairs.ts'
export { type SummaryOptions, summarise } from './summarise.ts'
