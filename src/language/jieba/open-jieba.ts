import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { yieldToEventLoop } from '../../concurrency/index.ts'
import type { Segmenter } from '../segmenter.ts'
import { readCharacterModel } from './character-model.ts'
import { createJiebaSegmenter } from './jieba-segmenter.ts'
import { fileOfDictionary, type Jieba, keepDictionary, readKept } from './kept-dictionary.ts'
import { readDictionary } from './read-dictionary.ts'

/** Changes where the same dictionary would cut otherwise. */
const RULES = 'hmm 1'

/** Where nodejieba keeps jieba's dictionary and model. Its native part is not loaded by asking. */
interface Files {
  readonly DEFAULT_DICT: string
  readonly DEFAULT_USER_DICT: string
  readonly DEFAULT_HMM_DICT: string
}

/**
 * Opens jieba's dictionary as it comes with nodejieba (30 to 40 MB): its text is read once (0.2 s), and the tables that
 * it gives each time after. Others have their turn meanwhile.
 * @returns undefined where nodejieba is not installed
 */
export async function openJieba(): Promise<Segmenter | undefined> {
  const require = createRequire(import.meta.url)
  let files: Files
  try {
    files = require('nodejieba')
  } catch {
    return undefined
  }
  const { version }: { readonly version: string } = require('nodejieba/package.json')
  const [main, user, hmm] = await Promise.all([
    readFile(files.DEFAULT_DICT),
    readFile(files.DEFAULT_USER_DICT, 'utf8'),
    readFile(files.DEFAULT_HMM_DICT),
  ])
  const { dictionary, model } = await openTables(main, user, hmm)
  await yieldToEventLoop()
  return createJiebaSegmenter(`jieba ${version} ${RULES}`, dictionary, model)
}

async function openTables(main: Uint8Array, user: string, hmm: Buffer): Promise<Jieba> {
  const file = fileOfDictionary(main, user, hmm)
  const kept = await readKept(file)
  if (kept !== undefined) return kept
  const dictionary = await readDictionary(main, user)
  await yieldToEventLoop()
  const read = { dictionary, model: readCharacterModel(hmm.toString()) }
  await keepDictionary(file, read)
  return read
}
