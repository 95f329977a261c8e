// `npm run bench:intake`: how fast pages are taken in, how long that holds up everything else, and what it costs to
// start over an archive that is there. Pages are made of lines of the seed pages, drawn with a fixed seed.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createIntake, joinPieces } from '../src/intake/index.ts'
import { createLogger, systemClock } from '../src/ops/index.ts'
import { type DriverName, loadDriver, openStore } from '../src/store/index.ts'

const DAYS = 64
const seeds = join(import.meta.dirname, '..', 'seeds')

/** As many issues as asked for, of five pages each, in which lines of equal length have changed places. */
function makePages(folder: string): void {
  let state = 42
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pages = readdirSync(seeds).map((file) => readFileSync(join(seeds, file), 'utf8').split('\n'))
  const lines = pages.flat()
  const yesterday = Date.now() / 1000 - 86_400
  for (let day = 0; day < DAYS; day++) {
    const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)
    mkdirSync(join(folder, date), { recursive: true })
    for (const [page, printed] of pages.entries()) {
      const mixed = printed.map((line) => {
        const alike = lines.filter((it) => it.length === line.length)
        return line.length < 10 || draw(10) < 3 ? line : (alike[draw(alike.length)] ?? line)
      })
      const file = join(folder, date, `0${page + 1}.txt`)
      writeFileSync(file, mixed.join('\n'))
      utimesSync(file, yesterday, yesterday)
    }
  }
}

async function measurePass(corpus: string, data: string, driver: DriverName) {
  const began = performance.now()
  const store = await openStore({ folder: data, driver, join: joinPieces, now: () => Date.now() })
  const log = createLogger('error')
  const intake = createIntake({ folder: corpus, manifest: store.manifest, clock: systemClock, log })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cpu = process.cpuUsage()
  await intake.pass()
  const { user, system } = process.cpuUsage(cpu)
  const tookMs = performance.now() - began
  await new Promise((resolve) => void setTimeout(resolve, 5))
  delay.disable()
  const { articles } = await store.archive.size()
  await store.close()
  return {
    tookMs,
    articles,
    cpuMs: (user + system) / 1000,
    blockMs: delay.max / 1e6,
    p99Ms: delay.percentile(99) / 1e6,
  }
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
const folder = mkdtempSync(join(tmpdir(), 'paperboy-bench-'))
const corpus = join(folder, 'corpus')
makePages(corpus)
for (const driver of ['better-sqlite3', 'libsql'] as const) {
  if (!loadDriver(driver)) continue
  const data = join(folder, driver)
  const first = await measurePass(corpus, data, driver)
  const again = await measurePass(corpus, data, driver)
  const perSecond = (ms: number) => Math.round((1000 * first.articles) / ms)
  console.log(
    `${driver}: ${first.articles} articles, ${perSecond(first.tookMs)}/s (${perSecond(first.cpuMs)} a CPU second); ` +
      `longest block ${first.blockMs.toFixed(0)} ms, p99 ${first.p99Ms.toFixed(0)} ms; unchanged ${again.tookMs.toFixed(0)} ms`,
  )
}
rmSync(folder, { recursive: true, force: true })
