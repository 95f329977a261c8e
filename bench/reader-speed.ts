import { readPage } from '../src/corpus/articles/read-page.ts'

/** Seconds until the machine code has settled. */
const WARM_UP_SECONDS = 2
const ROUNDS = 5

/** Times the reader on one core, in CPU time, so that what else the machine does counts little. */
export function timeReader(texts: readonly string[]): {
  readonly megabytesPerSecond: number
  readonly growth: number
} {
  const readAll = (pages: readonly string[]) => {
    for (const text of pages) readPage({ file: 'page.txt', text })
  }
  const start = process.cpuUsage()
  while (process.cpuUsage(start).user < WARM_UP_SECONDS * 1e6) readAll(texts)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const once = best(() => readAll(texts))
  const long = texts.map((text) => `${text}\n\n`.repeat(10))
  const tenfold = best(() => readAll(long))
  return { megabytesPerSecond: bytes / 1e6 / once, growth: tenfold / once }
}

/** Seconds of the best of some rounds. */
function best(flow: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    flow()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}
