import type { MadeCorpus } from './corpus/write-corpus.ts'
import type { EngineName } from './engines/engines.ts'

/** One measurement, made in a process of its own. */
export interface Task {
  readonly measure: MeasureName
  /** Ours, where a measurement knows no other. */
  readonly engine: EngineName
  readonly corpus: MadeCorpus
  /** The folder with news and known questions. */
  readonly news: string
}

/** What a measurement gives, by name; a figure that there is not is left out. */
export type Figures = Readonly<Record<string, number>>

export type Measure = (task: Task) => Promise<Figures>

/** Each is loaded in the process that measures, and nothing else with it. */
export const measures = {
  tokenise: async () => (await import('./measures/tokenise.ts')).measureTokenise,
  build: async () => (await import('./measures/build.ts')).measureBuild,
  load: async () => (await import('./measures/load.ts')).measureLoad,
  query: async () => (await import('./measures/query.ts')).measureQueries,
  change: async () => (await import('./measures/change.ts')).measureChanges,
  memory: async () => (await import('./measures/memory.ts')).measureMemory,
  relevance: async () => (await import('./measures/relevance.ts')).measureRelevance,
  start: async () => (await import('./measures/start.ts')).measureStart,
  replies: async () => (await import('./measures/replies.ts')).measureReplies,
  blocks: async () => (await import('./measures/blocks.ts')).measureBlocks,
} satisfies Readonly<Record<string, () => Promise<Measure>>>

export type MeasureName = keyof typeof measures
