// Draws the pictures that its input names, a line of JSON each, and prints the time of each: see draw-alone.ts.
import { createInterface } from 'node:readline'
import { drawPicture, type Picture } from '../../src/pictures/index.ts'

for await (const line of createInterface({ input: process.stdin })) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by draw-alone.ts
  const picture = JSON.parse(line) as Picture
  const [before, from] = [process.cpuUsage(), performance.now()]
  await drawPicture(picture)
  const { user, system } = process.cpuUsage(before)
  process.stdout.write(
    `${JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: performance.now() - from })}\n`,
  )
}
