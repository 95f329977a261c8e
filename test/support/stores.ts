import { onTestFinished } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import { joinPieces } from '../../src/intake/index.ts'
import {
  type DriverName,
  loadDriver,
  openStore,
  type Store,
  type StoreOptions,
} from '../../src/store/index.ts'

/** The drivers that this machine can load. */
export const drivers = (['better-sqlite3', 'libsql'] as const satisfies readonly DriverName[]).filter(
  (name) => loadDriver(name) !== undefined,
)

/** A store of the running test's own; in memory unless a folder is named. */
export async function openTestStore(options: Omit<StoreOptions, 'join'> = {}): Promise<Store> {
  const store = await openStore({ join: joinPieces, ...options })
  onTestFinished(() => store.close())
  return store
}

/** Facts of a file that nobody looks at. */
export const someFacts = {
  sizeBytes: 1,
  modifiedMs: 0,
  takenMs: 0,
  hash: 'h',
  reader: 'r',
  pages: 1,
  problems: [],
}

/** Puts articles into the archive as the intake does: file by file, each file whole. */
export async function shelve(
  { manifest }: Pick<Store, 'manifest'>,
  articles: readonly Article[],
): Promise<void> {
  const files = [...new Set(articles.map(({ source }) => source.file))]
  await manifest.take(
    files.map((file) => ({
      file,
      place: 0,
      articles: articles.filter(({ source }) => source.file === file),
      end: someFacts,
    })),
  )
}
