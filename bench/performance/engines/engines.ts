import type { EngineKind } from './engine.ts'

/**
 * All engines that are measured, in the order of the tables. Each is loaded in the process that measures it, and
 * nowhere else: what the others take of memory must not count.
 */
const engines = {
  paperboy: async () => (await import('./paperboy.ts')).paperboy,
  'paperboy-index': async () => (await import('./paperboy-index.ts')).paperboyIndex,
  'paperboy-words': async () => (await import('./paperboy.ts')).paperboyWords,
  minisearch: async () => (await import('../../peers/minisearch.ts')).minisearch,
  'minisearch-grams': async () => (await import('../../peers/minisearch.ts')).minisearchGrams,
  flexsearch: async () => (await import('../../peers/flexsearch.ts')).flexsearch,
  orama: async () => (await import('../../peers/orama.ts')).orama,
  'fts5-memory': async () => (await import('../../peers/fts5.ts')).fts5InMemory,
  'fts5-disk': async () => (await import('../../peers/fts5.ts')).fts5OnDisk,
} satisfies Readonly<Record<string, () => Promise<EngineKind>>>

export type EngineName = keyof typeof engines

export const ENGINE_NAMES = Object.keys(engines) as EngineName[]

/** Every one that somebody might use in our place. */
export const PEERS: readonly EngineName[] = ['minisearch', 'flexsearch', 'orama', 'fts5-memory', 'fts5-disk']

export const loadEngineKind = (name: EngineName): Promise<EngineKind> => engines[name]()

/** As the tables call them. */
export const TITLES: Readonly<Record<EngineName, string>> = {
  paperboy: '**Paperboy**',
  'paperboy-index': '**Paperboy**, index alone',
  'paperboy-words': 'Paperboy, words only',
  minisearch: 'MiniSearch',
  'minisearch-grams': 'MiniSearch, with pairs and characters',
  flexsearch: 'FlexSearch',
  orama: 'Orama',
  'fts5-memory': 'SQLite FTS5 in memory',
  'fts5-disk': 'SQLite FTS5 on disk',
}

/** Starts from what another one saved. */
export const SAVED_BY: Readonly<Partial<Record<EngineName, EngineName>>> = { 'paperboy-index': 'paperboy' }

/** Beyond this an engine is not measured: the JSON of stock MiniSearch would be longer than a string may be. */
export const MOST_ARTICLES: Readonly<Partial<Record<EngineName, number>>> = { 'minisearch-grams': 20_000 }
