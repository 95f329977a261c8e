import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** The parts whose code decides what a page file gives. */
const PARTS = ['corpus', 'domain']

/**
 * Names the version of the page reader: a hash of its source. Files that another version cut are cut again, so
 * that an archive never holds what an older reader misread.
 */
export function readReaderIdentity(): string {
  const hash = createHash('sha256')
  for (const part of PARTS) {
    const folder = new URL(`../${part}/`, import.meta.url)
    for (const name of readdirSync(folder).toSorted())
      if (name.endsWith('.ts')) hash.update(readFileSync(new URL(name, folder)))
  }
  return hash.digest('hex').slice(0, 16)
}
