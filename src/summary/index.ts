/** Article → the sentences that carry it. */
export { type SummaryOptions, summarise } from './summarise.ts'
