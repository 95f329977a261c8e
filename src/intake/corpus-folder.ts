import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PaperboyError } from '../domain/index.ts'
import type { Archive, CorpusFolder, Manifest } from '../store/index.ts'

/** The archive was made from another corpus folder: taking in this one would drop its articles. */
export class OtherCorpusFolderError extends PaperboyError {
  readonly code = 'OTHER_CORPUS_FOLDER'
  readonly known: string
  readonly given: string
  constructor(known: string, given: string) {
    super(
      `the archive was made from the corpus folder ${known}, not from ${given}: set DATA_DIR (or --data) to another folder for these pages; if this is the same folder in a new place, run paperboy index --move-corpus once`,
    )
    this.known = known
    this.given = given
  }
}

interface CorpusClaim {
  readonly manifest: Manifest
  readonly archive: Archive
  /** The folder takes the place of the one that is known. */
  readonly isMoved?: boolean | undefined
}

/**
 * Notes which corpus folder the archive is made from, and refuses another one. A folder that is not there is left to
 * whoever reads it.
 * @throws {OtherCorpusFolderError}
 */
export async function claimCorpusFolder(
  folder: string,
  { manifest, archive, isMoved = false }: CorpusClaim,
): Promise<void> {
  const found = await locate(folder)
  if (found === undefined) return
  const known = await manifest.corpusFolder()
  if (known?.path === found.path && known.realPath === found.realPath) return
  const isOther = known !== undefined && known.path !== found.path && known.realPath !== found.realPath
  if (isOther && !isMoved && (await archive.size()).files > 0)
    throw new OtherCorpusFolderError(known.path, found.path)
  await manifest.setCorpusFolder(found)
}

async function locate(folder: string): Promise<CorpusFolder | undefined> {
  try {
    return { path: resolve(folder), realPath: await realpath(folder) }
  } catch {
    return undefined
  }
}
