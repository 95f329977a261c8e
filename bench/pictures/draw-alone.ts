import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Picture } from '../../src/pictures/index.ts'

/** Processor and clock time of a picture, in milliseconds. */
export interface Time {
  readonly cpuMs: number
  readonly wallMs: number
}

/** Draws pictures one after another in a process of their own, as the bot does: nothing else is in its memory. */
export async function drawAlone(pictures: readonly Picture[]): Promise<readonly Time[]> {
  const program = new URL('./drawing-child.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(pictures.map((it) => `${JSON.stringify(it)}\n`).join(''))
  const said = await text(child.stdout)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own child
  const times = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Time)
  if (times.length !== pictures.length) throw new Error('the drawing process has ended early')
  return times
}
