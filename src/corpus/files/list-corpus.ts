import type { Dir } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CorpusFolderError } from '../../domain/index.ts'
import { type CorpusFile, kindOfFile } from './corpus-file.ts'

/**
 * Lists the pages and ready articles of a corpus folder, in any layout of sub-folders, by name within a folder,
 * files before sub-folders: the same order at every reading. Hidden files are left out. Holds one folder's names
 * at a time.
 * @throws {CorpusFolderError} where the folder, or one below it, cannot be read; a file that vanishes is left out.
 */
export async function* listCorpus(folder: string, below = ''): AsyncGenerator<CorpusFile> {
  const files: string[] = []
  const folders: string[] = []
  for await (const entry of await openFolder(folder, below)) {
    if (entry.name.startsWith('.')) continue
    const isFolder =
      entry.isDirectory() || (entry.isSymbolicLink() && (await isDirectory(join(folder, below, entry.name))))
    if (isFolder) folders.push(entry.name)
    else if (kindOfFile(entry.name)) files.push(entry.name)
  }
  for (const name of files.toSorted(byName)) {
    const found = await describe(folder, below === '' ? name : `${below}/${name}`)
    if (found) yield found
  }
  for (const name of folders.toSorted(byName))
    yield* listCorpus(folder, below === '' ? name : `${below}/${name}`)
}

/** Facts of one file of the corpus folder; `undefined` where it is gone or is neither page nor ready articles. */
export async function describe(folder: string, file: string): Promise<CorpusFile | undefined> {
  const kind = kindOfFile(file)
  if (!kind) return undefined
  const path = join(folder, file)
  const facts = await stat(path).catch(() => undefined)
  if (!facts?.isFile()) return undefined
  return { file, path, kind, sizeBytes: facts.size, modifiedMs: facts.mtimeMs }
}

async function openFolder(folder: string, below: string): Promise<Dir> {
  try {
    return await opendir(join(folder, below))
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    throw new CorpusFolderError(join(folder, below), reason, { cause })
  }
}

const isDirectory = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/** By code unit, so that the order does not hang on the machine's language. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
