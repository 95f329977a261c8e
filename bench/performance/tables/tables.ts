import type { Bench } from '../bench.ts'
import { buildTable, changeTable, loadTable, memoryTable, queryTable } from './engine-tables.ts'
import { growthTable } from './growth.ts'
import { blocksTable, repliesTable, startTable, tokeniseTable } from './our-tables.ts'
import { relevanceTable } from './relevance.ts'
import { summaryTable } from './summary.ts'
import { targetsTable } from './targets.ts'

/** The tables of docs/performance.md by the names of their places, in the order in which they are measured. */
export const tables = {
  tokenise: tokeniseTable,
  build: buildTable,
  load: loadTable,
  query: queryTable,
  change: changeTable,
  memory: memoryTable,
  relevance: relevanceTable,
  growth: growthTable,
  start: startTable,
  blocks: blocksTable,
  replies: repliesTable,
  summary: summaryTable,
  targets: targetsTable,
} satisfies Readonly<Record<string, (bench: Bench) => Promise<string>>>

export type TableName = keyof typeof tables

export const TABLE_NAMES = Object.keys(tables) as TableName[]
