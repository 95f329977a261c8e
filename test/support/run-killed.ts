import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { bundleScript } from './script-bundle.ts'

/**
 * Runs a script of this folder in a process of its own, and kills it once it has said more than `after` lines.
 * @returns what it said, and whether it was killed before it had ended
 */
export async function runKilled(
  script: string,
  args: readonly string[],
  after: number,
): Promise<{ readonly said: string; readonly wasKilled: boolean }> {
  const child = spawn(process.execPath, [await bundleScript(script), ...args])
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.split('\n').length > after) child.kill('SIGKILL')
  })
  child.stderr.pipe(process.stderr)
  const [code] = (await once(child, 'close')) as [number | null]
  return { said, wasKilled: code === null }
}
