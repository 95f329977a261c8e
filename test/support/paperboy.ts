import { Readable } from 'node:stream'
import { run } from '../../src/cli/run.ts'
import { recordOutput } from './output.ts'

/** Runs commands of the command line over a corpus folder and a data folder, in this process. */
export const paperboyOver =
  (corpus: string, data: string) =>
  async (...args: readonly string[]) => {
    const output = recordOutput()
    const code = await run([...args, '--corpus', corpus, '--data', data], {
      env: { LOG_LEVEL: 'error' },
      input: Readable.from([]),
      output,
    })
    return { code, ...output.said }
  }
