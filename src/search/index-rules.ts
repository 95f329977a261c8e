import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Tokeniser } from '../language/index.ts'

/** Whose source decides what of an article becomes terms and facts; a folder ends in `/`. */
const SOURCES = ['../language/', './index-fields.ts', './document-facts.ts']

/**
 * Names the rules by which articles become an index: the cutter, the normal form, what Node knows of characters, and
 * a hash of the source. What other rules made cannot be searched by these.
 */
export function readIndexRules(tokeniser: Tokeniser): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const at = new URL(source, import.meta.url)
    const files = source.endsWith('/') ? readdirSync(at).toSorted() : ['']
    for (const file of files) hash.update(readFileSync(new URL(file, at)))
  }
  return `${tokeniser.identity}, unicode ${process.versions['unicode']}, source ${hash.digest('hex').slice(0, 16)}`
}
