import { onTestFinished } from 'vitest'
import type { Article } from '../../src/domain/index.ts'
import { joinPieces } from '../../src/intake/index.ts'
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts'

/** A store of the running test's own; in memory unless a folder is named. */
export async function openTestStore(options: Partial<Omit<StoreOptions, 'join'>> = {}): Promise<Store> {
  const store = await openStore({ join: joinPieces, now: () => 0, ...options })
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
