// `npm run bench:replicas [-- --only kills,… --size 1000 --minutes 60 --seed 17]`: several bots over a private PostgreSQL of
// this machine, and what happens when they and it are killed, frozen and restarted. Prints the table of docs/scale.md; exit
// code 1 if a goal is missed.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { postgresPrograms, startPostgres, stopPostgres } from '../test/support/postgres.ts'
import { digestsUnderKills } from './replicas/digests-under-kills.ts'
import { followers } from './replicas/followers.ts'
import { fullDisk } from './replicas/full-disk.ts'
import { freezes, takeOver } from './replicas/leaders.ts'
import { claims, planning } from './replicas/ledger.ts'
import type { Measure } from './replicas/measure.ts'
import { failovers, restarts } from './replicas/server-faults.ts'
import { updates } from './replicas/updates.ts'

/** Each with how much it does unless told; in the order in which they are run. */
const MEASURES: Readonly<Record<string, readonly [measure: Measure, size: number]>> = {
  takeover: [takeOver, 20],
  freezes: [freezes, 20],
  plan: [planning, 100_000],
  claims: [claims, 1_000_000],
  restarts: [restarts, 20],
  failovers: [failovers, 5],
  disk: [fullDisk, 3],
  followers: [followers, 10_000],
  updates: [updates, 2_000],
  kills: [digestsUnderKills, 1_000],
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(MEASURES).join(',') },
    seed: { type: 'string', default: '17' },
    size: { type: 'string' },
    minutes: { type: 'string', default: '600' },
  },
})
if (postgresPrograms === undefined) {
  console.error('not run: no initdb; install the package postgresql')
  process.exit(2)
}
const load = () => loadavg()[0]?.toFixed(1)
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, seed ${values.seed}, load ${load()}`,
)
console.log('\n| figure | goal | measured |\n|---|--:|---|')
for (const name of values.only.split(',')) {
  const [measure, size] = MEASURES[name] ?? []
  if (!measure || size === undefined) throw new Error(`there is no measure ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-replicas-'))
  const server = await startPostgres(folder)
  try {
    const tell = (line: string) => console.error(`${name}: ${line} (load ${load()})`)
    const rows = await measure({
      server,
      seed: Number(values.seed),
      size: Number(values.size ?? size),
      untilMs: performance.now() + 60_000 * Number(values.minutes),
      tell,
    })
    for (const { figure, goal, measured, isMet } of rows) {
      console.log(`| ${figure} | ${goal} | ${measured}${isMet ? '' : ' **missed**'} |`)
      if (!isMet) process.exitCode = 1
    }
  } finally {
    await stopPostgres(server)
    rmSync(folder, { recursive: true, force: true })
  }
}
