import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { endianness } from 'node:os'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import type { CharacterModel } from './character-model.ts'
import type { Dictionary } from './read-dictionary.ts'
import { WordTrie, type WordTrieTables } from './word-trie.ts'

/** Beside the bundles (docs/adr/0005-bundle-on-demand.md), which are swept by their age; npm empties both. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'paperboy-dictionaries')

/** Changes when the tables, or the way to find a child in them, do. */
const FORM = `2 ${endianness()}`

/** What has been read of jieba's texts. */
export interface Jieba {
  readonly dictionary: Dictionary
  readonly model: CharacterModel
}

/** @returns where what was read of these texts is kept */
export function fileOfDictionary(main: Uint8Array, user: string, model: Uint8Array): string {
  const hash = createHash('sha1')
    .update(FORM)
    .update(main)
    .update('\0')
    .update(user)
    .update('\0')
    .update(model)
  return join(FOLDER, `${hash.digest('hex')}.bin`)
}

/** @returns undefined if it is not kept, or was damaged */
export async function readKept(file: string): Promise<Jieba | undefined> {
  try {
    const bytes = await readFile(file)
    const end = bytes.length - 4
    if (crc32(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) return undefined
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- by its checksum what `keepDictionary` wrote
    const { least, tables, model } = deserialize(bytes.subarray(0, end)) as Kept
    return { dictionary: { words: WordTrie.from(tables), least }, model }
  } catch {
    return undefined
  }
}

/** Keeps what was read for the next start, whole or not at all. Where nothing can be written, each start reads the texts. */
export async function keepDictionary(file: string, { dictionary, model }: Jieba): Promise<void> {
  const { words, least } = dictionary
  const bytes = serialize({ least, tables: words.tables, model } satisfies Kept)
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(bytes))
  const unfinished = `${file}.${randomUUID()}`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(unfinished, [bytes, sum])
    await rename(unfinished, file)
  } catch {
    await rm(unfinished).catch(() => {})
  }
}

interface Kept {
  readonly least: number
  readonly tables: WordTrieTables
  readonly model: CharacterModel
}
