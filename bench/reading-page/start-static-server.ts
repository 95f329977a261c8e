import { fork } from 'node:child_process'
import { join } from 'node:path'

/** Starts a static file server over a folder, in a process of its own. */
export function startStaticServer(folder: string): Promise<{ readonly url: string; stop(): void }> {
  const child = fork(join(import.meta.dirname, 'static-server.js'), [folder])
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('message', (port: unknown) =>
      resolve({ url: `http://127.0.0.1:${Number(port)}`, stop: () => void child.kill() }),
    )
  })
}
