import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { bundleScript } from '../../test/support/script-bundle.ts'
import type { scorePdfs } from './score-pdfs.ts'

/** In bytes: the figures of some thousand files. */
const MOST_OUTPUT = 64 * 1024 * 1024

/**
 * Reads and scores the PDFs of a folder as {@link scorePdfs} does, in a process of its own whose code is bundled as `npm start` bundles it: what
 * people run.
 */
export async function scoreCompiled(folder: string): Promise<Awaited<ReturnType<typeof scorePdfs>>> {
  const script = await bundleScript('../../bench/pages/score-process.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder], { maxBuffer: MOST_OUTPUT })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what our own script writes
  return JSON.parse(stdout) as Awaited<ReturnType<typeof scorePdfs>>
}
