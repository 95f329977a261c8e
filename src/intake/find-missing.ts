import { listCorpus } from '../corpus/index.ts'
import { CorpusFolderError } from '../domain/index.ts'
import type { Manifest } from '../store/index.ts'
import { decideMissing, type MissingFiles } from './missing-files.ts'

/**
 * Looks which missing files' articles a pass would keep now, and changes nothing. Files that were moved since the last
 * pass count as missing.
 * @returns `undefined` if there are none, or the folder cannot be read, so that nothing is known of it
 */
export async function findMissing(
  folder: string,
  manifest: Manifest,
  nowMs: number,
): Promise<MissingFiles | undefined> {
  const present = new Set<string>()
  const unreadable: string[] = []
  try {
    for await (const { file } of listCorpus(folder, (entry) => unreadable.push(entry.file))) present.add(file)
  } catch (error) {
    if (!(error instanceof CorpusFolderError)) throw error
    if (!isNotThere(error)) return undefined
  }
  return decideMissing(await manifest.files(), { present, unreadable }, { nowMs, prune: false }).missing
}

/** A drive that is not mounted takes the folder with it. If it cannot be read, nothing is known of what is in it. */
export const isNotThere = (error: unknown): boolean =>
  error instanceof CorpusFolderError &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  (error.cause.code === 'ENOENT' || error.cause.code === 'ENOTDIR')
