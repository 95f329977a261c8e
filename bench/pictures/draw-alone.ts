import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Picture } from '../../src/pictures/index.ts'
import { bundleScript } from '../../test/support/script-bundle.ts'

/** Processor and clock time of a picture, in milliseconds. */
export interface Time {
  readonly cpuMs: number
  readonly wallMs: number
}

/** Draws pictures one after another in a process of their own, as the bot does: nothing else is in its memory, and it runs the bundle. */
export async function drawAlone(pictures: readonly Picture[]): Promise<readonly Time[]> {
  const program = await bundleScript('../../bench/pictures/drawing-child.ts')
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
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
