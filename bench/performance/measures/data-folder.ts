import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { joinPieces } from '../../../src/intake/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { cleanEnvironment } from '../../../test/support/bot-process.ts'
import type { MadeCorpus } from '../corpus/write-corpus.ts'

const root = join(import.meta.dirname, '..', '..', '..')

interface Settings extends Record<string, string> {
  CORPUS_DIR: string
  DATA_DIR: string
}

/** Settings under which the corpus has been taken in: `paperboy index` has run, as after any earlier start. */
export async function settingsFor({ corpus, folder }: MadeCorpus): Promise<Settings> {
  const data = join(folder, 'data')
  const settings = { CORPUS_DIR: corpus, DATA_DIR: data }
  if (!existsSync(data)) await runPaperboy(['index'], settings)
  return settings
}

/** The archive as the bot has it, which our engine asks for texts. */
export async function openArchive(corpus: MadeCorpus): Promise<Store> {
  const { DATA_DIR: folder } = await settingsFor(corpus)
  return openStore({ folder, join: joinPieces, now: () => Date.now() })
}

/** Runs the command line in a process of its own, as `npx paperboy` does. @returns ms to its first word, and to its end */
export function runPaperboy(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly firstWordMs: number; readonly endMs: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, ['src/cli/paperboy.js', ...args], {
    cwd: root,
    env: cleanEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let firstWordMs = Number.NaN
  let said = ''
  child.stdout.once('data', () => {
    firstWordMs = performance.now() - began
  })
  child.stderr.on('data', (text) => {
    said += String(text)
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) resolve({ firstWordMs, endMs: performance.now() - began })
      else reject(new Error(`paperboy ${args.join(' ')} ended with ${code}: ${said}`))
    })
  })
}
