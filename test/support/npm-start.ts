import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { cleanEnvironment, putReadPages } from './bot-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * `npm start`, as a person types it, waited for until the bot can be talked to.
 * @param command what is run in its place, such as `npm start` in a terminal
 */
export async function npmStart(
  settings: Readonly<Record<string, string>> = {},
  [program = '', ...args]: readonly string[] = ['npm', 'start'],
) {
  const data = temporaryFolder()
  putReadPages(data)
  const child = spawn(program, args, {
    cwd: root,
    // npm hands on what an outer npm set; the bot's own settings come from here alone.
    env: cleanEnvironment({ DATA_DIR: data, LOG_LEVEL: 'info', TERM: 'xterm', ...settings }),
    detached: true,
  })
  const said = { out: '', err: '' }
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  // Whatever the test did: nothing of the group is left.
  onTestFinished(() => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL')
    } catch {
      // It is gone, as it should be.
    }
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text
    })
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text
      const found = /talk to it +(http\S+)/.exec(said.out)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then((code) => reject(new Error(`exit ${code}: ${said.out}${said.err}`)))
  })
  return { child, said, ended, url }
}

/** Settles when nobody answers at an address any more. */
export async function nobodyAt(url: string): Promise<void> {
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    )
  while (await answers()) await new Promise((resolve) => setTimeout(resolve, 50))
}
