import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Figures, Task } from './task.ts'

/** Room for stock MiniSearch over 100,000 articles; others take what they need. */
const HEAP_MB = 12_000

/** Measures in a process that has done nothing else. @throws with what it said, where it fails */
export function measureFresh(task: Task): Promise<Figures> {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      `--max-old-space-size=${HEAP_MB}`,
      '--import',
      'tsx',
      join(import.meta.dirname, 'child.ts'),
      JSON.stringify(task),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const end = () => void child.kill()
  process.once('exit', end)
  let said = ''
  child.stdout.on('data', (text) => {
    said += String(text)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', end)
      if (code === 0) resolve(JSON.parse(said) as Figures)
      else reject(new Error(`${task.measure} of ${task.engine} ended with ${code}`))
    })
  })
}
